using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
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

/// <summary>Every way by which a user gets in.</summary>
internal sealed class UserWays(ISessions sessions, IPersonalTokens tokens, IOneTimeLinks links, TimeProvider clock)
{
    public async Task CloseAsync(Guid userId, CancellationToken cancellation)
    {
        await sessions.EndAllAsync(userId, exceptSessionId: null, cancellation);
        await tokens.WithdrawAllAsync(userId, clock.GetUtcNow(), cancellation);
        await links.EndAllAsync(userId, clock.GetUtcNow(), cancellation);
    }
}
