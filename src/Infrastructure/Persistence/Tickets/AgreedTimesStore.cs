using Connect.Application.Tickets;
using Connect.Domain.Tickets;
using Connect.Domain.Users;

namespace Connect.Infrastructure.Persistence.Tickets;

internal sealed class AgreedTimesStore(DbSession db) : IAgreedTimes
{
    private static readonly Stmt SelectOfService = """
        SELECT x.AgreementId, x.Priority, x.SupportHours, x.ResponseMinutes, x.SolutionMinutes
        FROM Subscription s JOIN Agreement g ON g.Id = s.AgreementId JOIN AgreementSla x ON x.AgreementId = g.Id
        WHERE s.Id = @subscriptionId AND s.OrganisationId = @organisationId AND g.ValidFrom <= @day AND (g.ValidTo IS NULL OR g.ValidTo >= @day)
        """;

    private static readonly Stmt SelectOfDay = """
        SELECT x.AgreementId, x.Priority, x.SupportHours, x.ResponseMinutes, x.SolutionMinutes
        FROM Agreement g JOIN AgreementSla x ON x.AgreementId = g.Id
        WHERE g.OrganisationId = @organisationId AND g.ValidFrom <= @day AND (g.ValidTo IS NULL OR g.ValidTo >= @day)
        ORDER BY g.ValidFrom DESC, g.Id
        """;

    public async Task<IReadOnlyDictionary<TicketPriority, AgreedTimes>> OfAsync(AccountReach reach, Guid? subscriptionId, DateOnly day, CancellationToken cancellation)
    {
        var organisationId = reach.OrganisationId;
        IReadOnlyList<Row> rows = subscriptionId is null ? [] : await db.ListAsync<Row>(SelectOfService, new { subscriptionId, organisationId, day }, cancellation);
        if (rows.Count == 0) rows = await db.ListAsync<Row>(SelectOfDay, new { organisationId, day }, cancellation);
        // Of several agreements the newest counts, whole.
        return rows.TakeWhile(row => row.AgreementId == rows[0].AgreementId).ToDictionary(row => row.Priority, row => row.ToTimes());
    }

    private sealed record Row
    {
        public required Guid AgreementId { get; init; }
        public required TicketPriority Priority { get; init; }
        public required string SupportHours { get; init; }
        public int? ResponseMinutes { get; init; }
        public int? SolutionMinutes { get; init; }

        public AgreedTimes ToTimes() => new(Domain.Tickets.SupportHours.Parse(SupportHours), StoredSla.TimeOf(ResponseMinutes), StoredSla.TimeOf(SolutionMinutes));
    }
}
