using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import.Files;

internal sealed class AccountsFile(EntityWriter writer, AccountForest forest) : EntityFile(writer)
{
    private readonly Dictionary<string, long> _numbers = new(StringComparer.Ordinal);

    public override string Name => Kinds.Accounts;
    public override string Description => "The account trees. Each organisation has one account without a parent, its root. The rows may come in any order.";
    public override TableMap Table { get; } = new("Account", ["Id"],
    [
        "OrganisationId", "ParentId", "ExternalId", "Number", "Name", "Alias", "DisplayName", "SearchName", "InvoiceReference", "OrganisationNumber", "Email", "Phone",
        "Street", "PostalCode", "City", "InvoiceOnPaper", "InvoiceStreet", "InvoicePostalCode", "InvoiceCity",
    ], hasVersion: true);

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Id("Your id of the account, unique within the organisation."),
        Column.Organisation().In("OrganisationId"),
        Column.Reference("parent", Kinds.Accounts, "The account above it; empty for the root.").In("ParentId"),
        Column.Code("number", 20, "The account number that people read; unique in the whole installation.").Required().In("Number"),
        Column.Text("name", 200, "The account's name.").Required().In("Name"),
        Column.Text("alias", 200, "Shown in the tree instead of the name.").In("Alias"),
        Column.Text("invoiceReference", 100, "The customer's reference on invoices.").In("InvoiceReference"),
        Column.Of("organisationNumber", "organisation number", "When the account is a company of its own.", FieldReaders.OrganisationNumber).In("OrganisationNumber"),
        Column.Email("email", "The account's e-mail address.").In("Email"),
        Column.Phone("phone", "The account's phone number.").In("Phone"),
        Column.Text("street", 200, "Address.").In("Street"),
        Column.Text("postalCode", 10, "Postal code.").In("PostalCode"),
        Column.Text("city", 100, "City.").In("City"),
        Column.Boolean("invoiceOnPaper", "Whether invoices are sent on paper. False unless given.").In("InvoiceOnPaper"),
        Column.Text("invoiceStreet", 200, "Address for paper invoices.").In("InvoiceStreet"),
        Column.Text("invoicePostalCode", 10, "Postal code for paper invoices.").In("InvoicePostalCode"),
        Column.Text("invoiceCity", 100, "City for paper invoices.").In("InvoiceCity"),
    ];

    public override void Derive(StoredRow row)
    {
        row["InvoiceOnPaper"] ??= false;
        var shown = row["Alias"] as string ?? (string)row["Name"]!;
        (row["DisplayName"], row["SearchName"]) = (shown, SwedishText.Fold(shown));
    }

    public override Task AfterWriteAsync(StoredRow row, CancellationToken cancellation) =>
        row.Differs("ParentId") || row.IsNew ? forest.PlaceAsync(row.Id("Id"), row["ParentId"] is null ? null : row.Id("ParentId"), row.IsNew, cancellation) : Task.CompletedTask;

    protected override void CheckRow(Load load, string file, ImportRow row)
    {
        forest.Add(KeyOf(row)!, row.Text("organisation")!, row.Text("parent"), keepsParent: !row.Has("parent"), row.Line);
        if (!_numbers.TryAdd(row.Text("number")!, row.Line)) load.Problems.Add(file, row.Line, "number", "Taken", _numbers[row.Text("number")!]);
    }

    protected override async Task CheckAllAsync(Load load, string file, CancellationToken cancellation)
    {
        await forest.CheckAsync(load, file, cancellation);
        await forest.CheckNumbersAsync(load, file, _numbers, cancellation);
    }

    protected override IEnumerable<ImportRow> Ordered(IEnumerable<ImportRow> rows) => rows.OrderBy(row => forest.DepthOf(KeyOf(row)!));
}
