using Connect.Application.Common.Errors;
using Connect.Application.Network;
using Connect.Domain.Network;
using MediatR;

namespace Connect.Web.Api;

/// <summary>DASH-2: Driftinformation.</summary>
internal sealed class NetworkApi : IApiModule
{
    public void Map(RouteGroupBuilder api)
    {
        var incidents = api.MapGroup("/incidents").WithTags("Network");
        incidents.MapGet("/", (string? network, IMediator mediator, CancellationToken cancellation) => mediator.Send(new ListIncidents(Read(network)), cancellation))
            .WithName("ListIncidents").WithSummary("Outages and planned work, those that touch the user's own services first; network (2G, 3G, 4G, 4G+, 5G) for what is in that mobile network");
        incidents.MapGet("/{id:guid}", (Guid id, int? page, IMediator mediator, CancellationToken cancellation) => mediator.Send(new GetIncident(id, page ?? 1), cancellation))
            .WithName("GetIncident").WithSummary("One of them, with a page of the user's services that it touches (50 each)");
        api.MapGet("/services/{id:guid}/incidents", (Guid id, IMediator mediator, CancellationToken cancellation) => mediator.Send(new ListServiceIncidents(id), cancellation))
            .WithName("ListServiceIncidents").WithTags("Services").WithSummary("Outages that go on and planned work that touch the service");
    }

    // A plus that is not escaped comes as a space.
    private static MobileGeneration? Read(string? network) =>
        network is null ? null : MobileGenerations.Find(network.Replace(' ', '+')) ?? throw new InvalidInputException(nameof(network), "EnumValidator");
}
