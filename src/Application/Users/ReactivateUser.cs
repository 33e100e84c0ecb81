using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Users;

/// <summary>Återaktivera: the user can log in again, with the same password, reach and rights; who has no password yet is invited anew. Sessions and personal tokens of before stay ended.</summary>
[Requires(Right.ManageUsers), RequiresFreshLogin, ByToken]
public sealed record ReactivateUser(Guid UserId) : ICommand
{
    internal sealed class Handler(UserDesk desk, UserWays ways, UserInvitation invitation) : IRequestHandler<ReactivateUser, Unit>
    {
        public async Task<Unit> Handle(ReactivateUser command, CancellationToken cancellation)
        {
            var (user, _) = await desk.FindAsync(command.UserId, null, cancellation);
            var before = user.Data;
            user.Reactivate();
            if (!user.HasChanged) return Unit.Value;
            await desk.SaveAsync(user, before, cancellation);
            // A log-in that was under way when the user was deactivated may have left a session behind.
            await ways.CloseAsync(user.Id, cancellation);
            if (!user.Data.HasPassword) await invitation.SendAsync(user.Id, cancellation);
            return Unit.Value;
        }
    }
}
