using System.Runtime.CompilerServices;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Domain.Reports;
using Connect.Domain.Tickets;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Reports.Overviews;

/// <summary>
/// REP 6 SLA: how long the support tickets of a period waited for an answer and for a solution against what was agreed for their priority when they
/// were made, and how often that was kept.
/// </summary>
internal sealed class SlaReport(DbSession db, ICurrentUser user, TimeProvider clock) : IReport
{
    private static readonly Stmt Select = $"""
        SELECT k.Number, k.Title, k.State, k.Priority, a.DisplayName AS Account, k.CreatedAt, k.AnsweredAt, k.SolvedAt, k.EndedAt,
            k.SlaHours, k.SlaResponseMinutes, k.SlaSolutionMinutes, k.ResponseDueAt, k.SolutionDueAt, k.SlaStoppedAt
        FROM Ticket k
        JOIN Account a ON a.Id = k.AccountId
        WHERE k.Type = 1 AND k.OrganisationId = @organisationId AND k.CreatedAt >= @start AND k.CreatedAt < @end AND {AccountsAsked.Within}
        ORDER BY k.CreatedAt DESC, k.Seq DESC
        """;

    public Report Definition { get; } = new()
    {
        Kind = "sla",
        Texts = new("Reports.Sla", "Reports.SlaHint", "Reports.SlaTimeHint", "Reports.SlaNoneHint"),
        Rights = [Right.ManageTickets],
        Period = new(PeriodPreset.LastThreeMonths, OfUsage: false),
        Account = FieldNeed.May,
    };

    public Task<IReadOnlyList<ReportSheet>> OpenAsync(ReportParameters parameters, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<ReportSheet>>(
    [
        Tickets().Of(Text.Get("Reports.Sla.Sheet"), stop => ReadAsync(parameters, stop)),
        Priorities().Of(Text.Get("Reports.Sla.PrioritySheet"), stop => SumAsync(parameters, stop)),
    ]);

    private static RowSheet<SlaTicket> Tickets() => new RowSheet<SlaTicket>()
        .Text("Ticket", row => row.Number)
        .LongText("TicketTitle", row => row.Title)
        .Text("Priority", row => Named(row.Priority))
        .Text("Status", row => Text.Get($"Tickets.State.{row.State}"))
        .LongText("Account", row => row.Account)
        .Time("CreatedAt", row => row.CreatedAt)
        .Duration("ResponseAgreed", row => row.Response.Agreed)
        .Duration("ResponseTime", row => row.Response.Time)
        .Text("ResponseOutcome", row => Named(row.Response))
        .Duration("SolutionAgreed", row => row.Solution.Agreed)
        .Duration("SolutionTime", row => row.Solution.Time)
        .Text("SolutionOutcome", row => Named(row.Solution));

    private static RowSheet<SlaSums> Priorities() => new RowSheet<SlaSums>()
        .Text("Priority", row => Named(row.Priority))
        .CountOf("Tickets", row => row.Tickets)
        .CountOf("ResponseKept", row => row.Response.Kept)
        .CountOf("ResponseMissed", row => row.Response.Missed)
        .CountOf("ResponseLate", row => row.Response.Late)
        .CountOf("ResponseOpen", row => row.Response.Open)
        .CountOf("ResponseNone", row => row.Response.None)
        .CountOf("SolutionKept", row => row.Solution.Kept)
        .CountOf("SolutionMissed", row => row.Solution.Missed)
        .CountOf("SolutionLate", row => row.Solution.Late)
        .CountOf("SolutionOpen", row => row.Solution.Open)
        .CountOf("SolutionNone", row => row.Solution.None);

    private static string Named(TicketPriority? priority) => Text.Get(priority is { } known ? $"Tickets.Priority.{known}" : "Reports.NoPriority");

    private static string Named(SlaPart part) => Text.Get(part.IsLate ? "Reports.SlaOutcome.Late" : part.Outcome is { } outcome ? $"Reports.SlaOutcome.{outcome}" : "Reports.SlaOutcome.None");

    private async IAsyncEnumerable<SlaTicket> ReadAsync(ReportParameters parameters, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await foreach (var row in db.StreamAsync<SlaTicketRow>(Select, OverviewScope.Parameters(user, parameters), cancellation)) yield return row.On(now);
    }

    // The most urgent first.
    private async IAsyncEnumerable<SlaSums> SumAsync(ReportParameters parameters, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var sums = new Dictionary<int, SlaSums>();
        await foreach (var ticket in ReadAsync(parameters, cancellation))
        {
            var place = (int)(ticket.Priority ?? 0);
            if (!sums.TryGetValue(place, out var sum)) sums[place] = sum = new(ticket.Priority);
            sum.Add(ticket);
        }

        foreach (var sum in sums.OrderByDescending(pair => pair.Key)) yield return sum.Value;
    }
}
