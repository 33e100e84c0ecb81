using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Users;

/// <summary>
/// Inaktivera: the user can't log in any more. Sessions end, personal tokens are withdrawn, links that lie in the mailbox are worth nothing. Nobody
/// deactivates themselves (<c>OwnUser</c>), nor the last administrator (<c>LastAdministrator</c>).
/// </summary>
[Requires(Right.ManageUsers)]
public sealed record DeactivateUser(Guid UserId) : ICommand
{
    internal sealed class Handler(UserDesk desk, UserWays ways) : IRequestHandler<DeactivateUser, Unit>
    {
        public async Task<Unit> Handle(DeactivateUser command, CancellationToken cancellation)
        {
            var (user, by) = await desk.FindAsync(command.UserId, null, cancellation);
            var before = user.Data;
            user.Deactivate(by);
            await desk.SaveAsync(user, before, cancellation);
            await ways.CloseAsync(user.Id, cancellation);
            return Unit.Value;
        }
    }
}
