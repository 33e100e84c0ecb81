using Connect.Application.Search;
using Connect.Web.Infrastructure;
using MediatR;

namespace Connect.Web.Api;

/// <summary>The search field over the API.</summary>
internal sealed class SearchApi : IApiModule
{
    public void Map(RouteGroupBuilder api) =>
        api.MapGet("/search", (string? q, int? take, IMediator mediator, CancellationToken cancellation) => mediator.Send(new FindAnything(q, take ?? FindAnything.OnPage), cancellation))
            .WithTags("Search").WithName("Search").WithSummary("Services, SIM cards, accounts and users by name or number, within reach and rights")
            .RequireRateLimiting(SearchLimit.Policy).ProducesProblem(StatusCodes.Status429TooManyRequests);
}
