namespace Connect.Domain.Tickets;

/// <summary>What is agreed for a priority (SLA): the times, and the hours in which they count.</summary>
/// <param name="Hours">When time passes.</param>
/// <param name="Response">Until the operator has answered; null where nothing is agreed.</param>
/// <param name="Solution">Until it is solved; null where nothing is agreed.</param>
public sealed record AgreedTimes(SupportHours Hours, TimeSpan? Response, TimeSpan? Solution);

/// <summary>
/// The clock of a ticket with agreed times. It stands still while the operator waits for the customer, and once the ticket is solved or closed:
/// what was left when it stopped is left when it goes on.
/// </summary>
public sealed record TicketSla
{
    public required AgreedTimes Agreed { get; init; }

    /// <summary>When the operator is to have answered.</summary>
    public DateTimeOffset? ResponseDueAt { get; init; }

    /// <summary>When it is to be solved, if the clock does not stand still again.</summary>
    public DateTimeOffset? SolutionDueAt { get; init; }

    /// <summary>Since when it stands still; null while it goes.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    public static TicketSla Start(AgreedTimes agreed, DateTimeOffset at) => new()
    {
        Agreed = agreed,
        ResponseDueAt = agreed.Response is { } response ? agreed.Hours.Add(at, response) : null,
        SolutionDueAt = agreed.Solution is { } solution ? agreed.Hours.Add(at, solution) : null,
    };

    public TicketSla Stop(DateTimeOffset at) => StoppedAt is null ? this with { StoppedAt = at } : this;

    public TicketSla GoOn(DateTimeOffset at)
    {
        if (StoppedAt is not { } stopped) return this;
        // What was late already when it stopped is no less late.
        var due = SolutionDueAt is { } known && known > stopped ? Agreed.Hours.Add(at, Agreed.Hours.Between(stopped, known)) : SolutionDueAt;
        return this with { StoppedAt = null, SolutionDueAt = due };
    }
}

/// <summary>How a ticket stands against one of its agreed times.</summary>
public enum SlaOutcome
{
    /// <summary>Time passes.</summary>
    Running = 1,

    /// <summary>The clock stands still.</summary>
    Stopped = 2,

    /// <summary>Done in time.</summary>
    Met = 3,

    /// <summary>Too late, whether done since or not.</summary>
    Missed = 4,

    /// <summary>Support is closed: time passes again when it opens.</summary>
    Waiting = 5,

    /// <summary>The customer closed the ticket in time, before it was done: nobody waits for it.</summary>
    NotApplicable = 6,
}

/// <summary>One of the agreed times of a ticket.</summary>
/// <param name="Agreed">What was agreed.</param>
/// <param name="DueAt">By when; while the clock stands still, as it was when it stopped.</param>
/// <param name="Left">Support time that is left, or by which it is late.</param>
public sealed record TicketTime(TimeSpan Agreed, DateTimeOffset DueAt, SlaOutcome Outcome, TimeSpan Left)
{
    /// <summary>When the clock goes on, while support is closed.</summary>
    public DateTimeOffset? GoesOnAt { get; init; }

    /// <summary>Support time that it took, or has taken so far: what is not left of what was agreed, or all of it and how late it is.</summary>
    public TimeSpan Used => Outcome == SlaOutcome.Missed ? Agreed + Left : Agreed > Left ? Agreed - Left : TimeSpan.Zero;

    /// <summary>Null where nothing is agreed. Answering does not wait for the customer, so its clock never stands still.</summary>
    /// <param name="doneAt">When the operator answered; null when not yet.</param>
    /// <param name="endedAt">When the ticket was closed; null while it is open.</param>
    public static TicketTime? Response(TicketSla sla, DateTimeOffset? doneAt, DateTimeOffset? endedAt, DateTimeOffset now)
    {
        if (sla.Agreed.Response is not { } agreed || sla.ResponseDueAt is not { } due) return null;
        var time = Of(sla.Agreed.Hours, agreed, due, doneAt, doneAt ?? endedAt ?? now, isStopped: false);
        return Ended(time, doneAt, endedAt);
    }

    /// <summary>Null where nothing is agreed.</summary>
    /// <param name="doneAt">When it was solved; null when not yet.</param>
    /// <param name="endedAt">When the ticket was closed; null while it is open.</param>
    public static TicketTime? Solution(TicketSla sla, DateTimeOffset? doneAt, DateTimeOffset? endedAt, DateTimeOffset now) =>
        sla.Agreed.Solution is { } agreed && sla.SolutionDueAt is { } due
            ? Ended(Of(sla.Agreed.Hours, agreed, due, doneAt, doneAt ?? sla.StoppedAt ?? endedAt ?? now, isStopped: sla.StoppedAt is not null), doneAt, endedAt) : null;

    private static TicketTime Ended(TicketTime time, DateTimeOffset? doneAt, DateTimeOffset? endedAt) =>
        doneAt is null && endedAt is not null && time.Outcome != SlaOutcome.Missed ? time with { Outcome = SlaOutcome.NotApplicable, GoesOnAt = null } : time;

    private static TicketTime Of(SupportHours hours, TimeSpan agreed, DateTimeOffset due, DateTimeOffset? doneAt, DateTimeOffset at, bool isStopped)
    {
        if (at > due) return new(agreed, due, SlaOutcome.Missed, hours.Between(due, at));
        var left = hours.Between(at, due);
        if (doneAt is not null || isStopped) return new(agreed, due, doneAt is not null ? SlaOutcome.Met : SlaOutcome.Stopped, left);
        var opens = hours.OpensAfter(at);
        return new(agreed, due, opens is null ? SlaOutcome.Running : SlaOutcome.Waiting, left) { GoesOnAt = opens };
    }
}
