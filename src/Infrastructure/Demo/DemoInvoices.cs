using System.Globalization;
using Connect.Domain.Common;
using Connect.Domain.Invoices;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Operator.Import;

namespace Connect.Infrastructure.Demo;

/// <summary>
/// Invoices of the demo data: one a month for each account that has services, with the month's fees and the traffic of the month before, in every
/// state. In sets to measure with each account has them, with one line.
/// </summary>
internal sealed class DemoInvoices(DemoSize size, IReadOnlyList<DemoCustomer> customers, DateTimeOffset until)
{
    /// <summary>Months between traffic and its invoice: what stands in no invoice yet is this month's.</summary>
    public const int TrafficLag = 1;

    private const int Months = 13, Vat = 2500;
    private readonly DateOnly _today = StockholmTime.DayOf(until);

    /// <summary>The invoice of an account that is dated the first of that month: 2611100012.</summary>
    public static string NumberOf(DemoAccount account, DateOnly month) => month.ToString("yyMM", CultureInfo.InvariantCulture) + account.Number;

    public void WriteTo(CsvFolder folder)
    {
        var invoices = All().ToList();
        folder.Write(Kinds.Invoices, "id organisation account number credits date dueDate periodFrom periodTo netAmount vatAmount rounding total reference", invoices.Select(Row));
        folder.Write(Kinds.InvoiceLines, "id organisation invoice subscription description quantity unit unitPrice amount periodFrom periodTo", invoices.SelectMany(Lines));
        folder.Write(Kinds.Payments, "id organisation invoice date amount", invoices.SelectMany(Payments));
    }

    internal IEnumerable<DemoInvoice> All()
    {
        var charges = new DemoUsage(size, customers, until).Charges();
        foreach (var customer in customers)
        {
            var services = customer.Services.Where(service => !service.Product.IsHidden && service.Status != SubscriptionStatus.Ordered).ToLookup(service => service.Account.Id);
            foreach (var (account, i) in customer.Accounts.Where(account => size.IsLarge || services.Contains(account.Id)).Select((account, i) => (account, i)))
            {
                for (var month = 0; month < Months; month++)
                {
                    var first = size.Month.AddMonths(month - Months + 1);
                    var lines = size.IsLarge ? [new DemoInvoiceLine(null, "Abonnemang", first, Kronor(149 + account.Number[^1] * 7))] : Lines(customer, account, services[account.Id], charges, first);
                    if (lines.Count == 0) continue;
                    var invoice = new DemoInvoice(customer.Id, account.Id, NumberOf(account, first), first, lines) { Fate = DemoFate.Of(i, Months - 1 - month) };
                    yield return invoice;
                    if (Credit(invoice, account) is { } note && note.Date <= _today) yield return note;
                }
            }
        }
    }

    private List<DemoInvoiceLine> Lines(DemoCustomer customer, DemoAccount account, IEnumerable<DemoService> services, ILookup<(string, string), (string Invoice, Money Charge)> charges, DateOnly first)
    {
        var (last, number, lines) = (first.AddMonths(1).AddDays(-1), NumberOf(account, first), new List<DemoInvoiceLine>());
        foreach (var service in services)
        {
            if (service.StartsOn <= last && !(service.EndsOn < first))
            {
                lines.Add(new(service.Id, service.Product.Name, first, Kronor(service.Product.Monthly)));
                lines.AddRange(DemoServiceFiles.Extras(size, customer, service).Where(extra => extra.Monthly > 0).Select(extra => new DemoInvoiceLine(service.Id, extra.Name, first, Kronor(extra.Monthly))));
            }

            foreach (var charge in charges[(customer.Id, service.Id)].Where(charge => charge.Invoice == number && charge.Charge > Money.Zero))
                lines.Add(new(service.Id, "Trafik utöver det som ingår", first.AddMonths(-TrafficLag), charge.Charge, IsTraffic: true));
        }

        if (lines.Count > 0 && account.Number[^1] % 3 == 0) lines.Insert(0, new(null, "Fakturaavgift", first, Kronor(29)));
        return lines;
    }

    // A note takes back all of it, or what one service cost too much.
    private static DemoInvoice? Credit(DemoInvoice invoice, DemoAccount account)
    {
        if (invoice.Fate is not (DemoFate.Kind.Credited or DemoFate.Kind.PartlyCredited)) return null;
        var taken = invoice.Fate == DemoFate.Kind.Credited ? invoice.Lines : [invoice.Lines.FirstOrDefault(line => line.Service is not null) ?? invoice.Lines[0]];
        var number = (int.Parse(account.Number, CultureInfo.InvariantCulture) + 500_000) % 1_000_000;
        return new(invoice.Organisation, invoice.Account, invoice.Date.ToString("yyMM", CultureInfo.InvariantCulture) + number.ToString("000000", CultureInfo.InvariantCulture), invoice.Date.AddDays(9),
            [.. taken.Select(line => line with { Description = $"Kreditering {line.Description}", Amount = Money.Zero - line.Amount })])
        { Credits = invoice };
    }

    private static string?[] Row(DemoInvoice invoice) =>
    [
        "F" + invoice.Number, invoice.Organisation, invoice.Account, invoice.Number, invoice.Credits is { } credited ? "F" + credited.Number : null, DemoFiles.Day(invoice.Date), DemoFiles.Day(invoice.DueOn),
        DemoFiles.Day(invoice.Month), DemoFiles.Day(invoice.Month.AddMonths(1).AddDays(-1)), Written(invoice.Net), Written(invoice.VatAmount), Written(invoice.Total - invoice.Net - invoice.VatAmount), Written(invoice.Total),
        invoice.Credits is null ? PaymentReference.Of(invoice.Number, withLengthDigit: true).Digits : null,
    ];

    private static IEnumerable<string?[]> Lines(DemoInvoice invoice) => invoice.Lines.Select((line, i) => (string?[])
    [
        DemoFiles.Written(i + 1), invoice.Organisation, "F" + invoice.Number, line.Service, line.Description, line.IsTraffic ? null : "1", line.IsTraffic ? null : "mån", line.IsTraffic ? null : Written(line.Amount), Written(line.Amount),
        DemoFiles.Day(line.Month), DemoFiles.Day(line.Month.AddMonths(1).AddDays(-1)),
    ]);

    // Most pay in the last week before the due day; nobody has paid tomorrow.
    private IEnumerable<string?[]> Payments(DemoInvoice invoice)
    {
        if (invoice.Credits is not null) yield break;
        var random = DemoRandom.For(size.Seed, $"{invoice.Organisation}/{invoice.Number}/payment");
        var paidOn = invoice.Fate == DemoFate.Kind.PaidEarly ? invoice.Date.AddDays(random.Between(3, 12)) : invoice.DueOn.AddDays(-random.Below(7));
        var amount = invoice.Fate switch
        {
            DemoFate.Kind.Paid or DemoFate.Kind.PaidEarly => invoice.Total,
            DemoFate.Kind.PartlyPaid or DemoFate.Kind.OverduePartly => Kronor((long)(invoice.Total.Kronor * 2 / 5)),
            DemoFate.Kind.PartlyCredited => Credit(invoice, new DemoAccount("", null, "", null, "1")) is { } note && note.Date <= _today ? invoice.Total + note.Total : Money.Zero,
            _ => Money.Zero,
        };
        if (invoice.Fate is DemoFate.Kind.PartlyPaid or DemoFate.Kind.OverduePartly) paidOn = invoice.Date.AddDays(5);
        if (amount > Money.Zero && paidOn <= _today) yield return ["1", invoice.Organisation, "F" + invoice.Number, DemoFiles.Day(paidOn), Written(amount)];
    }

    private static Money Kronor(long kronor) => Money.FromKronor(kronor);

    private static string Written(Money amount) => amount.Kronor.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>An invoice, or the note that credits one.</summary>
    internal sealed record DemoInvoice(string Organisation, string Account, string Number, DateOnly Date, IReadOnlyList<DemoInvoiceLine> Lines)
    {
        public DemoFate.Kind Fate { get; init; }
        public DemoInvoice? Credits { get; init; }
        public DateOnly Month => StockholmTime.MonthOf(Date);
        public DateOnly DueOn => Credits is null ? Date.AddDays(30) : Date;
        public Money Net { get; } = Lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
        public Money VatAmount => Domain.Common.Vat.Of(Net, Vat);

        /// <summary>In whole kronor.</summary>
        public Money Total => Kronor((long)decimal.Round((Net + VatAmount).Kronor, 0, MidpointRounding.AwayFromZero));
    }
}

/// <param name="Month">That it is for.</param>
internal sealed record DemoInvoiceLine(string? Service, string Description, DateOnly Month, Money Amount, bool IsTraffic = false);

/// <summary>What becomes of an invoice.</summary>
internal static class DemoFate
{
    internal enum Kind
    {
        Paid,
        PaidEarly,
        Unpaid,
        PartlyPaid,
        OverduePartly,
        Credited,
        PartlyCredited,
    }

    // So short that a few accounts beside each other have them all.
    private static readonly Kind[] Newest = [Kind.Unpaid, Kind.PartlyPaid, Kind.PaidEarly, Kind.Unpaid], Last = [Kind.Unpaid, Kind.Paid, Kind.Paid, Kind.OverduePartly, Kind.Paid],
        Before = [Kind.Credited, Kind.Paid, Kind.PartlyCredited, Kind.Paid];

    /// <param name="account">Place of the account among those with invoices.</param>
    /// <param name="age">In months.</param>
    public static Kind Of(int account, int age) => age switch
    {
        0 => Newest[account % Newest.Length],
        1 => Last[account % Last.Length],
        2 => Before[account % Before.Length],
        _ => ((account * 5 + age) % 29) switch { 4 => Kind.PartlyCredited, 7 => Kind.Unpaid, _ => Kind.Paid },
    };
}
