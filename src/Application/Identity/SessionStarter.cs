using Connect.Application.Common.Security;

namespace Connect.Application.Identity;

/// <summary>Begins a session under a new id and ends the one that the browser had before.</summary>
internal sealed class SessionStarter(ISessions sessions, ILoginUsers users, ICurrentUser caller, IdentityOptions options, TimeProvider clock)
{
    private const int MaxAgentLength = 300;

    /// <returns>The token for the cookie.</returns>
    public async Task<string> StartAsync(Guid userId, string? agent, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (caller.Identity?.SessionId is { } earlier) await sessions.EndAsync(earlier, cancellation);
        await sessions.RemoveLapsedAsync(userId, now, now - options.SessionIdle, cancellation);
        var token = Token.New();
        await sessions.AddAsync(new()
        {
            Id = Guid.CreateVersion7(),
            UserId = userId,
            TokenHash = Token.Hash(token),
            At = now,
            ExpiresAt = now + options.SessionAbsolute,
            Address = caller.Address,
            Agent = agent is { Length: > MaxAgentLength } ? agent[..MaxAgentLength] : agent,
        }, cancellation);
        await users.LoggedInAsync(userId, now, cancellation);
        return token;
    }
}
