using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Users;

/// <summary>Logga ut: ends every session of the user, and every log-in that waits for its code. One's own are under Mina uppgifter: <c>OwnUser</c>.</summary>
[Requires(Right.ManageUsers)]
public sealed record EndUserSessions(Guid UserId) : ICommand
{
    internal sealed class Handler(UserDesk desk, ISessions sessions) : IRequestHandler<EndUserSessions, Unit>
    {
        public async Task<Unit> Handle(EndUserSessions command, CancellationToken cancellation)
        {
            var (user, by) = await desk.FindAsync(command.UserId, null, cancellation);
            user.EnsureNotOwn(by);
            await sessions.EndAllAsync(user.Id, exceptSessionId: null, cancellation);
            return Unit.Value;
        }
    }
}
