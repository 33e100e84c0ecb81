namespace Connect.Domain.Network;

/// <summary>What an incident is (driftinformation). Stored by number.</summary>
public enum IncidentKind
{
    /// <summary>Driftstörning: something does not work as it should.</summary>
    Outage = 1,

    /// <summary>Planerat arbete: announced beforehand.</summary>
    PlannedWork = 2,
}

/// <summary>How much of it is felt. Stored by number.</summary>
public enum IncidentSeverity
{
    /// <summary>Services work, perhaps more slowly.</summary>
    Minor = 1,

    /// <summary>Services are disturbed.</summary>
    Major = 2,

    /// <summary>Services do not work.</summary>
    Critical = 3,
}

public enum IncidentState
{
    /// <summary>Has not begun.</summary>
    Planned = 1,

    /// <summary>Goes on.</summary>
    Current = 2,

    /// <summary>Is over.</summary>
    Ended = 3,
}

/// <summary>When an incident is, as the operator tells it.</summary>
/// <param name="ExpectedEndAt">Null where nobody knows yet.</param>
/// <param name="EndedAt">Null as long as it is not over.</param>
public readonly record struct IncidentTime(IncidentKind Kind, DateTimeOffset StartsAt, DateTimeOffset? ExpectedEndAt, DateTimeOffset? EndedAt)
{
    /// <summary>How long an incident is still told of when it is over.</summary>
    public static readonly TimeSpan ToldAfterwards = TimeSpan.FromDays(7);

    /// <summary>When it is over: planned work at its expected end unless told otherwise, an outage when the operator says so.</summary>
    public DateTimeOffset? OverAt => EndedAt ?? (Kind == IncidentKind.PlannedWork ? ExpectedEndAt : null);

    public IncidentState StateAt(DateTimeOffset now) =>
        OverAt is { } over && over <= now ? IncidentState.Ended : StartsAt > now ? IncidentState.Planned : IncidentState.Current;

    /// <summary>True when it should be over by now and is not.</summary>
    public bool IsLateAt(DateTimeOffset now) => StateAt(now) == IncidentState.Current && ExpectedEndAt < now;

    /// <summary>The code of what is wrong with the times; null when nothing is.</summary>
    public string? Problem => ExpectedEndAt < StartsAt ? "IncidentExpectedEnd" : EndedAt < StartsAt && Kind == IncidentKind.Outage ? "IncidentEnd" : null;
}
