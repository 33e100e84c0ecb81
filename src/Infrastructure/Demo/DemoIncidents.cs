using System.Text.Json.Nodes;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Operator.Import;

namespace Connect.Infrastructure.Demo;

/// <summary>Outages and planned work over Sweden: what goes on, what is planned, what is over; some of it at the demo customer's own services.</summary>
internal static class DemoIncidents
{
    // As long as lines that were down at the end of the data are measured as down: DemoMeter.
    private const int DayInMinutes = 24 * 60;
    private static readonly double[] Umeå = [20.2597, 63.8284], Malmö = [13.0007, 55.6059], Göteborg = [11.9668, 57.7072], Falun = [15.6355, 60.6036];

    public static void WriteTo(CsvFolder folder, DemoSize size, IReadOnlyList<DemoCustomer> customers, DateTimeOffset until) =>
        folder.WriteFeatures(Kinds.Incidents, Now(size, customers, until).Concat(Coming(until)).Concat(Over(until)).Select(incident => incident.ToFeature()));

    /// <summary>The outage that goes on at a line when the data ends; measurements tell the same.</summary>
    public static DemoOutage? OutageOf(DemoSize size, IReadOnlyList<DemoCustomer> customers, DemoCustomer customer, DemoService service) =>
        DemoServiceFiles.Towns(size, customer, service).Contains("Umeå") ? new(3, DayInMinutes) : Terminal(customers) == service ? new(2, DayInMinutes) : null;

    private static IEnumerable<DemoIncident> Now(DemoSize size, IReadOnlyList<DemoCustomer> customers, DateTimeOffset until)
    {
        yield return One("D-1001", "outage critical", "Fiberavbrott i Umeå", "En fiberkabel har grävts av vid Öbackavägen. Bredband och kapacitet i Umeå är nere. Montör är på plats.",
            until.AddHours(-3), until.AddHours(5), Around(Umeå, .22)) with
        {
            EndedAt = until.AddHours(21),
            Services = [.. customers[0].Services.Where(service => IsInUse(service) && DemoServiceFiles.Towns(size, customers[0], service).Contains("Umeå")).Select(service => (customers[0].Id, service.Id))],
            Kinds = ["broadband", "capacity"],
            Updates =
            [
                (until.AddMinutes(-165), "Felet är bekräftat. Vi söker efter var kabeln är av."),
                (until.AddMinutes(-95), "Kabeln är avgrävd på två ställen. Svetsning har börjat."),
                (until.AddMinutes(-20), "Hälften av fibrerna är svetsade. Resten väntas vara klara inom fem timmar."),
            ]
        };
        yield return One("D-1002", "outage major", "Störningar i mobilnätet i Västerbotten", "Strömavbrott på flera basstationer mellan Skellefteå och Umeå. Samtal kan brytas och surf kan vara långsam.",
            until.AddHours(-1.5), null, Box(19.4, 63.6, 21.5, 65.0)) with
        {
            Services = [.. customers[0].Services.Where(service => service.IsMobile && IsInUse(service) && service.Account.Name.Contains("Umeå", StringComparison.Ordinal)).Select(service => (customers[0].Id, service.Id))],
            Networks = ["4G", "4G+", "5G"],
            Kinds = ["mobile", "pbxUser", "mobileBroadband"],
            Updates = [(until.AddMinutes(-40), "Elbolaget räknar med att strömmen är tillbaka inom några timmar.")],
        };
        yield return One("D-1003", "outage minor", "Långsamma svar från Mina sidor i telefonväxeln", "Inställningar i växelns webbgränssnitt sparas långsamt. Samtal påverkas inte.", until.AddHours(-26), until.AddHours(20), null);
        // A customer's own affair: nobody else is told of it.
        yield return One("D-1004", "outage critical", "Avbrott på Östervik Terminals förbindelse", "Förbindelsen till terminalen är nere. Utrustning byts ut.", until.AddHours(-2), until.AddHours(4), null)
            with
        { EndedAt = until.AddHours(22), Services = Terminal(customers) is { } line ? [(customers[1].Id, line.Id)] : [], IsPrivate = true };
    }

    private static IEnumerable<DemoIncident> Coming(DateTimeOffset until)
    {
        yield return One("P-2001", "plannedWork major", "Uppgradering av telefonväxeln", "Växeln uppgraderas. Samtal kan brytas i upp till tio minuter under natten.", Night(until, 4, 0.5), Night(until, 4, 4), null) with { Kinds = ["pbxUser"] };
        yield return One("P-2002", "plannedWork minor", "Nya basstationer i Dalarna", "5G byggs ut mellan Falun och Mora. Enstaka avbrott på några minuter kan märkas.", Night(until, 2, 1), Night(until, 9, 5), Around(Falun, .55)) with { Networks = ["5G"] };
        yield return One("P-2003", "plannedWork major", "Byte av switch i Malmö", "En switch i Malmö byts. Bredband är nere i högst 30 minuter.", Night(until, 6, 2), Night(until, 6, 4), Around(Malmö, .14)) with { Kinds = ["broadband"] };
        yield return One("P-2004", "plannedWork minor", "Underhåll av 3G-nätet på Gotland", "Service av sändare. Bara 3G påverkas.", Night(until, 12, 0), Night(until, 12, 5), Box(18.1, 57.0, 19.2, 57.95)) with { Networks = ["3G"] };
    }

    private static IEnumerable<DemoIncident> Over(DateTimeOffset until)
    {
        yield return One("D-0991", "outage major", "Strömavbrott i Göteborg", "Ett strömavbrott stoppade en knutpunkt i Göteborg.", until.AddDays(-2), until.AddDays(-2).AddHours(3), Place(Göteborg)) with
        {
            EndedAt = until.AddDays(-2).AddHours(2.2),
            Kinds = ["broadband", "capacity"],
            Updates = [(until.AddDays(-2).AddHours(2.2), "Strömmen är tillbaka och allt fungerar.")],
        };
        yield return One("D-0987", "outage minor", "Fördröjda SMS i Umeå", "SMS kom fram upp till en timme för sent.", until.AddDays(-5), null, Place(Umeå)) with { EndedAt = until.AddDays(-5).AddHours(6), Networks = ["2G", "3G", "4G"] };
    }

    /// <param name="sort">What it is, and how much of it is felt.</param>
    private static DemoIncident One(string id, string sort, string title, string text, DateTimeOffset startsAt, DateTimeOffset? expectedEndAt, JsonObject? geometry) =>
        new(id, sort.Split(' ')[0], sort.Split(' ')[1], title, text, startsAt, expectedEndAt, geometry);

    // A line, where the second customer has one.
    private static DemoService? Terminal(IReadOnlyList<DemoCustomer> customers) =>
        customers[1].Services.Where(IsInUse).OrderByDescending(service => service.Kind is SubscriptionKind.Broadband or SubscriptionKind.Capacity).FirstOrDefault();

    private static bool IsInUse(DemoService service) => service is { Status: SubscriptionStatus.Active, Product.IsHidden: false };

    private static DateTimeOffset Night(DateTimeOffset until, int days, double hour) => StockholmTime.StartOf(StockholmTime.DayOf(until).AddDays(days)).AddHours(hour);

    private static JsonObject Place(double[] at) => new() { ["type"] = "Point", ["coordinates"] = new JsonArray(at[0], at[1]) };

    // Twelve corners; a degree of longitude is half as long up here.
    private static JsonObject Around(double[] at, double radius) => Area(Enumerable.Range(0, 13).Select(i => i % 12 / 12.0 * Math.Tau)
        .Select(angle => (Math.Round(at[0] + Math.Cos(angle) * radius * 2, 4), Math.Round(at[1] + Math.Sin(angle) * radius, 4))));

    private static JsonObject Box(double west, double south, double east, double north) => Area([(west, south), (east, south), (east, north), (west, north), (west, south)]);

    private static JsonObject Area(IEnumerable<(double, double)> corners) =>
        new() { ["type"] = "Polygon", ["coordinates"] = new JsonArray(new JsonArray([.. corners.Select(corner => new JsonArray(corner.Item1, corner.Item2))])) };
}

/// <summary>An incident of the demo data.</summary>
internal sealed record DemoIncident(string Id, string Kind, string Severity, string Title, string Text, DateTimeOffset StartsAt, DateTimeOffset? ExpectedEndAt, JsonObject? Geometry)
{
    public DateTimeOffset? EndedAt { get; init; }
    public (DateTimeOffset At, string Text)[] Updates { get; init; } = [];
    public (string Organisation, string Subscription)[] Services { get; init; } = [];
    public string[] Kinds { get; init; } = [];
    public string[] Networks { get; init; } = [];
    public bool IsPrivate { get; init; }

    public JsonObject ToFeature() => new()
    {
        ["type"] = "Feature",
        ["id"] = Id,
        ["properties"] = new JsonObject
        {
            ["kind"] = Kind, ["severity"] = Severity, ["title"] = Title, ["text"] = Text, ["startsAt"] = DemoFiles.Time(StartsAt),
            ["expectedEndAt"] = ExpectedEndAt is { } end ? DemoFiles.Time(end) : null, ["endedAt"] = EndedAt is { } ended ? DemoFiles.Time(ended) : null,
            ["updates"] = new JsonArray([.. Updates.Select(update => new JsonObject { ["at"] = DemoFiles.Time(update.At), ["text"] = update.Text })]),
            ["services"] = new JsonArray([.. Services.Select(service => new JsonObject { ["organisation"] = service.Organisation, ["subscription"] = service.Subscription })]),
            ["serviceKinds"] = new JsonArray([.. Kinds.Select(kind => JsonValue.Create(kind))]),
            ["isPrivate"] = IsPrivate,
            ["mobileNetworks"] = new JsonArray([.. Networks.Select(network => JsonValue.Create(network))]),
        },
        ["geometry"] = Geometry,
    };
}
