using Connect.Application.Common.Ports;
using Connect.Application.Messages;
using Connect.Domain.Common;

namespace Connect.Application.Identity;

/// <summary>An authenticator app is set up in two steps: its secret is shown, then a code proves that the app has it.</summary>
internal sealed class AuthenticatorSetups(ITwoFactor store, ITotp totp, ISecretProtector secrets, IQrCode qr, MessageOptions installation)
{
    public Task BeginAsync(Guid userId, CancellationToken cancellation) => store.SetPendingAsync(userId, secrets.Protect(totp.NewSecret()), cancellation);

    /// <returns>Null when none is under way.</returns>
    public async Task<AuthenticatorSetup?> FindAsync(Guid userId, string userName, CancellationToken cancellation)
    {
        if ((await store.FindAsync(userId, cancellation))?.PendingSecret is not { } pending) return null;
        var secret = secrets.Unprotect(pending);
        return new(secret, qr.Png(totp.Address(secret, installation.OperatorName, userName)));
    }

    /// <exception cref="DomainRuleException"><c>AuthenticatorCodeWrong</c>, <c>AuthenticatorNotBegun</c>.</exception>
    public async Task ConfirmAsync(Guid userId, string code, DateTimeOffset now, CancellationToken cancellation)
    {
        var pending = (await store.FindAsync(userId, cancellation))?.PendingSecret ?? throw new DomainRuleException("AuthenticatorNotBegun");
        var step = totp.StepOf(secrets.Unprotect(pending), code, now) ?? throw new DomainRuleException("AuthenticatorCodeWrong", "Code");
        if (!await store.ConfirmAsync(userId, pending, step, now, cancellation)) throw new DomainRuleException("AuthenticatorNotBegun");
    }
}

/// <summary>What the app is set up with.</summary>
/// <param name="Secret">Base32, to type where no camera is.</param>
/// <param name="QrCode">A PNG image of the address that holds it.</param>
public sealed record AuthenticatorSetup(string Secret, byte[] QrCode);

/// <summary>Codes for the day when the phone is lost: ten, shown once, each good once.</summary>
internal sealed class RecoveryCodes(ITwoFactor store)
{
    private const int Count = 10;

    public async Task<IReadOnlyList<string>> MakeAsync(Guid userId, CancellationToken cancellation)
    {
        string[] codes = [.. Enumerable.Range(0, Count).Select(_ => Token.NewRecoveryCode())];
        await store.SetRecoveryCodesAsync(userId, [.. codes.Select(Token.HashRecoveryCode)], cancellation);
        return codes;
    }

    public Task RemoveAsync(Guid userId, CancellationToken cancellation) => store.SetRecoveryCodesAsync(userId, [], cancellation);
}

/// <summary>How a log-in is ended.</summary>
public enum LoginWay
{
    Sms,
    Authenticator,
    Recovery,
}

/// <summary>Uses up what a log-in is ended with, whichever way it is.</summary>
internal sealed class SecondFactors(ITwoFactor store, ITotp totp, ISecretProtector secrets, ILoginAttempts attempts, SecurityNotices notices)
{
    /// <returns>True once: for a right code that was not used before, in an attempt that is still open.</returns>
    public async Task<bool> UseAsync(LoginAttempt attempt, ConfirmLoginCode given, DateTimeOffset now, CancellationToken cancellation)
    {
        if (given.Way == LoginWay.Sms) return await UseSmsAsync(attempt, given, now, cancellation);
        var used = given.Way == LoginWay.Authenticator
            ? await UseAuthenticatorAsync(attempt, given.Code, now, cancellation)
            : await UseRecoveryCodeAsync(attempt, given.Code, now, cancellation);
        return used && await attempts.EndAsync(attempt.Id, now, cancellation);
    }

    // Where a factor is demanded and none is there, the number that the code came to becomes it.
    private async Task<bool> UseSmsAsync(LoginAttempt attempt, ConfirmLoginCode given, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!attempt.SmsTwoFactor && !attempt.MustSetUp) return false;
        if (!await attempts.UseAsync(attempt.Id, Token.HashCode(given.AttemptToken, given.Code), now, cancellation)) return false;
        if (!attempt.MustSetUp) return true;
        await store.SetSmsAsync(attempt.UserId, on: true, cancellation);
        await notices.SendAsync(attempt.UserId, SecurityEvent.TwoFactorOn, cancellation);
        return true;
    }

    private async Task<bool> UseAuthenticatorAsync(LoginAttempt attempt, string code, DateTimeOffset now, CancellationToken cancellation) =>
        (await store.FindAsync(attempt.UserId, cancellation))?.Secret is { } secret
        && totp.StepOf(secrets.Unprotect(secret), code, now) is { } step
        && await store.UseStepAsync(attempt.UserId, step, cancellation);

    private async Task<bool> UseRecoveryCodeAsync(LoginAttempt attempt, string code, DateTimeOffset now, CancellationToken cancellation)
    {
        if (attempt.MustSetUp || !await store.UseRecoveryCodeAsync(attempt.UserId, Token.HashRecoveryCode(code), now, cancellation)) return false;
        await notices.SendAsync(attempt.UserId, SecurityEvent.RecoveryCodeUsed, cancellation);
        return true;
    }
}
