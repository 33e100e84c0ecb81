using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using MediatR;

namespace Connect.Application.Views;

/// <summary>Removes one of the user's own views. Whoever has a list open with it has it as it comes.</summary>
/// <param name="List">The list's name.</param>
[Requires, ByToken]
public sealed record RemoveView(string List, Guid Id) : ICommand
{
    internal sealed class Handler(ListDoor lists, ISavedViews views, ICurrentUser user, IAudit audit) : IRequestHandler<RemoveView, Unit>
    {
        public async Task<Unit> Handle(RemoveView command, CancellationToken cancellation)
        {
            lists.Open(command.List);
            var view = (await views.ListAsync(user.Reach.OrganisationId, user.Id, command.List, cancellation)).FirstOrDefault(view => view.Id == command.Id && view.IsOwn)
                ?? throw new NotFoundException();
            await views.RemoveAsync(view.Id, cancellation);
            audit.Change(new { command.List, view.Name, view.Query, view.IsShared }, null);
            return Unit.Value;
        }
    }
}
