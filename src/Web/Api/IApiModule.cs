namespace Connect.Web.Api;

/// <summary>The endpoints of one feature under <c>/api/v1</c>. Found by scan; one file a feature.</summary>
internal interface IApiModule
{
    void Map(RouteGroupBuilder api);
}
