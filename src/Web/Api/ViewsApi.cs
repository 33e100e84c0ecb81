using Connect.Application.Views;
using MediatR;

namespace Connect.Web.Api;

/// <summary>Named views of lists.</summary>
internal sealed class ViewsApi : IApiModule
{
    public void Map(RouteGroupBuilder api)
    {
        var views = api.MapGroup("/views/{list}").WithTags("Views");
        views.MapGet("/", (string list, IMediator mediator, CancellationToken cancellation) => mediator.Send(new ListSavedViews(list), cancellation))
            .WithSummary("The named views of a list (services, orders, …): the caller's own and those shared in the organisation");
        views.MapPost("/", async (string list, NewView body, IMediator mediator, CancellationToken cancellation) =>
                TypedResults.Ok(await mediator.Send(new SaveView(list, body.Name, body.Query, body.IsShared, body.IsStart, body.Replaces), cancellation)))
            .WithSummary("Names a view: a list's query string; with replaces the caller's view of that name becomes this one");
        views.MapPut("/{id:guid}/name", (string list, Guid id, ViewName body, IMediator mediator) => mediator.DoneAsync(new RenameView(list, id, body.Name)))
            .WithSummary("Gives a view of the caller's own another name");
        views.MapPut("/{id:guid}/shared", (string list, Guid id, ViewSharing body, IMediator mediator) => mediator.DoneAsync(new ShareView(list, id, body.IsShared)))
            .WithSummary("Shares a view of the caller's own in the organisation, or no longer");
        views.MapDelete("/{id:guid}", (string list, Guid id, IMediator mediator) => mediator.DoneAsync(new RemoveView(list, id))).WithSummary("Removes a view of the caller's own");
        views.MapPut("/start", (string list, StartView body, IMediator mediator) => mediator.DoneAsync(new StartWithView(list, body.ViewId)))
            .WithSummary("Chooses the view that the caller's list opens with; none for the list as it comes");
    }

    /// <param name="Query">The list's query string.</param>
    /// <param name="Replaces">A view of the caller's own by that name becomes this one; without it the name is refused.</param>
    internal sealed record NewView(string Name, string? Query, bool IsShared, bool IsStart, bool Replaces = false);

    internal sealed record ViewName(string Name);

    internal sealed record ViewSharing(bool IsShared);

    internal sealed record StartView(Guid? ViewId);
}
