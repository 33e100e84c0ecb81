using Connect.Domain.Tickets;

namespace Connect.Infrastructure.Persistence.Tickets;

/// <summary>A row of Ticket.</summary>
internal sealed record StoredTicket : StoredSla
{
    public const string Columns =
        "k.Id, k.OrganisationId, k.AccountId, k.SubscriptionId, k.ServiceName, k.ServiceNumber, k.Number, k.ExternalId, k.Type, k.Priority, k.Title, k.State, "
        + "k.CreatedById, k.CreatedBy, k.CreatedAt, k.UpdatedAt, k.AnsweredAt, k.SolvedAt, k.EndedAt, k.SlaHours, k.SlaResponseMinutes, k.SlaSolutionMinutes, "
        + "k.ResponseDueAt, k.SolutionDueAt, k.SlaStoppedAt, k.Problem, k.Version";

    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required Guid AccountId { get; init; }
    public Guid? SubscriptionId { get; init; }
    public string? ServiceName { get; init; }
    public string? ServiceNumber { get; init; }
    public required string Number { get; init; }
    public required string ExternalId { get; init; }
    public required TicketType Type { get; init; }
    public TicketPriority? Priority { get; init; }
    public required string Title { get; init; }
    public required TicketState State { get; init; }
    public Guid? CreatedById { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public DateTimeOffset? SolvedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public string? Problem { get; init; }
    public required int Version { get; init; }

    public static StoredTicket Of(TicketData data) => new()
    {
        Id = data.Id, OrganisationId = data.OrganisationId, AccountId = data.AccountId, SubscriptionId = data.SubscriptionId, ServiceName = data.ServiceName,
        ServiceNumber = data.ServiceNumber, Number = data.Number, ExternalId = data.ExternalId, Type = data.Type, Priority = data.Priority, Title = data.Title,
        State = data.State, CreatedById = data.CreatedById, CreatedBy = data.CreatedBy, CreatedAt = data.CreatedAt, UpdatedAt = data.UpdatedAt,
        AnsweredAt = data.AnsweredAt, SolvedAt = data.SolvedAt, EndedAt = data.EndedAt, SlaHours = data.Sla?.Agreed.Hours.ToString(),
        SlaResponseMinutes = MinutesOf(data.Sla?.Agreed.Response), SlaSolutionMinutes = MinutesOf(data.Sla?.Agreed.Solution), ResponseDueAt = data.Sla?.ResponseDueAt,
        SolutionDueAt = data.Sla?.SolutionDueAt, SlaStoppedAt = data.Sla?.StoppedAt, Problem = data.Problem, Version = data.Version,
    };

    public TicketData ToData() => new()
    {
        Id = Id, OrganisationId = OrganisationId, AccountId = AccountId, SubscriptionId = SubscriptionId, ServiceName = ServiceName, ServiceNumber = ServiceNumber,
        Number = Number, ExternalId = ExternalId, Type = Type, Priority = Priority, Title = Title, State = State, CreatedById = CreatedById, CreatedBy = CreatedBy,
        CreatedAt = CreatedAt, UpdatedAt = UpdatedAt, AnsweredAt = AnsweredAt, SolvedAt = SolvedAt, EndedAt = EndedAt, Problem = Problem, Version = Version,
        Sla = Sla,
    };

    private static int? MinutesOf(TimeSpan? time) => time is { } known ? (int)known.TotalMinutes : null;
}
