using Connect.Domain.Tickets;
using Connect.Infrastructure.Persistence.Tickets;

namespace Connect.Infrastructure.Reports.Overviews;

/// <summary>A support ticket and how it stands against what was agreed.</summary>
internal sealed record SlaTicket(string Number, string Title, TicketState State, TicketPriority? Priority, string Account, DateTimeOffset CreatedAt, SlaPart Response, SlaPart Solution);

/// <summary>Answering, or solving.</summary>
/// <param name="Agreed">Null where nothing is agreed.</param>
/// <param name="Time">Support time that it took, or has taken so far; all time where nothing is agreed, and null then until it is done.</param>
/// <param name="Outcome">Null where nothing is agreed.</param>
internal sealed record SlaPart(TimeSpan? Agreed, TimeSpan? Time, SlaOutcome? Outcome)
{
    /// <summary>Too late already and not done, be the ticket open still or closed without it.</summary>
    public bool IsLate { get; init; }

    public static SlaPart Of(TicketTime? agreed, DateTimeOffset createdAt, DateTimeOffset? doneAt) =>
        agreed is null ? new(null, doneAt - createdAt, null) : new(agreed.Agreed, agreed.Outcome == SlaOutcome.NotApplicable ? null : agreed.Used, agreed.Outcome) { IsLate = agreed.Outcome == SlaOutcome.Missed && doneAt is null };
}

/// <summary>The tickets of one priority.</summary>
internal sealed class SlaSums(TicketPriority? priority)
{
    public TicketPriority? Priority => priority;
    public long Tickets { get; private set; }
    public Counts Response { get; } = new();
    public Counts Solution { get; } = new();

    public void Add(SlaTicket ticket)
    {
        Tickets++;
        Response.Add(ticket.Response);
        Solution.Add(ticket.Solution);
    }

    /// <summary>How many were done in time or too late, are late without being done, are under way still, or have nothing agreed or waited for: each ticket once.</summary>
    internal sealed class Counts
    {
        public long Kept { get; private set; }
        public long Missed { get; private set; }
        public long Late { get; private set; }
        public long Open { get; private set; }
        public long None { get; private set; }

        public void Add(SlaPart part)
        {
            if (part.Outcome == SlaOutcome.Met) Kept++;
            else if (part.IsLate) Late++;
            else if (part.Outcome == SlaOutcome.Missed) Missed++;
            else if (part.Outcome is null or SlaOutcome.NotApplicable) None++;
            else Open++;
        }
    }
}

/// <summary>A ticket as it is stored.</summary>
internal sealed record SlaTicketRow : StoredSla
{
    public string Number { get; init; } = "";
    public string Title { get; init; } = "";
    public TicketState State { get; init; }
    public TicketPriority? Priority { get; init; }
    public string Account { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public DateTimeOffset? SolvedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    public SlaTicket On(DateTimeOffset now)
    {
        var sla = Sla;
        return new(Number, Title, State, Priority, Account, CreatedAt,
            SlaPart.Of(sla is null ? null : TicketTime.Response(sla, AnsweredAt, EndedAt, now), CreatedAt, AnsweredAt),
            SlaPart.Of(sla is null ? null : TicketTime.Solution(sla, SolvedAt, EndedAt, now), CreatedAt, SolvedAt));
    }
}
