using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using MediatR;

namespace Connect.Application.Views;

/// <summary>
/// LIST 7: shares one of the user's own views with everyone in the organisation who sees the list, or no longer. Then it is gone for the others,
/// and who had the list open with it has it as it comes.
/// </summary>
/// <param name="List">The list's name.</param>
[Requires, ByToken]
public sealed record ShareView(string List, Guid Id, bool IsShared) : ICommand
{
    internal sealed class Handler(OwnViews own, ISavedViews views, IAudit audit) : IRequestHandler<ShareView, Unit>
    {
        public async Task<Unit> Handle(ShareView command, CancellationToken cancellation)
        {
            var view = await own.FindAsync(command.List, command.Id, cancellation);
            await views.ShareAsync(view.Id, command.IsShared, cancellation);
            audit.Change(new { command.List, view.Name, view.IsShared }, new { command.List, view.Name, command.IsShared });
            return Unit.Value;
        }
    }
}
