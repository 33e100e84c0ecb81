using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import.Files;

// What the operator sells: small files of one shape.

internal sealed class CategoriesFile(EntityWriter writer) : EntityFile(writer)
{
    public override string Name => Kinds.Categories;
    public override string Description => "Groups of products in the order wizard.";
    public override TableMap Table { get; } = new("Category", ["Id"], ["ExternalId", "Name", "SortOrder"]);

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Id("Your id of the category."),
        Column.Text("name", 200, "The category's name.").Required().In("Name"),
        Column.Number("sortOrder", 0, 1_000_000, "Lower comes first; 0 unless given.").In("SortOrder"),
    ];

    public override void Derive(StoredRow row) => row["SortOrder"] ??= 0L;
}

internal sealed class ProductsFile(EntityWriter writer, DbSession db) : EntityFile(writer)
{
    private static readonly Stmt HideOrders = """
        UPDATE CustomerOrder SET IsHidden = @hidden WHERE IsHidden <> @hidden AND SubscriptionId IN (SELECT s.Id FROM Subscription s WHERE s.ProductId = @id)
        """;

    private static readonly Stmt HideServices = "UPDATE Subscription SET IsHidden = @hidden, Version = Version + 1 WHERE ProductId = @id AND IsHidden <> @hidden AND IsWithdrawn = 0";

    public override string Name => Kinds.Products;
    public override string Description => "What a subscription is a subscription of.";
    public override TableMap Table { get; } = new("Product", ["Id"], ["CategoryId", "ExternalId", "Kind", "Name", "Description", "MonthlyPrice", "OneTimePrice", "IsHidden", "DownMbit", "UpMbit"]);

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Id("Your id of the product."),
        Column.Reference("category", Kinds.Categories, "The category it is found in.").Required().In("CategoryId"),
        Column.Choice<SubscriptionKind>("kind", "The kind of service; it decides what the portal shows and offers.").Required().In("Kind"),
        Column.Text("name", 200, "The product's name.").Required().In("Name"),
        Column.Text("description", 2000, "A few words for the order wizard.").In("Description"),
        Column.Amount("monthlyPrice", "Kronor a month without VAT.").Required().In("MonthlyPrice"),
        Column.Amount("oneTimePrice", "Kronor once, without VAT; 0 unless given.").In("OneTimePrice"),
        Column.Boolean("isHidden", "Kept out of the portal: its services are nowhere to be seen. False unless given.").In("IsHidden"),
        Column.Number("downMbit", 1, 1_000_000, "Bandwidth in of a line, Mbit/s; empty where it is told with the order.").In("DownMbit"),
        Column.Number("upMbit", 1, 1_000_000, "Bandwidth out, likewise.").In("UpMbit"),
    ];

    public override void Derive(StoredRow row)
    {
        row["OneTimePrice"] ??= 0L;
        row["IsHidden"] ??= false;
    }

    // The services and their orders carry a copy, so that lists need not look at the product.
    public override async Task AfterWriteAsync(StoredRow row, CancellationToken cancellation)
    {
        if (row.IsNew || !row.Differs("IsHidden")) return;
        var hidden = new { id = row.Id("Id"), hidden = StoredRow.Canonical(row["IsHidden"]) is "1" or "True" };
        await db.ExecuteAsync(HideServices, hidden, cancellation);
        await db.ExecuteAsync(HideOrders, hidden, cancellation);
    }
}

internal sealed class DataPackagesFile(EntityWriter writer) : EntityFile(writer)
{
    public override string Name => Kinds.DataPackages;
    public override string Description => "Amounts of data a month, and top-ups for the current month.";
    public override TableMap Table { get; } = new("DataPackage", ["Id"], ["ExternalId", "Name", "Bytes", "MonthlyPrice", "IsTopUp"]);

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Id("Your id of the package."),
        Column.Text("name", 200, "The package's name.").Required().In("Name"),
        Column.Number("bytes", 0, 1_000_000_000_000_000, "Included data; empty for no limit.").In("Bytes"),
        Column.Amount("monthlyPrice", "Kronor a month without VAT; for a top-up, once.").Required().In("MonthlyPrice"),
        Column.Boolean("isTopUp", "Whether it fills up the current month. False unless given.").In("IsTopUp"),
    ];

    public override void Derive(StoredRow row) => row["IsTopUp"] ??= false;
}

internal sealed class PriceListsFile(EntityWriter writer) : EntityFile(writer)
{
    public override string Name => Kinds.PriceLists;
    public override string Description => "What traffic costs. A subscription has one base price list and any number of extra ones.";
    public override TableMap Table { get; } = new("PriceList", ["Id"], ["ExternalId", "Name", "Description", "IsBase", "MonthlyPrice", "IncludedSeconds", "IncludedMessages"]);

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Id("Your id of the price list."),
        Column.Text("name", 200, "The price list's name.").Required().In("Name"),
        Column.Text("description", 2000, "A few words on what it covers.").In("Description"),
        Column.Boolean("isBase", "Whether it is a base price list. False unless given.").In("IsBase"),
        Column.Amount("monthlyPrice", "Kronor a month without VAT; 0 unless given.").In("MonthlyPrice"),
        Column.Number("includedSeconds", 0, 100_000_000, "Seconds of calls a month that are included; empty for no limit.").In("IncludedSeconds"),
        Column.Number("includedMessages", 0, 100_000_000, "SMS and MMS a month that are included; empty for no limit.").In("IncludedMessages"),
    ];

    public override void Derive(StoredRow row)
    {
        row["IsBase"] ??= false;
        row["MonthlyPrice"] ??= 0L;
    }
}

internal sealed class AddOnsFile(EntityWriter writer) : EntityFile(writer)
{
    public override string Name => Kinds.AddOns;
    public override string Description => "Services on top of a subscription.";
    public override TableMap Table { get; } = new("AddOn", ["Id"], ["ExternalId", "Name", "Description", "MonthlyPrice"]);

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Id("Your id of the add-on."),
        Column.Text("name", 200, "The add-on's name.").Required().In("Name"),
        Column.Text("description", 2000, "A few words on what it does.").In("Description"),
        Column.Amount("monthlyPrice", "Kronor a month without VAT; 0 unless given.").In("MonthlyPrice"),
        Column.List(Column.Choice<SubscriptionKind>("kinds", "The kinds of service that it can be ordered for; empty for all of them."), new("AddOnKind", "AddOnId", "Kind")),
    ];

    public override void Derive(StoredRow row) => row["MonthlyPrice"] ??= 0L;
}
