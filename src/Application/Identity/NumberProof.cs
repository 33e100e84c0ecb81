using System.Security.Cryptography;
using System.Text;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Texts;
using Connect.Application.Messages;
using Connect.Domain.Common;

namespace Connect.Application.Identity;

/// <summary>
/// A number counts when its owner has given the code that was sent to it: five minutes, five tries, again after 30 seconds, as for the log-in.
/// </summary>
internal sealed class NumberProof(INumberChecks checks, ISecretProtector secrets, CodeSms sms, IdentityOptions options, TimeProvider clock)
{
    /// <summary>Sends a code to the number. One that has just been sent to it is on its way and stays good.</summary>
    /// <exception cref="DomainRuleException"><c>LoginSmsStopped</c>, <c>NumberCodesTooMany</c>.</exception>
    public async Task BeginAsync(LoginUser user, string number, bool turnsSmsOn, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (number == user.MobileNumber && user.SmsBlockedUntil > now) throw new DomainRuleException("LoginSmsStopped");
        var last = await checks.FindAsync(user.Id, cancellation);
        var open = last?.ProtectedCode is not null && last.ExpiresAt > now ? last : null;
        // Who turns SMS on and then mends the number still wants it on.
        var turnsOn = turnsSmsOn || open?.TurnsSmsOn == true;
        if (open is not null && open.MobileNumber == number && IsTooSoon(open, now)) await checks.SaveAsync(open with { TurnsSmsOn = turnsOn }, cancellation);
        else await SendAsync(user, number, turnsOn, last, cancellation);
    }

    /// <exception cref="DomainRuleException"><c>NumberNotBegun</c>, <c>LoginCodeTooSoon</c>, <c>NumberCodesTooMany</c>.</exception>
    public async Task SendAgainAsync(LoginUser user, CancellationToken cancellation)
    {
        if (await checks.FindAsync(user.Id, cancellation) is not { ProtectedCode: not null } last) throw new DomainRuleException("NumberNotBegun");
        if (IsTooSoon(last, clock.GetUtcNow())) throw new DomainRuleException("LoginCodeTooSoon");
        await SendAsync(user, last.MobileNumber, last.TurnsSmsOn, last, cancellation);
    }

    /// <summary>Counts the try and compares the code, which is not used up yet.</summary>
    /// <exception cref="DomainRuleException"><c>NumberNotBegun</c>, <c>LoginCodeExpired</c>, <c>LoginCodeSpent</c>, <c>LoginCodeWrong</c>.</exception>
    public async Task<NumberCheck> TryAsync(Guid userId, string code, CancellationToken cancellation)
    {
        if (await checks.FindAsync(userId, cancellation) is not { ProtectedCode: { } sent } check) throw new DomainRuleException("NumberNotBegun");
        if (check.ExpiresAt <= clock.GetUtcNow()) throw new DomainRuleException("LoginCodeExpired", "Code");
        if (!await checks.CountTryAsync(userId, options.CodeTries, cancellation)) throw new DomainRuleException("LoginCodeSpent", "Code");
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secrets.Unprotect(sent)), Encoding.UTF8.GetBytes(code))
            ? check
            : throw new DomainRuleException("LoginCodeWrong", "Code");
    }

    private bool IsTooSoon(NumberCheck check, DateTimeOffset now) => check.SentAt > now - options.CodeResend;

    private async Task SendAsync(LoginUser user, string number, bool turnsSmsOn, NumberCheck? last, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var counted = last?.CountedSince > now.AddHours(-1) ? last : null;
        if (counted?.CodesSent >= options.CodesPerHour) throw new DomainRuleException("NumberCodesTooMany");
        var code = Token.NewCode();
        await checks.SaveAsync(new()
        {
            UserId = user.Id,
            MobileNumber = number,
            TurnsSmsOn = turnsSmsOn,
            ProtectedCode = secrets.Protect(code),
            SentAt = now,
            ExpiresAt = now + options.CodeLifetime,
            Tries = 0,
            CodesSent = (counted?.CodesSent ?? 0) + 1,
            CountedSince = counted?.CountedSince ?? now,
        }, cancellation);
        await sms.SendAsync(new(user.Id, user.OrganisationId, user.Language), number, code, cancellation);
    }
}

/// <summary>Sends a code, in the words of every code and in its reader's language.</summary>
internal sealed class CodeSms(IMessages messages, MessageTexts texts, INumberHolds holds, IdentityOptions options, TimeProvider clock)
{
    /// <exception cref="DomainRuleException"><c>LoginSmsStopped</c>: whatever the code is for.</exception>
    public async Task SendAsync(CodeReader reader, string number, string code, CancellationToken cancellation)
    {
        if (await holds.HeldUntilAsync(number, clock.GetUtcNow(), cancellation) is not null) throw new DomainRuleException("LoginSmsStopped");
        var text = texts.LoginCode(Text.Culture(reader.Language), code, (int)options.CodeLifetime.TotalMinutes);
        await messages.SmsAsync(new(number, text) { OrganisationId = reader.OrganisationId, UserId = reader.UserId }, cancellation);
    }
}

/// <summary>Who a code is for.</summary>
internal sealed record CodeReader(Guid UserId, Guid OrganisationId, string Language);
