using Connect.Domain.Users;

namespace Connect.Application.Identity;

/// <summary>Second factors as stored: the authenticator's secret (encrypted), recovery codes (hashed), and whether SMS codes are on.</summary>
public interface ITwoFactor
{
    Task<StoredAuthenticator?> FindAsync(Guid userId, CancellationToken cancellation);

    /// <summary>Keeps a secret that is worth nothing until it is confirmed; an authenticator in use goes on working.</summary>
    Task SetPendingAsync(Guid userId, string protectedSecret, CancellationToken cancellation);

    /// <summary>Puts the pending secret in the place of the one in use, the step of its first code spent.</summary>
    /// <returns>False when another secret is pending by now.</returns>
    Task<bool> ConfirmAsync(Guid userId, string pendingSecret, long step, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Spends the codes up to the step: true once, however many come with the same code at the same time.</summary>
    Task<bool> UseStepAsync(Guid userId, long step, CancellationToken cancellation);

    Task RemoveAuthenticatorAsync(Guid userId, CancellationToken cancellation);

    Task SetSmsAsync(Guid userId, bool on, CancellationToken cancellation);

    /// <summary>Puts new codes in the place of all the old ones.</summary>
    Task SetRecoveryCodesAsync(Guid userId, IReadOnlyList<string> hashes, CancellationToken cancellation);

    /// <summary>True once for each code, however many come at the same time.</summary>
    Task<bool> UseRecoveryCodeAsync(Guid userId, string hash, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>
    /// Takes every second factor from a user within the reach, for whoever manages users: the phone is lost. Where the organisation
    /// demands two-factor the user sets it up anew at the next log-in. The caller ends the sessions and tells the user.
    /// </summary>
    /// <returns>False when there is no such user within the reach.</returns>
    Task<bool> ResetAsync(AccountReach reach, Guid userId, CancellationToken cancellation);
}

/// <summary>Both secrets are encrypted by <c>ISecretProtector</c>.</summary>
public sealed record StoredAuthenticator
{
    /// <summary>In use.</summary>
    public string? Secret { get; init; }

    /// <summary>Shown and not confirmed yet.</summary>
    public string? PendingSecret { get; init; }
}

/// <summary>Time-based one-time passwords (RFC 6238): SHA-1, six digits, 30 seconds, as every authenticator app understands.</summary>
public interface ITotp
{
    /// <summary>160 random bits in Base32.</summary>
    string NewSecret();

    /// <summary>The <c>otpauth://</c> address that the QR code holds.</summary>
    string Address(string secret, string issuer, string userName);

    /// <summary>The time step whose code it is, one before and one after now included; null when it is none of them.</summary>
    long? StepOf(string secret, string code, DateTimeOffset now);
}
