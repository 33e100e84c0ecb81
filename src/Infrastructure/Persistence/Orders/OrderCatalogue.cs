using Connect.Application.Orders;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;

namespace Connect.Infrastructure.Persistence.Orders;

internal sealed class OrderCatalogue(DbSession db) : IOrderCatalogue
{
    // One row for every agreement that offers the product; the first of each counts.
    private static readonly Stmt SelectProducts = """
        SELECT p.Id, p.ExternalId, p.Name, p.Description, p.CategoryId, c.Name AS Category, p.Kind, p.DownMbit, p.UpMbit,
            COALESCE(ap.MonthlyPrice, p.MonthlyPrice) AS MonthlyPrice, COALESCE(ap.OneTimePrice, p.OneTimePrice) AS OneTimePrice,
            g.Id AS AgreementId, g.Number AS Agreement, g.NoticeMonths, g.NoticeToMonthEnd, g.CommitmentMonths
        FROM Agreement g JOIN AgreementProduct ap ON ap.AgreementId = g.Id JOIN Product p ON p.Id = ap.ProductId JOIN Category c ON c.Id = p.CategoryId
        WHERE g.OrganisationId = @organisationId AND g.ValidFrom <= @day AND (g.ValidTo IS NULL OR g.ValidTo >= @day) AND p.IsHidden = 0
        ORDER BY c.SortOrder, c.Name, p.Name, p.Id, g.ValidFrom DESC, g.Number DESC
        """;

    private static readonly Stmt SelectAddOns = """
        SELECT o.Id, o.ExternalId, o.Name, o.Description, o.MonthlyPrice FROM AddOn o
        WHERE NOT EXISTS (SELECT 1 FROM AddOnKind k WHERE k.AddOnId = o.Id) OR EXISTS (SELECT 1 FROM AddOnKind k WHERE k.AddOnId = o.Id AND k.Kind = @kind)
        ORDER BY o.Name, o.Id
        """;

    public async Task<IReadOnlyList<OrderableProduct>> ProductsAsync(AccountReach reach, DateOnly day, CancellationToken cancellation) =>
        [.. (await db.ListAsync<OrderableProduct>(SelectProducts, new { organisationId = reach.OrganisationId, day }, cancellation)).DistinctBy(product => product.Id)];

    public async Task<IReadOnlyList<AddOn>> AddOnsAsync(SubscriptionKind kind, CancellationToken cancellation) =>
        [.. (await db.ListAsync<AddOnRow>(SelectAddOns, new { kind }, cancellation)).Select(row => new AddOn(row.Id, row.ExternalId, row.Name, row.Description, row.MonthlyPrice))];

    private sealed record AddOnRow
    {
        public Guid Id { get; init; }
        public string ExternalId { get; init; } = "";
        public string Name { get; init; } = "";
        public string? Description { get; init; }
        public Domain.Common.Money MonthlyPrice { get; init; }
    }
}
