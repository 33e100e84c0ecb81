namespace Connect.Application.Identity;

/// <summary>Log-ins whose password was right and whose code is awaited.</summary>
public interface ILoginAttempts
{
    Task AddAsync(NewLoginAttempt attempt, CancellationToken cancellation);

    /// <summary>The attempt while it is open and its user active, else null.</summary>
    Task<LoginAttempt?> FindAsync(string tokenHash, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Puts a new code in the place of the last one, with its tries anew.</summary>
    /// <returns>False when it is too soon, or enough codes were sent.</returns>
    Task<bool> SetCodeAsync(NewCode code, CancellationToken cancellation);

    /// <summary>Counts a try before the code is looked at.</summary>
    /// <returns>False when no try is left.</returns>
    Task<bool> CountTryAsync(Guid attemptId, int maxTries, CancellationToken cancellation);

    /// <summary>Uses the code up: true once, for one caller, however many come at the same time.</summary>
    Task<bool> UseAsync(Guid attemptId, string codeHash, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Ends the attempt after another way than its code: true once, however many come at the same time.</summary>
    Task<bool> EndAsync(Guid attemptId, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>How many codes the user was sent since.</summary>
    Task<int> CodesSentAsync(Guid userId, DateTimeOffset since, CancellationToken cancellation);
}

public sealed record NewLoginAttempt(Guid Id, Guid UserId, string TokenHash, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <param name="NotSentSince">Refused when the last code was sent later than this.</param>
public sealed record NewCode(Guid AttemptId, string CodeHash, DateTimeOffset SentAt, DateTimeOffset ExpiresAt, DateTimeOffset NotSentSince, int MaxCodes);

/// <summary>An open attempt.</summary>
public sealed record LoginAttempt
{
    public required Guid Id { get; init; }
    public required Guid UserId { get; init; }
    public required Guid OrganisationId { get; init; }
    public string UserName { get; init; } = "";

    /// <summary>E.164.</summary>
    public string? MobileNumber { get; init; }

    public DateTimeOffset? SmsBlockedUntil { get; init; }
    public required string Language { get; init; }
    public required bool SmsTwoFactor { get; init; }
    public required bool HasAuthenticator { get; init; }
    public required int RecoveryCodesLeft { get; init; }

    /// <summary>The organisation demands a second factor and the user has none: one is set up before anything else is reached.</summary>
    public bool MustSetUp => !SmsTwoFactor && !HasAuthenticator;
    public DateTimeOffset? CodeSentAt { get; init; }
    public DateTimeOffset? CodeExpiresAt { get; init; }
    public required int CodesSent { get; init; }
}
