using Connect.Domain.Common;
using Connect.Domain.Invoices;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import.Files;

internal sealed class InvoiceLinesFile(EntityWriter writer, InvoiceAgreement agreement, References references) : EntityFile(writer)
{
    private const long UsualVat = 2500;
    private static readonly Stmt SelectServices = "SELECT Id, UserName, COALESCE(PhoneNumber, FixedNumber) AS PhoneNumber FROM Subscription";
    private static readonly Stmt SelectService = $"{SelectServices.Sqlite} WHERE ExternalId IN @ids";
    private Dictionary<Guid, Service> _services = [];

    public override string Name => Kinds.InvoiceLines;

    public override string Description =>
        "What invoices are for, line by line; of a service, or of the account where no service is given. The lines of an invoice add up to its amount without VAT and to its VAT, except while they are sent one by one. They are shown in the order in which they were loaded.";

    public override TableMap Table { get; } = new("InvoiceLine", ["InvoiceId", "ExternalId"],
        ["SubscriptionId", "Description", "UserName", "PhoneNumber", "Quantity", "Unit", "UnitPrice", "Amount", "VatPercent", "PeriodFrom", "PeriodTo"]);

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Code("id", 64, "Your id of the line, unique within the invoice.").Required().In("ExternalId"),
        Column.Organisation(),
        Column.Reference("invoice", Kinds.Invoices, "The invoice.").Required().In("InvoiceId"),
        Column.Reference("subscription", Kinds.Subscriptions, "The service; empty for a line of the account.").In("SubscriptionId"),
        Column.Text("description", 200, "What it is.").Required().In("Description"),
        Column.Text("userName", 200, "User name of the service, as it stood that day; as it is now unless given.").In("UserName"),
        Column.Phone("phoneNumber", "Number of the service, as it stood that day; as it is now unless given.").In("PhoneNumber"),
        Column.Decimal("quantity", 3, 1_000_000_000, "How many, with at most three decimals.").In("Quantity"),
        Column.Text("unit", 20, "Of what: st, min, GB.").In("Unit"),
        Column.Amount("unitPrice", "Kronor without VAT for one.", mayBeNegative: true).In("UnitPrice"),
        Column.Ore("amount", "Without VAT. Quantity times price, where both are given.").Required().In("Amount"),
        Column.Decimal("vatPercent", 2, 100, "VAT in percent; 25 unless given.").In("VatPercent"),
        Column.Date("periodFrom", "First day of what it is for.").In("PeriodFrom"),
        Column.Date("periodTo", "Last day of what it is for.").In("PeriodTo"),
        ServicePart.IsRemoved("line"),
    ];

    protected override bool HasId => false;

    protected override string? KeyOf(ImportRow row) => InvoicePart.KeyOf(row);

    public override bool IsRemoval(ImportRow row) => row["isRemoved"] is true;

    public override async Task PrepareAsync(CancellationToken cancellation) =>
        _services = (await references.ReadAsync<Service>(SelectServices, SelectService, cancellation)).ToDictionary(service => service.Id);

    // What the service was called that day is kept, whatever becomes of it. A line that was put on the wrong service is called as the right one.
    public override void Derive(StoredRow row)
    {
        row["VatPercent"] ??= UsualVat;
        var isAnother = row.IsNew || row.Differs("SubscriptionId");
        var service = isAnother && row["SubscriptionId"] is not null ? _services.GetValueOrDefault(row.Id("SubscriptionId")) : null;
        if (!row.IsTold("UserName")) row["UserName"] = isAnother ? service?.UserName : row.Before("UserName");
        if (!row.IsTold("PhoneNumber")) row["PhoneNumber"] = isAnother ? service?.PhoneNumber : row.Before("PhoneNumber");
    }

    public override Task CheckLoadAsync(Load load, CancellationToken cancellation) => agreement.CheckAsync(load, cancellation);

    protected override void CheckRow(Load load, string file, ImportRow row)
    {
        var amount = new Money((long)row["amount"]!);
        if (row["quantity"] is long quantity && row["unitPrice"] is long price && !InvoiceSums.LineAddsUp(quantity, new Money(price), amount)) load.Problems.Add(file, row.Line, "amount", "LineAmount");
        if (row["periodTo"] is DateOnly to && row["periodFrom"] is DateOnly from && to < from) load.Problems.Add(file, row.Line, "periodTo", "EndBeforeStart");
        agreement.GiveLine(InvoicePart.InvoiceKeyOf(row), file, row.Line, row.Text("id")!, IsRemoval(row) ? null : (amount, (int)(row["vatPercent"] as long? ?? UsualVat)));
    }

    private sealed record Service
    {
        public Guid Id { get; init; }
        public string UserName { get; init; } = "";
        public string? PhoneNumber { get; init; }
    }
}

internal sealed class PaymentsFile(EntityWriter writer, InvoiceBalances balances) : EntityFile(writer)
{
    public override string Name => Kinds.Payments;

    public override string Description =>
        "What has been paid of invoices. A payment that was booked on the wrong invoice, or taken back, is loaded again with the amount 0.";

    public override TableMap Table { get; } = new("Payment", ["InvoiceId", "ExternalId"], ["PaidOn", "Amount"]);

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Code("id", 64, "Your id of the payment, unique within the invoice.").Required().In("ExternalId"),
        Column.Organisation(),
        Column.Reference("invoice", Kinds.Invoices, "The invoice.").Required().In("InvoiceId"),
        Column.Date("date", "The day that it came in.").Required().In("PaidOn"),
        Column.Ore("amount", "With VAT; below zero when it was paid back.").Required().In("Amount"),
    ];

    protected override bool HasId => false;

    protected override string? KeyOf(ImportRow row) => InvoicePart.KeyOf(row);

    public override Task AfterWriteAsync(StoredRow row, CancellationToken cancellation) => balances.RefreshAsync([row.Id("InvoiceId")], cancellation);
}

internal static class InvoicePart
{
    public static string InvoiceKeyOf(ImportRow row) => References.Key(Kinds.Invoices, row.Text("organisation"), row.Text("invoice")!);

    public static string? KeyOf(ImportRow row) =>
        row.Text("organisation") is not null && row.Text("invoice") is not null && row.Text("id") is { } id ? $"{InvoiceKeyOf(row)}\u001f{id}" : null;
}
