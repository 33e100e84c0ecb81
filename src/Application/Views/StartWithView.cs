using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using MediatR;

namespace Connect.Application.Views;

/// <summary>Chooses the view that the user's list opens with.</summary>
/// <param name="List">The list's name.</param>
/// <param name="ViewId">One of the user's own or a shared one; null for the list as it comes.</param>
[Requires, ByToken]
public sealed record StartWithView(string List, Guid? ViewId) : ICommand
{
    internal sealed class Handler(ListDoor lists, ISavedViews views, ICurrentUser user, IAudit audit) : IRequestHandler<StartWithView, Unit>
    {
        public async Task<Unit> Handle(StartWithView command, CancellationToken cancellation)
        {
            lists.Open(command.List);
            var known = await views.ListAsync(user.Reach.OrganisationId, user.Id, command.List, cancellation);
            var chosen = command.ViewId is { } id ? known.FirstOrDefault(view => view.Id == id) ?? throw new NotFoundException() : null;
            await views.StartWithAsync(user.Id, command.List, chosen?.Id, cancellation);
            audit.Change(new { command.List, known.FirstOrDefault(view => view.IsStart)?.Name }, new { command.List, chosen?.Name });
            return Unit.Value;
        }
    }
}
