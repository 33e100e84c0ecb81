using System.Globalization;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Operator.Import;

namespace Connect.Infrastructure.Demo;

/// <summary>Traffic of the demo data: twelve whole months and the current one up to now, month by month.</summary>
internal sealed class DemoUsage(DemoSize size, IReadOnlyList<DemoCustomer> customers, DateTimeOffset until)
{
    private const int Months = 13, UsualAMonth = 26;
    private const long MachineRows = 1_000_000;
    private const string Columns = "id organisation subscription time type direction zone country number amount charge invoice";

    public void WriteTo(CsvFolder folder) => folder.Write(Kinds.Usage, Columns, Rows());

    private IEnumerable<string?[]> Rows()
    {
        var services = customers.SelectMany(c => c.Services.Where(s => s.IsMobile && !s.Product.IsHidden).Select(s => (Customer: c, Service: s))).ToList();
        var machine = size.Usage >= 2 * MachineRows ? services.FindIndex(x => x.Service.Kind == SubscriptionKind.MobileBroadband) : -1;
        var left = size.Usage - (machine >= 0 ? MachineRows : 0);
        for (var month = 0; month < Months; month++)
        {
            var first = size.Month.AddMonths(month - Months + 1);
            for (var i = 0; i < services.Count; i++)
            {
                var (customer, service) = services[i];
                var count = i == machine ? (int)(MachineRows / Months + (month == 0 ? MachineRows % Months : 0)) : Count(service, left, services.Count, month);
                foreach (var row in OfMonth(customer, service, first, month, count, i == machine)) yield return row;
            }
        }
    }

    private int Count(DemoService service, long left, int services, int month)
    {
        if (size.Usage <= 0) return service.Product.Id == "M2M" ? UsualAMonth * 3 : service.Kind == SubscriptionKind.MobileBroadband ? 12 : UsualAMonth + (service.Index + month) % 11;
        var share = left * (month + 1) / Months / services - left * month / Months / services;
        return (int)share;
    }

    private IEnumerable<string?[]> OfMonth(DemoCustomer customer, DemoService service, DateOnly first, int month, int count, bool isMachine)
    {
        var random = DemoRandom.For(size.Seed, $"{customer.Id}/{service.Id}/{month}");
        var last = first.AddMonths(1).AddDays(-1);
        if (size.Usage <= 0 && (service.StartsOn > last || service.EndsOn < first)) yield break;
        var invoice = month < Months - 2 ? $"{900_000 + month * 1000 + int.Parse(service.Account.Number, CultureInfo.InvariantCulture) % 1000}" : null;
        var seconds = (long)(StockholmTime.StartOf(first.AddMonths(1)) - StockholmTime.StartOf(first)).TotalSeconds;
        for (var i = 0; i < count; i++)
        {
            var time = StockholmTime.StartOf(first).AddSeconds(seconds * i / Math.Max(1, count) + random.Between(0, Math.Max(0, seconds / Math.Max(1, count) - 1)));
            var traffic = isMachine || service.Kind == SubscriptionKind.MobileBroadband ? DemoTraffic.Session(random, service, count) : DemoTraffic.OfPerson(random, service, count);
            if (size.Usage <= 0) time = Daytime(time, random);
            if (time > until) continue;
            yield return
            [
                $"{month:00}-{i:000000}", customer.Id, service.Id, time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), traffic.Type, traffic.Direction, traffic.Zone,
                traffic.Country, traffic.Number, DemoFiles.Written(traffic.Amount), traffic.Charge, invoice,
            ];
        }
    }

    // People call by day, most of them on working days.
    private static DateTimeOffset Daytime(DateTimeOffset time, DemoRandom random)
    {
        var day = StockholmTime.DayOf(time);
        if (!SwedishHolidays.IsWorkday(day) && random.Chance(70) && day.Day > 3) day = day.AddDays(-2);
        return StockholmTime.StartOf(day).AddSeconds(random.Between(6 * 3600 + 1800, 20 * 3600));
    }
}
