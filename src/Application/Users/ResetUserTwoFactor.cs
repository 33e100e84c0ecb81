using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Users;

/// <summary>
/// Återställ tvåfaktor: takes SMS codes, authenticator app and recovery codes from a user who has lost them. Sessions end and the user is told by mail;
/// where the organisation demands two-factor it is set up anew at the next log-in. One's own: <c>OwnUser</c>.
/// </summary>
[Requires(Right.ManageUsers), RequiresFreshLogin, ByToken]
public sealed record ResetUserTwoFactor(Guid UserId) : ICommand
{
    internal sealed class Handler(UserDesk desk, ITwoFactor factors, ISessions sessions, SecurityNotices notices) : IRequestHandler<ResetUserTwoFactor, Unit>
    {
        public async Task<Unit> Handle(ResetUserTwoFactor command, CancellationToken cancellation)
        {
            var (user, by) = await desk.FindAsync(command.UserId, null, cancellation);
            user.EnsureNotOwn(by);
            var app = (await factors.FindAsync(user.Id, cancellation))?.Secret is not null;
            if (!app && !user.Data.SmsTwoFactor) return Unit.Value;
            await factors.ResetAsync(desk.Reach, user.Id, cancellation);
            await sessions.EndAllAsync(user.Id, exceptSessionId: null, cancellation);
            await notices.SendAsync(user.Id, SecurityEvent.TwoFactorReset, cancellation);
            desk.Tell(new { user.Data.SmsTwoFactor, HasAuthenticator = app }, new { SmsTwoFactor = false, HasAuthenticator = false });
            return Unit.Value;
        }
    }
}
