using Connect.Application.Search;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import.Files;

internal sealed class SubscriptionsFile(EntityWriter writer, DbSession db, ForwardingTargets forwardings, TimeProvider clock) : EntityFile(writer)
{
    private static readonly Stmt SelectProducts = "SELECT Id, Kind, IsHidden FROM Product";
    private static readonly Stmt SelectAgreements = "SELECT Id, NoticeMonths, NoticeToMonthEnd FROM Agreement";
    private static readonly Stmt InsertMove = "INSERT INTO SubscriptionMove (SubscriptionId, FromAccountId, MovedOn) VALUES (@id, @from, @today)";
    private static readonly Stmt RenameOrders = "UPDATE CustomerOrder SET ServiceName = @userName, SearchName = @searchName WHERE SubscriptionId = @id AND AccountId = @accountId";
    private static readonly Stmt HideOrders = "UPDATE CustomerOrder SET IsHidden = @hidden WHERE SubscriptionId = @id";
    private static readonly string Terminating = Choices<SubscriptionStatus>.Spelled(SubscriptionStatus.Terminating);
    private Dictionary<Guid, ProductFacts> _products = [];
    private Dictionary<Guid, AgreementFacts> _agreements = [];

    public override string Name => Kinds.Subscriptions;
    public override string Description => "The services. What kind of service it is follows from the product.";
    public override IReadOnlyList<ImportColumn> Columns => SubscriptionColumns.All;
    public override TableMap Table { get; } = new("Subscription", ["Id"],
    [
        "OrganisationId", "AccountId", "ProductId", "AgreementId", "ExternalId", "Kind", "Status", "IsHidden", "UserName", "SearchName", "ExternalUserName",
        "CostCentre", "EmployeeNumber", "PhoneNumber", "FixedNumber", "MonthlyPrice", "DataPackageId", "PriceListId", "NoticeMonths", "NoticeToMonthEnd",
        "CommittedUntil", "StartsOn", "EndsOn", "InstallationStreet", "InstallationPostalCode", "InstallationCity",
        "OtherEndStreet", "OtherEndPostalCode", "OtherEndCity", "DownMbit", "UpMbit",
    ], hasVersion: true);

    public override SearchKind? FoundAs => SearchKind.Service;

    public override bool IsFoundAnew(StoredRow row) => row.Differs("UserName") || row.Differs("PhoneNumber") || row.Differs("FixedNumber");

    public override async Task PrepareAsync(CancellationToken cancellation)
    {
        _products = (await db.ListAsync<ProductFacts>(SelectProducts, null, cancellation)).ToDictionary(p => p.Id);
        _agreements = (await db.ListAsync<AgreementFacts>(SelectAgreements, null, cancellation)).ToDictionary(a => a.Id);
    }

    public override void Derive(StoredRow row)
    {
        var product = _products[row.Id("ProductId")];
        (row["Kind"], row["IsHidden"]) = (product.Kind, product.IsHidden);
        row["SearchName"] = SwedishText.Fold((string)row["UserName"]!);
        var agreement = row["AgreementId"] is null ? null : _agreements[row.Id("AgreementId")];
        row["NoticeMonths"] ??= agreement?.NoticeMonths ?? 0;
        row["NoticeToMonthEnd"] ??= agreement?.NoticeToMonthEnd ?? false;
    }

    public override async Task AfterWriteAsync(StoredRow row, CancellationToken cancellation)
    {
        if (row.IsNew) return;
        // As with a move in the portal: what was before it stays with the account of its day.
        if (row.Differs("AccountId"))
            await db.ExecuteAsync(InsertMove, new { id = row.Id("Id"), from = Guid.Parse(StoredRow.Canonical(row.Before("AccountId"))!), today = clock.Today() }, cancellation);
        if (row.Differs("UserName"))
            await db.ExecuteAsync(RenameOrders, new { id = row.Id("Id"), accountId = row.Id("AccountId"), userName = row["UserName"], searchName = row["SearchName"] }, cancellation);
        if (row.Differs("IsHidden")) await db.ExecuteAsync(HideOrders, new { id = row.Id("Id"), hidden = StoredRow.Canonical(row["IsHidden"]) is "1" or "True" }, cancellation);
    }

    protected override void CheckRow(Load load, string file, ImportRow row)
    {
        if (row["status"] is (long)SubscriptionStatus.Terminating or (long)SubscriptionStatus.Terminated && row["endsOn"] is null)
            load.Problems.Add(file, row.Line, "endsOn", "EndMissing", Terminating);
        if (row["endsOn"] is DateOnly end && end < (DateOnly)row["startsOn"]!) load.Problems.Add(file, row.Line, "endsOn", "EndBeforeStart");
        if (row.Has("phoneNumber") || row.Has("fixedNumber")) forwardings.GiveService(KeyOf(row)!, file, row);
    }

    private sealed record ProductFacts
    {
        public required Guid Id { get; init; }
        public required long Kind { get; init; }
        public required bool IsHidden { get; init; }
    }

    private sealed record AgreementFacts
    {
        public required Guid Id { get; init; }
        public required long NoticeMonths { get; init; }
        public required bool NoticeToMonthEnd { get; init; }
    }
}
