namespace Connect.Application.Identity;

/// <summary>Counters of failed log-ins.</summary>
public interface ILoginThrottle
{
    /// <summary>The counters of these keys, locked until the transaction ends. What was never counted is missing.</summary>
    Task<IReadOnlyList<ThrottleCounter>> ReadAsync(IReadOnlyList<string> keys, CancellationToken cancellation);

    Task SaveAsync(ThrottleCounter counter, CancellationToken cancellation);

    Task RemoveAsync(string key, CancellationToken cancellation);

    /// <summary>Removes counters whose window began before the instant.</summary>
    Task ForgetAsync(DateTimeOffset windowBefore, CancellationToken cancellation);
}

public sealed record ThrottleCounter
{
    public required string ThrottleKey { get; init; }
    public required int Failures { get; init; }
    public required DateTimeOffset WindowStart { get; init; }
    public DateTimeOffset? BlockedUntil { get; init; }
}
