using System.Globalization;
using Connect.Domain.Common;
using Connect.Domain.Monitoring;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Operator.Import;

namespace Connect.Infrastructure.Demo;

/// <summary>
/// Measurements of the demo data's broadband and capacity: half a year in days, a month in hours, a week in five minutes up to now.
/// Offices use their lines by day; there have been outages, and what an incident touches now is down. A few services are not monitored.
/// </summary>
internal sealed class DemoMonitoring(DemoSize size, IReadOnlyList<DemoCustomer> customers, DateTimeOffset until)
{
    private const int Most = 24;
    internal const string Columns = "organisation subscription time resolution inBitsPerSecond outBitsPerSecond latencyMilliseconds packetLossPercent availabilityPercent";
    private static readonly DemoOutage[] Often = [new(21 * 24 + 9, 300), new(53, 45), new(110 * 24, 90)];

    public void WriteTo(CsvFolder folder) => folder.Write(Kinds.Monitoring, Columns, Rows());

    /// <summary>Three of four lines in use; in sets to measure with no more than in one to look at.</summary>
    public IReadOnlyList<(DemoCustomer Customer, DemoService Service)> Services { get; } = [.. customers.SelectMany(customer => customer.Services
        .Where(service => service.Kind is SubscriptionKind.Broadband or SubscriptionKind.Capacity && service.Status is SubscriptionStatus.Active or SubscriptionStatus.Terminating)
        .Where((service, i) => service.Kind == SubscriptionKind.Capacity || i % 4 != 3).Take(Most).Select(service => (customer, service)))];

    internal IEnumerable<string?[]> Rows()
    {
        var today = StockholmTime.DayOf(until);
        var (month, week) = (StockholmTime.StartOf(today.AddMonths(-1)), StockholmTime.StartOf(today.AddDays(-MonitoringResolutions.KeepRawDays)));
        foreach (var ((customer, service), i) in Services.Select((owned, i) => (owned, i)))
        {
            var line = new DemoLine(service, DemoRandom.For(size.Seed, $"{customer.Id}/{service.Id}/monitoring"), until,
                [.. i % 3 == 0 ? Often : [], .. DemoIncidents.OutageOf(size, customers, customer, service) is { } outage ? [outage] : Array.Empty<DemoOutage>()]);
            for (var day = today.AddMonths(-MonitoringResolutions.KeepHourMonths); StockholmTime.StartOf(day) < month; day = day.AddDays(1))
                if (day >= service.StartsOn) yield return Row(customer.Id, service.Id, line.Rolled(MonitoringResolution.Day, StockholmTime.StartOf(day)), "day");
            for (var hour = month; hour < week; hour = hour.AddHours(1))
                if (StockholmTime.DayOf(hour) >= service.StartsOn) yield return Row(customer.Id, service.Id, line.Rolled(MonitoringResolution.Hour, hour), "hour");
            for (var at = week; at.AddMinutes(5) <= until; at = at.AddMinutes(5))
                if (!IsGap(i, at)) yield return Row(customer.Id, service.Id, line.Measured(at), null);
        }
    }

    // Whoever measures stands still now and then, too.
    private bool IsGap(int line, DateTimeOffset at) => line % 5 == 2 && until - at is { TotalHours: > 80 and < 83 };

    internal static string?[] Row(string organisation, string service, MonitoringPoint point, string? resolution) =>
    [
        organisation, service, point.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), resolution, point.InBits?.ToString(CultureInfo.InvariantCulture),
        point.OutBits?.ToString(CultureInfo.InvariantCulture), Written(point.Latency / 1000m), Written(point.Loss / 100m), Written(point.Availability / 100m),
    ];

    private static string? Written(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);
}

/// <param name="HoursAgo">When it began, before the end of the data.</param>
internal readonly record struct DemoOutage(double HoursAgo, int Minutes);

/// <summary>A line of the demo data: how much it carries at an instant.</summary>
internal sealed class DemoLine(DemoService service, DemoRandom random, DateTimeOffset until, IReadOnlyList<DemoOutage> outages)
{
    private const int Rush = 10;
    private readonly long _bandwidth = service.Product.Id == "BB1000" ? 1_000_000_000 : 100_000_000;
    private readonly int _busy = random.Between(18, 62), _latency = random.Between(2200, 9500);

    /// <summary>Five minutes.</summary>
    public MonitoringPoint Measured(DateTimeOffset at)
    {
        if (ShareDown(at, TimeSpan.FromMinutes(5)) > .5) return DemoMeter.Down(at);
        var loss = random.Chance(3) ? random.Between(5, 60) : 0;
        return Point(at, Share(at) * (70 + random.Below(60)) / 100, loss, MonitoringPoint.Whole);
    }

    /// <summary>An hour or a day.</summary>
    public MonitoringPoint Rolled(MonitoringResolution resolution, DateTimeOffset start)
    {
        var length = TimeSpan.FromMinutes(5 * resolution.SamplesIn(start));
        var share = resolution == MonitoringResolution.Hour ? Share(start.AddMinutes(30)) : Enumerable.Range(0, 24).Average(hour => Share(start.AddHours(hour)));
        var down = ShareDown(start, length);
        return Point(start, share * (1 - down) * (90 + random.Below(20)) / 100, Math.Min(MonitoringPoint.Whole, (int)(down * MonitoringPoint.Whole) + random.Below(8)), (int)Math.Round((1 - down) * MonitoringPoint.Whole));
    }

    private MonitoringPoint Point(DateTimeOffset at, double share, int loss, int availability) => new()
    {
        At = at,
        InBits = (long)(_bandwidth * share / 1000) * 1000,
        OutBits = (long)(_bandwidth * share * (service.Kind == SubscriptionKind.Capacity ? .7 : .28) / 1000) * 1000,
        Latency = availability == 0 ? null : _latency + random.Below(900) + (int)(share * 9000),
        Loss = loss,
        Availability = availability,
    };

    // People come at seven and go at five, most of them on working days; at two the backup runs.
    private double Share(DateTimeOffset at)
    {
        var local = StockholmTime.LocalOf(at);
        var hour = local.Hour + local.Minute / 60.0;
        var day = SwedishHolidays.IsWorkday(DateOnly.FromDateTime(local.DateTime)) ? 1 : .12;
        var office = Math.Max(0, Math.Sin((hour - 6) / 12 * Math.PI)) * (hour is > 11.7 and < 12.8 ? .7 : 1);
        var backup = hour is >= 2 and < 2.75 ? .25 : 0;
        return Math.Min(.97, .015 + backup + _busy / 100.0 * day * office * (Math.Abs(hour - Rush) < 1 ? 1.1 : 1));
    }

    private double ShareDown(DateTimeOffset start, TimeSpan length) => outages.Sum(outage =>
    {
        var from = until.AddHours(-outage.HoursAgo);
        var to = from.AddMinutes(outage.Minutes);
        var (begin, end) = (from > start ? from : start, to < start + length ? to : start + length);
        return end > begin ? (end - begin) / length : 0;
    });
}
