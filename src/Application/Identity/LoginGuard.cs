using System.Net;
using System.Net.Sockets;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;

namespace Connect.Application.Identity;

/// <summary>
/// Slows guessing down without giving anyone the means to lock somebody else out. Three counters: a name from one address
/// (short blocks that double, up to 15 minutes: the attacker's own address suffers), a name from everywhere (blocks of at
/// most 30 seconds, so a spread attack gets few guesses and the owner waits little), and an address for all names.
/// A name is counted whether anybody has it or not. A try is counted before the password is looked at, so that tries at the
/// same time do not slip through together, and given back when it was right. Tries during a block are not counted: they do not lengthen it.
/// </summary>
internal sealed class LoginGuard(ILoginThrottle throttle, ITransactions transactions, ICurrentUser caller, IdentityOptions options, TimeProvider clock)
{
    private sealed record Limit(string Key, int Free, TimeSpan Window, TimeSpan First, TimeSpan Longest);

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    /// <exception cref="DomainRuleException"><c>LoginBlocked</c>, with the seconds to wait.</exception>
    public Task EnterAsync(string name, CancellationToken cancellation) => CountAsync(Limits(name), cancellation);

    /// <summary>As <see cref="EnterAsync"/>, for codes: only who has the password gets here.</summary>
    public Task EnterCodeAsync(Guid userId, CancellationToken cancellation) => CountAsync([CodeLimit(userId)], cancellation);

    /// <summary>A link for a forgotten password is asked for. Counted whether anybody has the name or not, and per address, so that nobody can keep another from asking.</summary>
    public Task EnterResetAsync(string name, CancellationToken cancellation)
    {
        var address = Network(caller.Address);
        return CountAsync(
        [
            new($"reset/{NameKey(name)}|{address}", Free: 4, Window: TimeSpan.FromHours(1), First: TimeSpan.FromMinutes(5), Longest: TimeSpan.FromHours(1)),
            new($"reset/{address}", Free: 20, Window: TimeSpan.FromHours(1), First: TimeSpan.FromMinutes(1), Longest: TimeSpan.FromMinutes(15)),
        ], cancellation);
    }

    /// <summary>A fault is reported: a mail to the operator each.</summary>
    public Task EnterReportAsync(Guid userId, CancellationToken cancellation) =>
        CountAsync([new($"fault/{userId:N}", Free: 10, Window: TimeSpan.FromHours(1), First: TimeSpan.FromMinutes(10), Longest: TimeSpan.FromHours(1))], cancellation);

    /// <summary>An invitation is sent: so many an hour by one user, and to one address, whoever sends them. One that fails is not counted: it is part of the command's transaction.</summary>
    /// <exception cref="DomainRuleException"><c>InvitationsTooMany</c>, <c>InvitationsByOneTooMany</c>.</exception>
    public async Task EnterInvitationAsync(string email, CancellationToken cancellation)
    {
        var hour = TimeSpan.FromHours(1);
        await CountAsync([new($"invites/{caller.Id:N}", options.InvitationsByOnePerHour, hour, hour, hour)], cancellation, "InvitationsByOneTooMany");
        await CountAsync([new($"invited/{NameKey(email)}", options.InvitationsPerHour, hour, hour, hour)], cancellation, "InvitationsTooMany");
    }

    /// <summary>Gives the try back. Part of the log-in's transaction.</summary>
    public async Task SucceededAsync(string name, CancellationToken cancellation)
    {
        var limits = Limits(name);
        await throttle.RemoveAsync(limits[0].Key, cancellation);
        await throttle.RemoveAsync(limits[1].Key, cancellation);
        foreach (var address in await throttle.ReadAsync([limits[2].Key], cancellation))
            await throttle.SaveAsync(address with { Failures = Math.Max(0, address.Failures - 1), BlockedUntil = null }, cancellation);
        await throttle.ForgetAsync(clock.GetUtcNow() - KeptFor, cancellation);
    }

    public Task CodeSucceededAsync(Guid userId, CancellationToken cancellation) => throttle.RemoveAsync(CodeLimit(userId).Key, cancellation);

    private async Task CountAsync(IReadOnlyList<Limit> limits, CancellationToken cancellation, string code = "LoginBlocked")
    {
        var now = clock.GetUtcNow();
        var blockedUntil = await transactions.RunAsync(async () =>
        {
            var counters = (await throttle.ReadAsync([.. limits.Select(l => l.Key).Order(StringComparer.Ordinal)], cancellation)).ToDictionary(c => c.ThrottleKey);
            if (counters.Values.Max(c => c.BlockedUntil) is { } until && until > now) return until;
            foreach (var limit in limits) await throttle.SaveAsync(Next(limit, counters.GetValueOrDefault(limit.Key), now), cancellation);
            return (DateTimeOffset?)null;
        }, cancellation);
        if (blockedUntil is not null)
            throw new DomainRuleException(code, null, (int)Math.Ceiling((blockedUntil.Value - now).TotalSeconds));
    }

    private static ThrottleCounter Next(Limit limit, ThrottleCounter? known, DateTimeOffset now)
    {
        var current = known is not null && known.WindowStart > now - limit.Window ? known : null;
        var failures = (current?.Failures ?? 0) + 1;
        var over = failures - limit.Free;
        var block = over < 0 ? null : (TimeSpan?)TimeSpan.FromTicks(Math.Min(limit.Longest.Ticks, limit.First.Ticks << Math.Min(over, 10)));
        return new() { ThrottleKey = limit.Key, Failures = failures, WindowStart = current?.WindowStart ?? now, BlockedUntil = now + block };
    }

    private Limit[] Limits(string name)
    {
        var key = NameKey(name);
        var address = Network(caller.Address);
        return
        [
            new($"{key}|{address}", Free: 5, Window: TimeSpan.FromHours(1), First: TimeSpan.FromSeconds(15), Longest: TimeSpan.FromMinutes(15)),
            new(key, Free: 30, Window: TimeSpan.FromMinutes(15), First: TimeSpan.FromSeconds(2), Longest: TimeSpan.FromSeconds(30)),
            new(address, Free: 60, Window: TimeSpan.FromMinutes(15), First: TimeSpan.FromSeconds(5), Longest: TimeSpan.FromMinutes(5)),
        ];
    }

    // Hashed: what people type into the field of the name may be their password.
    private static string NameKey(string name) => Token.Hash(name.Trim().ToUpperInvariant());

    private static Limit CodeLimit(Guid userId) =>
        new($"code/{userId:N}", Free: 15, Window: TimeSpan.FromHours(1), First: TimeSpan.FromSeconds(30), Longest: TimeSpan.FromMinutes(15));

    /// <summary>One IPv4 address, or the /64 network that one IPv6 user has to himself.</summary>
    internal static string Network(string? address)
    {
        if (!IPAddress.TryParse(address, out var ip)) return "-";
        if (ip.IsIPv4MappedToIPv6) ip = ip.MapToIPv4();
        return ip.AddressFamily == AddressFamily.InterNetwork ? ip.ToString() : Convert.ToHexString(ip.GetAddressBytes().AsSpan(0, 8));
    }
}
