using Connect.Application.Invoices;
using Connect.Domain.Common;
using Connect.Domain.Invoices;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import.Files;

internal sealed class InvoicesFile(EntityWriter writer, InvoiceAgreement agreement, InvoiceBalances balances, InvoiceIssuer issuer, References references) : EntityFile(writer)
{
    private static readonly Stmt SelectRecipients = """
        SELECT Id, Name, InvoiceReference, COALESCE(InvoiceStreet, Street) AS Street, CASE WHEN InvoiceStreet IS NULL THEN PostalCode ELSE InvoicePostalCode END AS PostalCode,
            CASE WHEN InvoiceStreet IS NULL THEN City ELSE InvoiceCity END AS City
        FROM Account
        """;

    private static readonly Stmt SelectRecipient = $"{SelectRecipients.Sqlite} WHERE ExternalId IN @ids";
    private readonly GivenNumbers _numbers = new();
    private Dictionary<Guid, Recipient> _recipients = [];

    public override string Name => Kinds.Invoices;

    public override string Description =>
        "Invoices and credit notes. What they are for comes in invoice-lines; what is paid, in payments. Amounts add up: without VAT, VAT and rounding are the total. "
        + "Whether an invoice is unpaid, partly paid, overdue, paid or credited follows from its due date, its payments and its credit notes.";

    public override TableMap Table { get; } = new("Invoice", ["Id"],
    [
        "OrganisationId", "AccountId", "ExternalId", "Number", "SearchNumber", "IsCreditNote", "CreditsInvoiceId", "InvoicedOn", "DueOn", "PeriodFrom", "PeriodTo",
        "NetAmount", "VatAmount", "Rounding", "Total", "Paid", "Credited", "Outstanding", "Settlement", "PaymentReference", "CustomerReference",
        "RecipientName", "RecipientStreet", "RecipientPostalCode", "RecipientCity",
    ], hasVersion: true);

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Id("Your id of the invoice, unique within the organisation."),
        Column.Organisation().In("OrganisationId"),
        Column.Reference("account", Kinds.Accounts, "The account that it is for.").Required().In("AccountId"),
        Column.Code("number", 40, "The invoice number that people read; unique in the whole installation. Usage names it in its column invoice.").Required().In("Number"),
        Column.Reference("credits", Kinds.Invoices, "The invoice that this one credits, which makes it a credit note; its amounts are below zero.").In("CreditsInvoiceId"),
        Column.Date("date", "Invoice date.").Required().In("InvoicedOn"),
        Column.Date("dueDate", "The last day to pay it.").Required().In("DueOn"),
        Column.Date("periodFrom", "First day of what it is for.").In("PeriodFrom"),
        Column.Date("periodTo", "Last day of what it is for.").In("PeriodTo"),
        Column.Ore("netAmount", "Without VAT.").Required().In("NetAmount"),
        Column.Ore("vatAmount", "VAT.").Required().In("VatAmount"),
        Column.Ore("rounding", "Rounding to whole kronor; 0 unless given.").In("Rounding"),
        Column.Ore("total", "To pay.").Required().In("Total"),
        Column.Of("reference", "OCR number", "What the payer gives: digits, the last a check digit by modulus 10. Empty: made of the invoice number where that is digits only; otherwise the payer gives the invoice number.", text => FieldReaders.PaymentReference(text, issuer.ReferenceHasLengthDigit)).In("PaymentReference"),
        Column.Text("customerReference", 100, "The customer's own reference; that of the account, as it is when the invoice is first loaded, unless given.").In("CustomerReference"),
        Column.Text("recipientName", 200, "To whom; the account unless given.").In("RecipientName"),
        Column.Text("recipientStreet", 200, "Where to; the account's address for invoices, as it is when the invoice is first loaded, unless given.").In("RecipientStreet"),
        Column.Text("recipientPostalCode", 10, "Postal code.").In("RecipientPostalCode"),
        Column.Text("recipientCity", 100, "City.").In("RecipientCity"),
    ];

    public override async Task PrepareAsync(CancellationToken cancellation) =>
        _recipients = (await references.ReadAsync<Recipient>(SelectRecipients, SelectRecipient, cancellation)).ToDictionary(recipient => recipient.Id);

    public override void Derive(StoredRow row)
    {
        Address(row);
        row["SearchNumber"] = SwedishText.Fold((string)row["Number"]!);
        row["Rounding"] ??= 0L;
        row["Paid"] ??= 0L;
        row["Credited"] ??= 0L;
        var total = (long)row["Total"]!;
        row["IsCreditNote"] = row["CreditsInvoiceId"] is not null || total < 0;
        if (row["IsCreditNote"] is false) row["PaymentReference"] ??= ReferenceOf((string)row["Number"]!);
        var balance = new InvoiceBalance(new(total), new((long)row["Paid"]!), new((long)row["Credited"]!), (bool)row["IsCreditNote"]!);
        (row["Outstanding"], row["Settlement"]) = (balance.Outstanding.TenThousandths, (long)balance.Settlement);
    }

    private string? ReferenceOf(string number) =>
        number.All(char.IsAsciiDigit) && number.Length + 2 <= PaymentReference.MaxLength ? PaymentReference.Of(number, issuer.ReferenceHasLengthDigit).Digits : null;

    // To whom it was sent is kept as it stood that day, whatever becomes of the account.
    private void Address(StoredRow row)
    {
        var recipient = row.IsNew ? _recipients[row.Id("AccountId")] : null;
        var isGiven = row.IsTold("RecipientStreet");
        row["CustomerReference"] ??= row.IsNew ? recipient!.InvoiceReference : row.Before("CustomerReference");
        row["RecipientName"] ??= row.IsNew ? recipient!.Name : row.Before("RecipientName");
        row["RecipientStreet"] ??= row.IsNew ? recipient!.Street : row.Before("RecipientStreet");
        if (isGiven) return;
        row["RecipientPostalCode"] ??= row.IsNew ? recipient!.PostalCode : row.Before("RecipientPostalCode");
        row["RecipientCity"] ??= row.IsNew ? recipient!.City : row.Before("RecipientCity");
    }

    public override Task AfterWriteAsync(StoredRow row, CancellationToken cancellation)
    {
        Guid[] credited = [.. new[] { row["CreditsInvoiceId"], row.Before("CreditsInvoiceId") }.Select(StoredRow.Canonical).OfType<string>().Distinct().Select(Guid.Parse)];
        return credited.Length == 0 ? Task.CompletedTask : balances.RefreshAsync(credited, cancellation);
    }

    protected override void CheckRow(Load load, string file, ImportRow row)
    {
        var (net, vat, total) = (new Money((long)row["netAmount"]!), new Money((long)row["vatAmount"]!), new Money((long)row["total"]!));
        if (!InvoiceSums.AddUp(net, vat, new Money(row["rounding"] as long? ?? 0), total)) load.Problems.Add(file, row.Line, "total", "InvoiceSum");
        if (row.Text("credits") is { } credits && (total > Money.Zero || credits == row.Text("id"))) load.Problems.Add(file, row.Line, "credits", "CreditNote");
        if ((DateOnly)row["dueDate"]! < (DateOnly)row["date"]!) load.Problems.Add(file, row.Line, "dueDate", "EndBeforeStart");
        if (row["periodTo"] is DateOnly to && row["periodFrom"] is DateOnly from && to < from) load.Problems.Add(file, row.Line, "periodTo", "EndBeforeStart");
        _numbers.Give(load, file, row, KeyOf(row)!);
        agreement.GiveInvoice(KeyOf(row)!, file, row.Line, net, vat);
    }

    protected override Task CheckAllAsync(Load load, string file, CancellationToken cancellation) =>
        agreement.CheckNumbersAsync(load, file, _numbers, cancellation);

    // An invoice is there before what credits it.
    protected override IEnumerable<ImportRow> Ordered(IEnumerable<ImportRow> rows) =>
        rows.Where(row => row["credits"] is null).Concat(rows.Where(row => row["credits"] is not null));

    private sealed record Recipient
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
        public string? InvoiceReference { get; init; }
        public string? Street { get; init; }
        public string? PostalCode { get; init; }
        public string? City { get; init; }
    }
}
