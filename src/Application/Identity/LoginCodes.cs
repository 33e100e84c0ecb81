using Connect.Domain.Common;

namespace Connect.Application.Identity;

/// <summary>Makes codes for log-in attempts and sends them by SMS.</summary>
internal sealed class LoginCodes(ILoginAttempts attempts, CodeSms sms, IdentityOptions options, TimeProvider clock)
{
    /// <summary>Opens an attempt and sends its first code, where SMS is the user's only way.</summary>
    /// <returns>The attempt's token, for a cookie of its own.</returns>
    /// <exception cref="DomainRuleException"><c>LoginNumberMissing</c>, or as for sending.</exception>
    public async Task<string> BeginAsync(LoginUser user, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var token = Token.New();
        var attempt = new NewLoginAttempt(Guid.CreateVersion7(), user.Id, Token.Hash(token), now, now + options.AttemptLifetime);
        await attempts.AddAsync(attempt, cancellation);
        // The page says why none came, and leads to what works.
        if (user.SmsBlockedUntil > now) return token;
        // With an authenticator an SMS is sent only when it is asked for; without any factor one is set up first.
        if (!user.SmsTwoFactor || user.HasAuthenticator) return token;
        await SendAsync(new()
        {
            Id = attempt.Id,
            UserId = user.Id,
            OrganisationId = user.OrganisationId,
            MobileNumber = user.MobileNumber,
            SmsBlockedUntil = user.SmsBlockedUntil,
            Language = user.Language,
            CodesSent = 0,
            SmsTwoFactor = user.SmsTwoFactor,
            HasAuthenticator = user.HasAuthenticator,
            RecoveryCodesLeft = 0,
        }, token, cancellation);
        return token;
    }

    /// <exception cref="DomainRuleException"><c>LoginNumberMissing</c>, <c>LoginSmsStopped</c>, <c>LoginCodesTooMany</c>, <c>LoginCodeTooSoon</c>.</exception>
    public async Task SendAsync(LoginAttempt attempt, string token, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var number = attempt.MobileNumber ?? throw new DomainRuleException("LoginNumberMissing");
        if (attempt.SmsBlockedUntil > now) throw new DomainRuleException("LoginSmsStopped");
        if (attempt.CodesSent >= options.CodesPerAttempt || await attempts.CodesSentAsync(attempt.UserId, now.AddHours(-1), cancellation) >= options.CodesPerHour)
            throw new DomainRuleException("LoginCodesTooMany");
        var code = Token.NewCode();
        var stored = new NewCode(attempt.Id, Token.HashCode(token, code), now, now + options.CodeLifetime, now - options.CodeResend, options.CodesPerAttempt);
        if (!await attempts.SetCodeAsync(stored, cancellation)) throw new DomainRuleException("LoginCodeTooSoon");
        await sms.SendAsync(new(attempt.UserId, attempt.OrganisationId, attempt.Language), number, code, cancellation);
    }
}
