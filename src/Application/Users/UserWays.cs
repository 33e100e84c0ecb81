using Connect.Application.Identity;
using Connect.Domain.Users;

namespace Connect.Application.Users;

/// <summary>
/// Every way by which a user gets in, and what ends when somebody else takes or changes one: whoever manages users on the pages or by the API, and the
/// operator by a load. Part of the change's transaction.
/// </summary>
public sealed class UserWays(ISessions sessions, IPersonalTokens tokens, IOneTimeLinks links, ITwoFactor factors, TimeProvider clock)
{
    /// <summary>Ends all that is open: sessions, log-ins that wait for a code, personal tokens and one-time links.</summary>
    public async Task CloseAsync(Guid userId, CancellationToken cancellation)
    {
        await sessions.EndAllAsync(userId, exceptSessionId: null, cancellation);
        await tokens.WithdrawAllAsync(userId, clock.GetUtcNow(), cancellation);
        await links.EndAllAsync(userId, clock.GetUtcNow(), cancellation);
    }

    /// <summary>
    /// Ends what hung on what has changed: everything with the user; links with the address that they lie at; sessions, waiting log-ins and, with the
    /// last factor, recovery codes with a number that codes went to.
    /// </summary>
    public async Task FollowAsync(Guid userId, LoginWays before, LoginWays after, CancellationToken cancellation)
    {
        if (before.IsActive && !after.IsActive) await CloseAsync(userId, cancellation);
        else if (before.Email != after.Email) await links.EndAllAsync(userId, clock.GetUtcNow(), cancellation);
        // A session that was opened by a code to another phone, or by a factor that is no more, has not proved what is asked for now.
        if (before.SmsNumber is null || before.SmsNumber == after.SmsNumber) return;
        await sessions.EndAllAsync(userId, exceptSessionId: null, cancellation);
        if (after.SmsNumber is null && (await factors.FindAsync(userId, cancellation))?.Secret is null) await factors.SetRecoveryCodesAsync(userId, [], cancellation);
    }
}

/// <summary>What of a user decides by which ways they get in.</summary>
/// <param name="SmsNumber">The number that codes go to; null when none do.</param>
public sealed record LoginWays(bool IsActive, string Email, string? SmsNumber)
{
    public static LoginWays Of(UserData user) => new(user.IsActive, user.Email, user.SmsTwoFactor ? user.MobileNumber : null);
}
