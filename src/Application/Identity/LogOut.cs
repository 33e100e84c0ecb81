using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using MediatR;

namespace Connect.Application.Identity;

/// <summary>Ends the session that the message comes with.</summary>
[Requires]
public sealed record LogOut : ICommand
{
    internal sealed class Handler(ISessions sessions, ICurrentUser user) : IRequestHandler<LogOut, Unit>
    {
        public async Task<Unit> Handle(LogOut command, CancellationToken cancellation)
        {
            if (user.Identity?.SessionId is { } session) await sessions.EndAsync(session, cancellation);
            return Unit.Value;
        }
    }
}
