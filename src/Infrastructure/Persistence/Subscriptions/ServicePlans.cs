using Connect.Application.Subscriptions;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;

namespace Connect.Infrastructure.Persistence.Subscriptions;

internal sealed class ServicePlans(DbSession db) : IServicePlans
{
    private static readonly Stmt SelectPackage = """
        SELECT d.Id, d.ExternalId, d.Name, d.Bytes, d.MonthlyPrice FROM Subscription s JOIN DataPackage d ON d.Id = s.DataPackageId
        WHERE s.Id = @subscriptionId AND s.OrganisationId = @organisationId
        """;

    private static readonly Stmt SelectBase = """
        SELECT l.Id, l.ExternalId, l.Name, l.Description, l.IsBase, l.MonthlyPrice FROM Subscription s JOIN PriceList l ON l.Id = s.PriceListId
        WHERE s.Id = @subscriptionId AND s.OrganisationId = @organisationId
        """;

    private static readonly Stmt SelectExtra = """
        SELECT l.Id, l.ExternalId, l.Name, l.Description, l.IsBase, l.MonthlyPrice
        FROM SubscriptionPriceList x JOIN PriceList l ON l.Id = x.PriceListId JOIN Subscription s ON s.Id = x.SubscriptionId
        WHERE x.SubscriptionId = @subscriptionId AND s.OrganisationId = @organisationId ORDER BY l.Name, l.Id
        """;

    private static readonly Stmt SelectPackages = """
        SELECT Id, ExternalId, Name, Bytes, MonthlyPrice FROM DataPackage WHERE IsTopUp = 0 ORDER BY CASE WHEN Bytes IS NULL THEN 1 ELSE 0 END, Bytes, Name
        """;

    private static readonly Stmt SelectPriceLists = "SELECT Id, ExternalId, Name, Description, IsBase, MonthlyPrice FROM PriceList ORDER BY Name, Id";

    private static readonly Stmt Update = """
        UPDATE Subscription SET DataPackageId = @packageId, PriceListId = @baseId WHERE Id = @subscriptionId AND OrganisationId = @organisationId
        """;

    private static readonly Stmt DeleteExtra = """
        DELETE FROM SubscriptionPriceList WHERE SubscriptionId = @subscriptionId
        AND EXISTS (SELECT 1 FROM Subscription s WHERE s.Id = @subscriptionId AND s.OrganisationId = @organisationId)
        """;

    private static readonly Stmt InsertExtra = """
        INSERT INTO SubscriptionPriceList (SubscriptionId, PriceListId)
        SELECT s.Id, @listId FROM Subscription s WHERE s.Id = @subscriptionId AND s.OrganisationId = @organisationId
        """;

    public async Task<ServicePlan> OfAsync(Guid organisationId, Guid subscriptionId, CancellationToken cancellation)
    {
        var parameters = new { organisationId, subscriptionId };
        return new(
            (await db.FirstOrDefaultAsync<PackageRow>(SelectPackage, parameters, cancellation))?.ToPackage(),
            (await db.FirstOrDefaultAsync<PriceListRow>(SelectBase, parameters, cancellation))?.ToList(),
            [.. (await db.ListAsync<PriceListRow>(SelectExtra, parameters, cancellation)).Select(row => row.ToList())]);
    }

    public async Task<PlanCatalogue> CatalogueAsync(CancellationToken cancellation) => new(
        [.. (await db.ListAsync<PackageRow>(SelectPackages, null, cancellation)).Select(row => row.ToPackage())],
        [.. (await db.ListAsync<PriceListRow>(SelectPriceLists, null, cancellation)).Select(row => row.ToList())]);

    public async Task SaveAsync(Guid organisationId, Guid subscriptionId, ServicePlan plan, CancellationToken cancellation)
    {
        await db.ExecuteAsync(Update, new { organisationId, subscriptionId, packageId = plan.Package?.Id, baseId = plan.Base?.Id }, cancellation);
        await db.ExecuteAsync(DeleteExtra, new { organisationId, subscriptionId }, cancellation);
        foreach (var list in plan.Extra) await db.ExecuteAsync(InsertExtra, new { organisationId, subscriptionId, listId = list.Id }, cancellation);
    }

    private sealed record PackageRow
    {
        public Guid Id { get; init; }
        public string ExternalId { get; init; } = "";
        public string Name { get; init; } = "";
        public long? Bytes { get; init; }
        public Money MonthlyPrice { get; init; }

        public DataPackage ToPackage() => new(Id, ExternalId, Name, Bytes, MonthlyPrice);
    }

    private sealed record PriceListRow
    {
        public Guid Id { get; init; }
        public string ExternalId { get; init; } = "";
        public string Name { get; init; } = "";
        public string? Description { get; init; }
        public bool IsBase { get; init; }
        public Money MonthlyPrice { get; init; }

        public PriceList ToList() => new(Id, ExternalId, Name, Description, IsBase, MonthlyPrice);
    }
}
