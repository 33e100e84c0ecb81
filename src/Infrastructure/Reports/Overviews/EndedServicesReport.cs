using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Domain.Reports;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Reports.Overviews;

/// <summary>REP 4 Historik avslutade tjänster: the services that ended in a period, the latest first.</summary>
internal sealed class EndedServicesReport(DbSession db, ICurrentUser user) : IReport
{
    private static readonly Stmt Select = $"""
        SELECT s.EndsOn, s.UserName, COALESCE(s.PhoneNumber, s.FixedNumber) AS Number, p.Name AS Product, s.Kind, a.DisplayName AS Account, s.CostCentre, s.EmployeeNumber,
            s.StartsOn, s.CommittedUntil, s.MonthlyPrice
        FROM Subscription s
        JOIN Account a ON a.Id = s.AccountId
        JOIN Product p ON p.Id = s.ProductId
        WHERE s.Status = 5 AND s.IsHidden = 0 AND s.OrganisationId = @organisationId AND s.EndsOn >= @from AND s.EndsOn <= @to AND {AccountsAsked.Within}
        ORDER BY s.EndsOn DESC, s.UserName, s.Seq
        """;

    public Report Definition { get; } = new()
    {
        Kind = "ended-services",
        Texts = new("Reports.EndedServices", "Reports.EndedServicesHint", "Reports.EndedServicesPeriodHint"),
        Rights = [Right.ViewSubscriptions],
        Period = new(PeriodPreset.ThisYear, OfUsage: false),
        Account = FieldNeed.May,
    };

    public Task<IReadOnlyList<ReportSheet>> OpenAsync(ReportParameters parameters, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<ReportSheet>>(
    [
        Columns().Of(Text.Get("Reports.EndedServices.Sheet"), stop => db.StreamAsync<Row>(Select, OverviewScope.Parameters(user, parameters), stop)),
    ]);

    private static RowSheet<Row> Columns() => new RowSheet<Row>()
        .Day("EndedOn", row => row.EndsOn)
        .LongText("UserName", row => row.UserName)
        .Phone("Number", row => row.Number)
        .LongText("Product", row => row.Product)
        .Text("ServiceKind", row => Text.Get($"Services.Kind.{row.Kind}"))
        .LongText("Account", row => row.Account)
        .Text("CostCentre", row => row.CostCentre)
        .Text("EmployeeNumber", row => row.EmployeeNumber)
        .Day("StartsOn", row => row.StartsOn)
        .Day("CommittedUntil", row => row.CommittedUntil)
        .SumOf("LastMonthlyPrice", row => row.MonthlyPrice);

    private sealed record Row
    {
        public DateOnly EndsOn { get; init; }
        public string UserName { get; init; } = "";
        public string? Number { get; init; }
        public string Product { get; init; } = "";
        public SubscriptionKind Kind { get; init; }
        public string Account { get; init; } = "";
        public string? CostCentre { get; init; }
        public string? EmployeeNumber { get; init; }
        public DateOnly StartsOn { get; init; }
        public DateOnly? CommittedUntil { get; init; }
        public Money MonthlyPrice { get; init; }
    }
}
