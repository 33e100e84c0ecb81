namespace Connect.Application.Identity;

/// <summary>Mobile numbers that wait for the code that was sent to them: one for each user. The code is kept encrypted.</summary>
public interface INumberChecks
{
    /// <summary>The user's last check, used or not; in a transaction nobody else changes it until the end.</summary>
    Task<NumberCheck?> FindAsync(Guid userId, CancellationToken cancellation);

    /// <summary>Puts it in the place of the one before.</summary>
    Task SaveAsync(NumberCheck check, CancellationToken cancellation);

    /// <summary>Counts a try before the code is looked at.</summary>
    /// <returns>False when no try is left.</returns>
    Task<bool> CountTryAsync(Guid userId, int maxTries, CancellationToken cancellation);

    /// <summary>Uses the code up: true once, for one caller, however many come at the same time.</summary>
    Task<bool> UseAsync(NumberCheck check, DateTimeOffset now, CancellationToken cancellation);
}

public sealed record NumberCheck
{
    public required Guid UserId { get; init; }

    /// <summary>E.164.</summary>
    public required string MobileNumber { get; init; }

    /// <summary>Log-in codes by SMS are turned on once it is proved.</summary>
    public required bool TurnsSmsOn { get; init; }

    /// <summary>Null once it was used.</summary>
    public string? ProtectedCode { get; init; }

    public required DateTimeOffset SentAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public required int Tries { get; init; }

    /// <summary>Codes sent since <see cref="CountedSince"/>, to whichever number.</summary>
    public required int CodesSent { get; init; }

    public required DateTimeOffset CountedSince { get; init; }
}
