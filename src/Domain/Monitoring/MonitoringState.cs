namespace Connect.Domain.Monitoring;

/// <summary>Whether a service is there, by its newest measurement.</summary>
/// <param name="Since">The first measurement that said so without another saying the contrary since.</param>
/// <param name="SampledAt">The newest measurement.</param>
public sealed record MonitoringState(bool IsUp, DateTimeOffset Since, DateTimeOffset SampledAt)
{
    /// <summary>An older measurement says nothing of now.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(30);

    /// <summary>The state after one more measurement, newer than all before.</summary>
    public static MonitoringState After(MonitoringState? before, MonitoringPoint sample) =>
        before?.IsUp == sample.IsUp ? before with { SampledAt = sample.At } : new(sample.IsUp, sample.At, sample.At);

    /// <summary>
    /// The state by all measurements that are kept, after some came late or were put right. Where all agree, the state that was known
    /// may tell of a longer time than they do.
    /// </summary>
    /// <param name="before">What was known.</param>
    public static MonitoringState Of(MonitoringState? before, MonitoringTurn turn)
    {
        var isUp = turn.LastUp == turn.Newest;
        var since = turn.TurnedAt ?? (before is not null && before.IsUp == isUp && before.Since < turn.Oldest ? before.Since : turn.Oldest);
        return new(isUp, since, turn.Newest);
    }

    /// <summary>Nobody knows how it is now.</summary>
    public bool IsStale(DateTimeOffset now) => now - SampledAt > FreshFor;
}

/// <summary>When a service was last there and last gone, by the measurements that are kept.</summary>
public sealed record MonitoringTurn
{
    public DateTimeOffset Oldest { get; init; }
    public DateTimeOffset Newest { get; init; }
    public DateTimeOffset? LastUp { get; init; }

    /// <summary>The first measurement after the last that said the contrary of the newest; null when all agree.</summary>
    public DateTimeOffset? TurnedAt { get; init; }
}
