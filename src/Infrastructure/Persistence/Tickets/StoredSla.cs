using Connect.Domain.Tickets;

namespace Connect.Infrastructure.Persistence.Tickets;

/// <summary>The clock of a ticket as the columns of its row.</summary>
internal abstract record StoredSla
{
    public string? SlaHours { get; init; }
    public int? SlaResponseMinutes { get; init; }
    public int? SlaSolutionMinutes { get; init; }
    public DateTimeOffset? ResponseDueAt { get; init; }
    public DateTimeOffset? SolutionDueAt { get; init; }
    public DateTimeOffset? SlaStoppedAt { get; init; }

    /// <summary>Null where nothing is agreed.</summary>
    protected TicketSla? Sla => SlaHours is null ? null : new TicketSla
    {
        Agreed = new(SupportHours.Parse(SlaHours), TimeOf(SlaResponseMinutes), TimeOf(SlaSolutionMinutes)), ResponseDueAt = ResponseDueAt, SolutionDueAt = SolutionDueAt, StoppedAt = SlaStoppedAt,
    };

    public static TimeSpan? TimeOf(int? minutes) => minutes is { } known ? TimeSpan.FromMinutes(known) : null;
}
