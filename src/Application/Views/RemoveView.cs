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
    internal sealed class Handler(OwnViews own, ISavedViews views, IAudit audit) : IRequestHandler<RemoveView, Unit>
    {
        public async Task<Unit> Handle(RemoveView command, CancellationToken cancellation)
        {
            var view = await own.FindAsync(command.List, command.Id, cancellation);
            await views.RemoveAsync(view.Id, cancellation);
            audit.Change(new { command.List, view.Name, view.Query, view.IsShared }, null);
            return Unit.Value;
        }
    }
}
