namespace Connect.Application.Identity;

/// <summary>
/// Keeps log-in codes from a number that may be in other hands by now: its SIM card is replaced, or it is forwarded. Whoever gets codes there is
/// told by mail, and logs in by authenticator app or recovery code meanwhile. Part of the change's transaction.
/// </summary>
public sealed class NumberGuard(INumberHolds holds, SecurityNotices notices, IdentityOptions options, TimeProvider clock)
{
    /// <summary>It is ordered: codes stop, and whoever gets them is told.</summary>
    /// <param name="number">E.164; null is a service without one.</param>
    public async Task OrderedAsync(string? number, SecurityEvent what, CancellationToken cancellation)
    {
        if (number is null) return;
        await HoldAsync(number, cancellation);
        foreach (var userId in await holds.CodeReceiversAsync(number, cancellation)) await notices.SendAsync(userId, what, cancellation);
    }

    /// <summary>It is carried out, maybe days later: from now on the time counts anew.</summary>
    public Task DoneAsync(string? number, CancellationToken cancellation) =>
        number is null ? Task.CompletedTask : HoldAsync(number, cancellation);

    private Task HoldAsync(string number, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return holds.HoldAsync(number, now, now + options.NumberHold, cancellation);
    }
}
