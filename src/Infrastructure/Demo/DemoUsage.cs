using System.Globalization;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Operator.Import;

namespace Connect.Infrastructure.Demo;

/// <summary>Traffic of the demo data: twelve whole months and the current one up to now, month by month.</summary>
internal sealed class DemoUsage(DemoSize size, IReadOnlyList<DemoCustomer> customers, DateTimeOffset until)
{
    internal const int Months = 13;
    private const int UsualAMonth = 26;
    private const long MachineRows = 1_000_000;
    private const int ChargeColumn = 10, InvoiceColumn = 11;
    private const string Columns = "id organisation subscription time type direction zone country number amount charge invoice";

    public void WriteTo(CsvFolder folder) => folder.Write(Kinds.Usage, Columns, Rows());

    /// <summary>The service that alone has a million records, in sets that are large enough for it: a machine that has been there all the time.</summary>
    public static DemoService? Machine(DemoSize size, DemoCustomer customer) => size.Usage < 2 * MachineRows ? null
        : customer.Services.FirstOrDefault(service => service.Product.Id == "M2M" && service.Status == SubscriptionStatus.Active && IsThereThroughout(size, service));

    /// <summary>What the traffic of a service costs on each invoice, by the invoice's number; nothing in sets to measure with.</summary>
    public ILookup<(string Customer, string Service), (string Invoice, Money Charge)> Charges() =>
        (size.Usage > 0 || size.IsLarge ? [] : Rows().Where(row => row[InvoiceColumn] is not null && row[ChargeColumn] != "0"))
        .GroupBy(row => (row[1]!, row[2]!, row[InvoiceColumn]!))
        .ToLookup(rows => (rows.Key.Item1, rows.Key.Item2), rows => (rows.Key.Item3, Money.FromKronor(rows.Sum(row => decimal.Parse(row[ChargeColumn]!, CultureInfo.InvariantCulture))).RoundedToOre()));

    internal IEnumerable<string?[]> Rows()
    {
        var machine = Machine(size, customers[0]);
        var services = Services(machine);
        for (var month = 0; month < Months; month++)
        {
            var first = size.Month.AddMonths(month - Months + 1);
            if (machine is not null)
                foreach (var row in OfMachine(machine, month)) yield return row;
            for (var i = 0; i < services.Count; i++)
            {
                var (customer, service) = services[i];
                var count = size.Usage > 0 ? Share(size.Usage - (machine is null ? 0 : MachineRows), month * services.Count + i, Months * services.Count) : Usual(service, month);
                foreach (var row in OfMonth(customer, service, first, month, count)) yield return row;
            }
        }
    }

    internal IEnumerable<string?[]> OfMachine(DemoService machine, int month) =>
        OfMonth(customers[0], machine, size.Month.AddMonths(month - Months + 1), month, (int)(MachineRows / Months + (month == 0 ? MachineRows % Months : 0)));

    // A number of records that was asked for is spread over services that were there all the time, so that all of them fit.
    private List<(DemoCustomer Customer, DemoService Service)> Services(DemoService? machine)
    {
        var all = customers.SelectMany(c => c.Services.Where(s => s.HasTraffic && !s.Product.IsHidden && s != machine).Select(s => (Customer: c, Service: s))).ToList();
        return size.Usage > 0 && all.FindAll(x => IsThereThroughout(size, x.Service)) is { Count: > 0 } throughout ? throughout : all;
    }

    private static bool IsThereThroughout(DemoSize size, DemoService service) => service.StartsOn <= size.Month.AddMonths(1 - Months) && service.EndsOn is null;

    private static int Share(long total, long part, long parts) => (int)(total * (part + 1) / parts - total * part / parts);

    private static int Usual(DemoService service, int month) =>
        service.Product.Id == "M2M" ? UsualAMonth * 3 : service.Kind == SubscriptionKind.MobileBroadband ? 12 : UsualAMonth + (service.Index + month) % 11;

    private IEnumerable<string?[]> OfMonth(DemoCustomer customer, DemoService service, DateOnly first, int month, int count)
    {
        var random = DemoRandom.For(size.Seed, $"{customer.Id}/{service.Id}/{month}");
        var last = first.AddMonths(1).AddDays(-1);
        if (size.Usage <= 0 && (service.StartsOn > last || service.EndsOn < first || service.Status == SubscriptionStatus.Ordered)) yield break;
        var used = month == Months - 1 ? DemoTopUps.UsedThisMonth(size, customer, service) : null;
        if (used is { } bytes) yield return Row(customer, service, $"{month:00}-{count:000000}", DemoTopUps.At(size, until), new("data", "outgoing", "national", null, null, bytes, "0"), null);
        var invoice = month < Months - DemoInvoices.TrafficLag ? DemoInvoices.NumberOf(service.Account, first.AddMonths(DemoInvoices.TrafficLag)) : null;
        var end = StockholmTime.StartOf(first.AddMonths(1));
        if (size.Usage > 0 && until < end) end = until;
        var seconds = (long)(end - StockholmTime.StartOf(first)).TotalSeconds;
        for (var i = 0; i < count; i++)
        {
            var time = StockholmTime.StartOf(first).AddSeconds(seconds * i / Math.Max(1, count) + random.Between(0, Math.Max(0, seconds / Math.Max(1, count) - 1)));
            var traffic = TrafficOf(service, random, count);
            if (size.Usage <= 0) time = Daytime(time, random);
            if (time > until || (used is not null && traffic.Type == "data")) continue;
            yield return Row(customer, service, $"{month:00}-{i:000000}", time, traffic, invoice);
        }
    }

    private static DemoTraffic TrafficOf(DemoService service, DemoRandom random, int count) => service.Kind switch
    {
        SubscriptionKind.MobileBroadband => DemoTraffic.Session(random, service, count),
        SubscriptionKind.FixedTelephony => DemoTraffic.OfLine(random),
        _ => DemoTraffic.OfPerson(random, service, count),
    };

    private static string?[] Row(DemoCustomer customer, DemoService service, string id, DateTimeOffset time, DemoTraffic traffic, string? invoice) =>
    [
        id, customer.Id, service.Id, time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), traffic.Type, traffic.Direction, traffic.Zone,
        traffic.Country, traffic.Number, DemoFiles.Written(traffic.Amount), traffic.Charge, invoice,
    ];

    // People call by day, most of them on working days.
    private static DateTimeOffset Daytime(DateTimeOffset time, DemoRandom random)
    {
        var day = StockholmTime.DayOf(time);
        if (!SwedishHolidays.IsWorkday(day) && random.Chance(70) && day.Day > 3) day = day.AddDays(-2);
        return StockholmTime.StartOf(day).AddSeconds(random.Between(6 * 3600 + 1800, 20 * 3600));
    }
}
