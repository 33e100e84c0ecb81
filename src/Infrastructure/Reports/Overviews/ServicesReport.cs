using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Reports.Overviews;

/// <summary>REP 5 Översikt abonnemang: all services as they are today, and how many there are of each product.</summary>
internal sealed class ServicesReport(DbSession db, ICurrentUser user) : IReport
{
    private const string Found = $"""
        FROM Subscription s
        JOIN Account a ON a.Id = s.AccountId
        JOIN Product p ON p.Id = s.ProductId
        """;

    private static readonly Stmt SelectServices = $"""
        SELECT s.Status, s.UserName, s.ExternalUserName, s.PhoneNumber, s.FixedNumber, p.Name AS Product, s.Kind, a.DisplayName AS Account, s.CostCentre, s.EmployeeNumber,
            d.Name AS DataPackage, l.Name AS PriceList, (SELECT MAX(c.Icc) FROM SimCard c WHERE c.SubscriptionId = s.Id AND c.State IN (3, 4)) AS Icc,
            s.InstallationStreet, s.InstallationPostalCode, s.InstallationCity, s.OtherEndStreet, s.OtherEndPostalCode, s.OtherEndCity, s.MonthlyPrice, s.StartsOn, s.CommittedUntil, s.EndsOn
        {Found}
        LEFT JOIN DataPackage d ON d.Id = s.DataPackageId
        LEFT JOIN PriceList l ON l.Id = s.PriceListId
        WHERE s.IsHidden = 0 AND {AccountsAsked.Within}
        ORDER BY a.DisplayName, a.Seq, s.UserName, s.Seq
        """;

    private static readonly Stmt SumProducts = $"""
        SELECT p.Name AS Product, s.Kind, SUM(CASE WHEN s.Status IN (2, 3, 4) THEN 1 ELSE 0 END) AS InUse, SUM(CASE WHEN s.Status = 1 THEN 1 ELSE 0 END) AS Ordered,
            SUM(CASE WHEN s.Status = 5 THEN 1 ELSE 0 END) AS Ended, SUM(CASE WHEN s.Status = 5 THEN 0 ELSE s.MonthlyPrice END) AS MonthlyPrice
        {Found}
        WHERE s.IsHidden = 0 AND {AccountsAsked.Within}
        GROUP BY p.Id, p.Name, s.Kind
        ORDER BY p.Name, p.Id, s.Kind
        """;

    public Report Definition { get; } = new()
    {
        Kind = "services",
        Texts = new("Reports.Services", "Reports.ServicesHint", "Reports.ServicesPriceHint"),
        Rights = [Right.ViewSubscriptions],
        Account = FieldNeed.May,
    };

    public Task<IReadOnlyList<ReportSheet>> OpenAsync(ReportParameters parameters, CancellationToken cancellation)
    {
        var asked = OverviewScope.Parameters(user, parameters);
        return Task.FromResult<IReadOnlyList<ReportSheet>>(
        [
            Services().Of(Text.Get("Reports.Services.Sheet"), stop => db.StreamAsync<ServiceRow>(SelectServices, asked, stop)),
            Products().Of(Text.Get("Reports.Services.ProductSheet"), stop => db.StreamAsync<ProductRow>(SumProducts, asked, stop)),
        ]);
    }

    private static RowSheet<ServiceRow> Services() => new RowSheet<ServiceRow>()
        .Text("Status", row => Text.Get($"Services.Status.{row.Status}"))
        .LongText("UserName", row => row.UserName)
        .Phone("Number", row => row.PhoneNumber)
        .Phone("FixedNumber", row => row.FixedNumber)
        .LongText("Product", row => row.Product)
        .Text("ServiceKind", row => Text.Get($"Services.Kind.{row.Kind}"))
        .LongText("Account", row => row.Account)
        .SumOf("MonthlyPrice", row => row.Status == SubscriptionStatus.Terminated ? null : row.MonthlyPrice)
        .Text("CostCentre", row => row.CostCentre)
        .Text("EmployeeNumber", row => row.EmployeeNumber)
        .Text("ExternalUserName", row => row.ExternalUserName)
        .Text("DataPackage", row => row.DataPackage)
        .Text("PriceList", row => row.PriceList)
        .Text("Icc", row => row.Icc)
        .LongText("Address", row => row.Address)
        .Day("StartsOn", row => row.StartsOn)
        .Day("CommittedUntil", row => row.CommittedUntil)
        .Day("EndsOn", row => row.EndsOn);

    private static RowSheet<ProductRow> Products() => new RowSheet<ProductRow>()
        .LongText("Product", row => row.Product)
        .Text("ServiceKind", row => Text.Get($"Services.Kind.{row.Kind}"))
        .CountOf("InUse", row => row.InUse)
        .CountOf("Ordered", row => row.Ordered)
        .CountOf("Ended", row => row.Ended)
        .SumOf("MonthlyPrice", row => row.MonthlyPrice);

    private sealed record ServiceRow
    {
        public SubscriptionStatus Status { get; init; }
        public string UserName { get; init; } = "";
        public string? ExternalUserName { get; init; }
        public string? PhoneNumber { get; init; }
        public string? FixedNumber { get; init; }
        public string Product { get; init; } = "";
        public SubscriptionKind Kind { get; init; }
        public string Account { get; init; } = "";
        public string? CostCentre { get; init; }
        public string? EmployeeNumber { get; init; }
        public string? DataPackage { get; init; }
        public string? PriceList { get; init; }

        /// <summary>Of the card that is in the phone, barred or not.</summary>
        public string? Icc { get; init; }

        public string? InstallationStreet { get; init; }
        public string? InstallationPostalCode { get; init; }
        public string? InstallationCity { get; init; }
        public string? OtherEndStreet { get; init; }
        public string? OtherEndPostalCode { get; init; }
        public string? OtherEndCity { get; init; }
        public Money MonthlyPrice { get; init; }
        public DateOnly StartsOn { get; init; }
        public DateOnly? CommittedUntil { get; init; }
        public DateOnly? EndsOn { get; init; }

        /// <summary>Both ends of a line between two addresses.</summary>
        public string? Address => Written(InstallationStreet, InstallationPostalCode, InstallationCity) is not { } one ? null
            : Written(OtherEndStreet, OtherEndPostalCode, OtherEndCity) is { } other ? $"{one} – {other}" : one;

        private static string? Written(string? street, string? postalCode, string? city) =>
            street is null ? null : string.Join(", ", new[] { street, $"{postalCode} {city}".Trim() }.Where(part => part.Length > 0));
    }

    private sealed record ProductRow
    {
        public string Product { get; init; } = "";
        public SubscriptionKind Kind { get; init; }

        /// <summary>Active, barred or terminating.</summary>
        public long InUse { get; init; }

        public long Ordered { get; init; }
        public long Ended { get; init; }

        /// <summary>Of those that have not ended.</summary>
        public Money MonthlyPrice { get; init; }
    }
}
