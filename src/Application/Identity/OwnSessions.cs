using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using MediatR;

namespace Connect.Application.Identity;

/// <summary>Where the user is logged in, latest used first.</summary>
[Requires]
public sealed record ListMySessions : IQuery<IReadOnlyList<MySession>>
{
    internal sealed class Handler(ISessions sessions, ICurrentUser user, IdentityOptions options, TimeProvider clock)
        : IRequestHandler<ListMySessions, IReadOnlyList<MySession>>
    {
        public async Task<IReadOnlyList<MySession>> Handle(ListMySessions query, CancellationToken cancellation)
        {
            var now = clock.GetUtcNow();
            var rows = await sessions.ListAsync(user.Id, now, now - options.SessionIdle, cancellation);
            return [.. rows.Select(row => new MySession(row.Id, row.Agent, row.Address, row.CreatedAt, row.LastSeenAt, row.Id == user.Identity!.SessionId))];
        }
    }
}

/// <param name="Agent">The browser, as it calls itself.</param>
/// <param name="IsThis">The session that asks.</param>
public sealed record MySession(Guid Id, string? Agent, string? Address, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, bool IsThis);

/// <summary>Ends one of the user's own sessions.</summary>
[Requires]
public sealed record EndMySession(Guid SessionId) : ICommand
{
    internal sealed class Handler(ISessions sessions, ICurrentUser user, IAudit audit) : IRequestHandler<EndMySession, Unit>
    {
        public async Task<Unit> Handle(EndMySession command, CancellationToken cancellation)
        {
            audit.Subject("User", user.Id);
            return await sessions.EndOwnAsync(user.Id, command.SessionId, cancellation) ? Unit.Value : throw new NotFoundException();
        }
    }
}

/// <summary>Ends every session of the user, this one too, and every log-in that waits for its code.</summary>
[Requires]
public sealed record LogOutEverywhere : ICommand
{
    internal sealed class Handler(ISessions sessions, ICurrentUser user, IAudit audit) : IRequestHandler<LogOutEverywhere, Unit>
    {
        public async Task<Unit> Handle(LogOutEverywhere command, CancellationToken cancellation)
        {
            audit.Subject("User", user.Id);
            await sessions.EndAllAsync(user.Id, exceptSessionId: null, cancellation);
            return Unit.Value;
        }
    }
}
