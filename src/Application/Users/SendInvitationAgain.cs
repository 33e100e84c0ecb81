using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Users;

/// <summary>
/// Skicka inbjudan igen: another one-time link to a user who has no password yet; links sent before end. Failures: <c>InvitationTakenUp</c>,
/// <c>UserInactive</c>, <c>InvitationsTooMany</c>, <c>InvitationsByOneTooMany</c>.
/// </summary>
[Requires(Right.ManageUsers), RequiresFreshLogin, ByToken]
public sealed record SendInvitationAgain(Guid UserId) : ICommand
{
    internal sealed class Handler(UserDesk desk, UserInvitation invitation) : IRequestHandler<SendInvitationAgain, Unit>
    {
        public async Task<Unit> Handle(SendInvitationAgain command, CancellationToken cancellation)
        {
            var (user, _) = await desk.FindAsync(command.UserId, null, cancellation);
            user.EnsureAwaited();
            await invitation.SendAgainAsync(user.Id, cancellation);
            return Unit.Value;
        }
    }
}
