using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Domain.Reports;
using Connect.Domain.Tickets;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Reports.Overviews;

/// <summary>REP 10 Ärenden: the tickets that were made in a period, the newest first.</summary>
internal sealed class TicketsReport(DbSession db, ICurrentUser user) : IReport
{
    // A service that is kept out of the portal is not named.
    private static readonly Stmt Select = $"""
        SELECT k.Number, k.Title, k.Type, k.State, k.Priority, a.DisplayName AS Account, CASE WHEN s.IsHidden = 1 THEN NULL ELSE k.ServiceName END AS ServiceName,
            CASE WHEN s.IsHidden = 1 THEN NULL ELSE k.ServiceNumber END AS ServiceNumber, k.CreatedBy, k.CreatedAt, k.AnsweredAt, k.SolvedAt, k.UpdatedAt
        FROM Ticket k
        JOIN Account a ON a.Id = k.AccountId
        LEFT JOIN Subscription s ON s.Id = k.SubscriptionId
        WHERE k.OrganisationId = @organisationId AND k.CreatedAt >= @start AND k.CreatedAt < @end AND {AccountsAsked.Within}
        ORDER BY k.CreatedAt DESC, k.Seq DESC
        """;

    public Report Definition { get; } = new()
    {
        Kind = "tickets",
        Texts = new("Reports.Tickets", "Reports.TicketsHint", "Reports.TicketsListHint"),
        Rights = [Right.ManageTickets],
        Period = new(PeriodPreset.SinceLastMonth, OfUsage: false),
        Account = FieldNeed.May,
    };

    public Task<IReadOnlyList<ReportSheet>> OpenAsync(ReportParameters parameters, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<ReportSheet>>(
    [
        Columns().Of(Text.Get("Reports.Tickets.Sheet"), stop => db.StreamAsync<Row>(Select, OverviewScope.Parameters(user, parameters), stop)),
    ]);

    private static RowSheet<Row> Columns() => new RowSheet<Row>()
        .Text("Ticket", row => row.Number)
        .LongText("TicketTitle", row => row.Title)
        .Text("TicketType", row => Text.Get($"Tickets.Type.{row.Type}"))
        .Text("Status", row => Text.Get($"Tickets.State.{row.State}"))
        .Text("Priority", row => row.Priority is { } priority ? Text.Get($"Tickets.Priority.{priority}") : null)
        .LongText("Account", row => row.Account)
        .LongText("UserName", row => row.ServiceName)
        .Phone("Number", row => row.ServiceNumber)
        .LongText("CreatedBy", row => row.CreatedBy)
        .Time("CreatedAt", row => row.CreatedAt)
        .Time("AnsweredAt", row => row.AnsweredAt)
        .Time("SolvedAt", row => row.SolvedAt)
        .Time("UpdatedAt", row => row.UpdatedAt);

    private sealed record Row
    {
        public string Number { get; init; } = "";
        public string Title { get; init; } = "";
        public TicketType Type { get; init; }
        public TicketState State { get; init; }
        public TicketPriority? Priority { get; init; }
        public string Account { get; init; } = "";
        public string? ServiceName { get; init; }
        public string? ServiceNumber { get; init; }
        public string CreatedBy { get; init; } = "";
        public DateTimeOffset CreatedAt { get; init; }
        public DateTimeOffset? AnsweredAt { get; init; }
        public DateTimeOffset? SolvedAt { get; init; }
        public DateTimeOffset UpdatedAt { get; init; }
    }
}
