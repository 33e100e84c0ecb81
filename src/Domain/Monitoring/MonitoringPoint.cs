namespace Connect.Domain.Monitoring;

/// <summary>What was measured of a service in a stretch of time: five minutes, or what many of them came to.</summary>
public sealed record MonitoringPoint
{
    /// <summary>The whole of it is available.</summary>
    public const int Whole = 10_000;

    /// <summary>When the stretch began.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>How many measurements of five minutes it is made of.</summary>
    public int Samples { get; init; } = 1;

    /// <summary>Mean traffic to the customer, bit/s; null when it was not measured.</summary>
    public long? InBits { get; init; }

    /// <summary>The highest five minutes of <see cref="InBits"/>.</summary>
    public long? InMost { get; init; }

    /// <summary>Mean traffic from the customer, bit/s; null when it was not measured.</summary>
    public long? OutBits { get; init; }

    /// <summary>The highest five minutes of <see cref="OutBits"/>.</summary>
    public long? OutMost { get; init; }

    /// <summary>Mean time there and back, in millionths of a second; null when nothing came back.</summary>
    public int? Latency { get; init; }

    /// <summary>Share of packets that were lost, in hundredths of a percent.</summary>
    public int? Loss { get; init; }

    /// <summary>Share of the time that the service was there, in hundredths of a percent.</summary>
    public int Availability { get; init; }

    /// <summary>There for any of the time.</summary>
    public bool IsUp => Availability > 0;

    /// <summary>
    /// What several come to: means by how many measurements each is made of, the highest of the highest. What was not measured counts in no mean.
    /// The share of time is rounded down and that of lost packets up: what was away for five minutes of half a year was not there all the time.
    /// </summary>
    /// <param name="at">When the whole began.</param>
    /// <param name="parts">At least one.</param>
    public static MonitoringPoint Of(DateTimeOffset at, IReadOnlyCollection<MonitoringPoint> parts) => new()
    {
        At = at,
        Samples = parts.Sum(part => part.Samples),
        InBits = Mean(parts, part => part.InBits),
        InMost = parts.Max(part => part.InMost),
        OutBits = Mean(parts, part => part.OutBits),
        OutMost = parts.Max(part => part.OutMost),
        Latency = (int?)Mean(parts, part => part.Latency),
        Loss = (int?)Mean(parts, part => part.Loss, Rounding.Up),
        Availability = (int)Mean(parts, part => part.Availability, Rounding.Down)!.Value,
    };

    private enum Rounding
    {
        Nearest,
        Down,
        Up,
    }

    private static long? Mean(IEnumerable<MonitoringPoint> parts, Func<MonitoringPoint, long?> value, Rounding rounding = Rounding.Nearest)
    {
        var (sum, weight) = ((Int128)0, 0L);
        foreach (var part in parts)
        {
            if (value(part) is not { } measured) continue;
            (sum, weight) = (sum + (Int128)measured * part.Samples, weight + part.Samples);
        }

        if (weight == 0) return null;
        var more = rounding switch { Rounding.Down => 0, Rounding.Up => weight - 1, _ => weight / 2 };
        return (long)((sum + more) / weight);
    }
}
