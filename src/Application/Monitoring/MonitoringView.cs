using System.Text.Json.Serialization;
using Connect.Domain.Monitoring;

namespace Connect.Application.Monitoring;

/// <summary>What was measured of a service in a period.</summary>
public sealed record MonitoringView
{
    public required Guid SubscriptionId { get; init; }
    public required string UserName { get; init; }
    public required MonitoringPeriod Period { get; init; }

    /// <summary>How long a stretch each point covers.</summary>
    public required MonitoringResolution Resolution { get; init; }

    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset To { get; init; }

    /// <summary>Null when the service is not monitored.</summary>
    public MonitoringNow? State { get; init; }

    /// <summary>What all of the period came to; null when nothing was measured in it.</summary>
    public MonitoringLine? Whole { get; init; }

    /// <summary>Oldest first. Where nothing was measured there is no point.</summary>
    public required IReadOnlyList<MonitoringLine> Points { get; init; }

    /// <summary>The same for a table that people read, oldest first: the five minutes of a week as hours.</summary>
    [JsonIgnore]
    public IReadOnlyList<MonitoringLine> Table { get; init; } = [];
}

/// <summary>How the service is, by its newest measurement.</summary>
/// <param name="Since">Since when it has been so.</param>
/// <param name="SampledAt">The newest measurement.</param>
/// <param name="IsStale">That is a while ago: how it is now is not known.</param>
public sealed record MonitoringNow(bool IsUp, DateTimeOffset Since, DateTimeOffset SampledAt, bool IsStale)
{
    internal static MonitoringNow Of(MonitoringState state, DateTimeOffset? seenFrom, DateTimeOffset now) =>
        new(state.IsUp, seenFrom > state.Since ? seenFrom.Value : state.Since, state.SampledAt, state.IsStale(now));
}

/// <summary>A stretch in the units that people read.</summary>
/// <param name="At">When it began.</param>
/// <param name="InBitsPerSecond">Mean traffic to the customer; null when it was not measured.</param>
/// <param name="HighestInBitsPerSecond">Its highest five minutes.</param>
/// <param name="OutBitsPerSecond">Mean traffic from the customer; null when it was not measured.</param>
/// <param name="HighestOutBitsPerSecond">Its highest five minutes.</param>
/// <param name="LatencyMilliseconds">Mean time there and back; null when nothing came back.</param>
/// <param name="PacketLossPercent">Null when it was not measured.</param>
/// <param name="AvailabilityPercent">Share of the time that the service was there.</param>
public sealed record MonitoringLine(DateTimeOffset At, long? InBitsPerSecond, long? HighestInBitsPerSecond, long? OutBitsPerSecond, long? HighestOutBitsPerSecond,
    decimal? LatencyMilliseconds, decimal? PacketLossPercent, decimal AvailabilityPercent)
{
    private const decimal Thousand = 1000, Hundred = 100;

    public static MonitoringLine Of(MonitoringPoint point) => new(point.At, point.InBits, point.InMost, point.OutBits, point.OutMost,
        point.Latency / Thousand, point.Loss / Hundred, point.Availability / Hundred);
}
