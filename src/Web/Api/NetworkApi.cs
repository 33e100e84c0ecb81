using System.Text;
using Connect.Application.Common.Errors;
using Connect.Application.Network;
using Connect.Domain.Network;
using Connect.Web.Infrastructure;
using MediatR;
using Microsoft.Net.Http.Headers;

namespace Connect.Web.Api;

/// <summary>DASH-2: Driftinformation.</summary>
internal sealed class NetworkApi : IApiModule
{
    public const string GeoJsonType = "application/geo+json";

    public void Map(RouteGroupBuilder api)
    {
        var incidents = api.MapGroup("/incidents").WithTags("Network");
        incidents.MapGet("/", (string? network, double? latitude, double? longitude, IMediator mediator, CancellationToken cancellation) =>
                mediator.Send(new ListIncidents(Read(network), At: At(latitude, longitude)), cancellation))
            .WithName("ListIncidents").WithSummary("Outages and planned work, those that touch the user's own services first; network (2G, 3G, 4G, 4G+, 5G) for what is in that mobile network, latitude and longitude (WGS 84) for what covers that place");
        incidents.MapGet("/{id:guid}", (Guid id, int? page, IMediator mediator, CancellationToken cancellation) => mediator.Send(new GetIncident(id, page ?? 1), cancellation))
            .WithName("GetIncident").WithSummary("One of them, with a page of the user's services that it touches (50 each)");
        api.MapGet("/coverage/{network}", CoverageAsync).Produces(StatusCodes.Status200OK, contentType: GeoJsonType).Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("GetCoverageLayer").WithTags("Network").WithSummary("The coverage of one mobile network (2g, 3g, 4g, 4g-plus, 5g) as GeoJSON, a feature a level; with an ETag");
        api.MapGet("/coverage-at", (double latitude, double longitude, IMediator mediator, CancellationToken cancellation) => mediator.Send(new GetCoverageAt(latitude, longitude), cancellation))
            .RequireRateLimiting(SearchLimit.Policy).ProducesProblem(StatusCodes.Status429TooManyRequests)
            .WithName("GetCoverageAt").WithTags("Network").WithSummary("How good each mobile network is at a place (WGS 84); level is null where no coverage has been loaded");
        api.MapGet("/places", (string? q, IMediator mediator, CancellationToken cancellation) => mediator.Send(new SearchPlaces(q), cancellation))
            .RequireRateLimiting(SearchLimit.Policy).ProducesProblem(StatusCodes.Status429TooManyRequests)
            .WithName("SearchPlaces").WithTags("Network").WithSummary("Localities of Sweden by name (GeoNames, CC BY 4.0)");
        api.MapGet("/services/{id:guid}/incidents", (Guid id, IMediator mediator, CancellationToken cancellation) => mediator.Send(new ListServiceIncidents(id), cancellation))
            .WithName("ListServiceIncidents").WithTags("Services").WithSummary("Outages that go on and planned work that touch the service");
    }

    // The same for everybody, and large: a browser keeps it for an hour, and asks afterwards whether it is still the same.
    private static async Task<IResult> CoverageAsync(string network, HttpContext http, IMediator mediator, CancellationToken cancellation)
    {
        var layer = await mediator.Send(new GetCoverageLayer(Read(network)!.Value), cancellation);
        http.Response.Headers.CacheControl = "private, max-age=3600";
        return TypedResults.File(Encoding.UTF8.GetBytes(layer.Content), GeoJsonType, entityTag: new EntityTagHeaderValue($"\"{layer.Hash}\""));
    }

    private static GeoPoint? At(double? latitude, double? longitude) => latitude is null && longitude is null ? null : new(longitude ?? double.NaN, latitude ?? double.NaN);

    // A plus that is not escaped comes as a space.
    private static MobileGeneration? Read(string? network) =>
        network is null ? null : MobileGenerations.Find(network.Replace(' ', '+')) ?? throw new InvalidInputException(nameof(network), "EnumValidator");
}
