using System.Globalization;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Operator.Import;

namespace Connect.Infrastructure.Demo;

/// <summary>Services, and what belongs to them.</summary>
internal static class DemoServiceFiles
{
    private const int StockCards = 12;
    private static readonly string?[] NoAddress = [null, null, null];

    public static void WriteTo(CsvFolder folder, DemoSize size, IReadOnlyList<DemoCustomer> customers, DateTimeOffset until)
    {
        var all = customers.SelectMany(c => c.Services.Select(s => (Customer: c, Service: s))).ToList();
        var mobile = all.Where(x => x.Service.IsMobile).ToList();
        folder.Write(Kinds.Subscriptions, "id organisation account product agreement status userName externalUserName costCentre employeeNumber phoneNumber fixedNumber monthlyPrice "
            + "dataPackage priceList extraPriceLists addOns committedUntil startsOn endsOn installationStreet installationPostalCode installationCity downMbit upMbit otherEndStreet otherEndPostalCode otherEndCity",
            all.Select(x => Subscription(size, x.Customer, x.Service)));
        folder.Write(Kinds.SimCards, "icc organisation subscription imsi pin puk form state", mobile.Where(x => x.Service.Status != SubscriptionStatus.Ordered).Select(x => Card(size, x.Customer, x.Service))
            .Concat(customers.SelectMany((c, i) => Stock(c, i))));
        folder.Write(Kinds.Handsets, "id organisation subscription kind name", mobile.Where(x => x.Service.Kind == SubscriptionKind.PbxUser).SelectMany(x => Handsets(x.Customer, x.Service)));
        folder.Write(Kinds.Devices, "organisation subscription model imei seenAt", mobile.Where(x => x.Service.Status is SubscriptionStatus.Active or SubscriptionStatus.Barred).Select(x => Device(size, x.Customer, x.Service, until)));
        folder.Write(Kinds.Barrings, "organisation subscription kind since", mobile.SelectMany(x => Barrings(size, x.Customer, x.Service)));
        folder.Write(Kinds.Forwardings, "organisation subscription kind target ringSeconds since", mobile.Where(x => x.Service.Phone is not null).SelectMany(x => Forwardings(size, x.Customer, x.Service)));
    }

    private static string?[] Subscription(DemoSize size, DemoCustomer customer, DemoService service)
    {
        var random = DemoRandom.For(size.Seed, $"{customer.Id}/{service.Id}");
        var line = service.Kind is SubscriptionKind.Broadband or SubscriptionKind.Capacity;
        var mbit = service.Product.Id == "BB1000" ? "1000" : "100";
        var (external, costCentre, employee, list, lists, addOn) = Draw(random, service);
        return
        [
            service.Id, customer.Id, service.Account.Id, service.Product.Id, "AVT-1", Choices<SubscriptionStatus>.Spelled(service.Status), service.UserName,
            external, costCentre, employee, service.Phone, service.Fixed,
            DemoFiles.Written(service.Product.Monthly + Extras(size, customer, service).Sum(extra => extra.Monthly)), service.Package, list, lists, addOn,
            service.StartsOn.AddYears(2) > size.Month ? DemoFiles.Day(service.StartsOn.AddYears(2)) : null,
            DemoFiles.Day(service.StartsOn), service.EndsOn is { } end ? DemoFiles.Day(end) : null,
            .. line ? AddressOf(service, random) : NoAddress,
            line ? mbit : null, line ? mbit : null,
            .. service.Kind == SubscriptionKind.Capacity ? Address(DemoRandom.For(size.Seed, $"{customer.Id}/{service.Id}/other-end")) : NoAddress,
        ];
    }

    /// <summary>Where a line has its ends; nothing for other services.</summary>
    public static IEnumerable<string?> Towns(DemoSize size, DemoCustomer customer, DemoService service)
    {
        if (service.Kind is not (SubscriptionKind.Broadband or SubscriptionKind.Capacity)) return [];
        var row = Subscription(size, customer, service);
        return [row[^6], row[^1]]; // installationCity and otherEndCity
    }

    // A line has the name of where it ends.
    private static string?[] AddressOf(DemoService service, DemoRandom random)
    {
        var other = Address(random);
        return [service.UserName.Split(", ")[^1], other[1], DemoNames.CityOf(service.Account.Name, other[2]!)];
    }

    private static string?[] Address(DemoRandom random) =>
        [$"{random.Pick(DemoNames.Streets)} {random.Between(1, 120)}", $"{random.Between(100, 980)} {random.Between(10, 99)}", random.Pick(DemoNames.Cities)];

    /// <summary>What is paid by the month beside the product: package, extra price lists and add-ons.</summary>
    public static IReadOnlyList<(string Name, int Monthly)> Extras(DemoSize size, DemoCustomer customer, DemoService service)
    {
        var (_, _, _, _, lists, addOn) = Draw(DemoRandom.For(size.Seed, $"{customer.Id}/{service.Id}"), service);
        return
        [
            .. DemoCatalogue.Packages.Where(package => package.Id == service.Package).Select(package => ($"Datapaket {package.Name}", package.Monthly)),
            .. DemoCatalogue.PriceLists.Where(list => lists?.Split('|').Contains(list.Id) == true).Select(list => ($"Prislista {list.Name}", list.Monthly)),
            .. DemoCatalogue.AddOns.Where(known => known.Id == addOn).Select(known => (known.Name, known.Monthly)),
        ];
    }

    private static (string? External, string? CostCentre, string? Employee, string? List, string? Lists, string? AddOn) Draw(DemoRandom random, DemoService service)
    {
        var person = service.Kind is SubscriptionKind.Mobile or SubscriptionKind.PbxUser;
        var external = person && random.Chance(20) ? service.UserName.ToLower(CultureInfo.GetCultureInfo("sv-SE")).Replace(' ', '.') : null;
        var costCentre = random.Chance(70) ? DemoFiles.Written(4000 + random.Below(30) * 10) : null;
        var employee = person && random.Chance(60) ? DemoFiles.Written(random.Between(10_000, 99_999)) : null;
        var list = person ? service.Product.Id == "MOB-S" ? "P-BAS" : "P-FRI" : null;
        var lists = person && random.Chance(15) ? random.Chance(50) ? "P-NORDEN" : "P-NORDEN|P-VARLDEN" : null;
        return (external, costCentre, employee, list, lists, service.IsMobile && random.Chance(25) ? random.Pick(DemoCatalogue.AddOns).Id : null);
    }

    private static string?[] Card(DemoSize size, DemoCustomer customer, DemoService service)
    {
        var random = DemoRandom.For(size.Seed, $"{customer.Id}/{service.Id}/sim");
        var state = service.Status == SubscriptionStatus.Terminated ? SimCardState.Expired : SimCardState.Active;
        return
        [
            DemoNumbers.Icc(service.Index), customer.Id, service.Id, DemoNumbers.Imsi(service.Index), $"{random.Below(10_000):0000}", $"{random.Below(100_000_000):00000000}",
            random.Chance(15) ? "eSim" : "physical", Choices<SimCardState>.Spelled(state),
        ];
    }

    // Cards that lie at the customer, with numbers that are known: 8946 9990 0000 00nn and a check digit.
    private static IEnumerable<string?[]> Stock(DemoCustomer customer, int organisation)
    {
        for (var i = 1; i <= StockCards; i++)
        {
            var number = 900_000_000_000L + organisation * 1000 + i;
            yield return [DemoNumbers.Icc(number), customer.Id, null, DemoNumbers.Imsi(9_000_000_000L + organisation * 1000 + i), "1234", $"{12_345_670 + i:00000000}", "physical", "inStock"];
        }
    }

    private static IEnumerable<string?[]> Handsets(DemoCustomer customer, DemoService service)
    {
        yield return ["H1", customer.Id, service.Id, "softphone", "Connect Softphone"];
        if (service.Index % 3 == 0) yield return ["H2", customer.Id, service.Id, "deskPhone", service.Index % 2 == 0 ? "Yealink T54W" : "Snom D785"];
    }

    private static string?[] Device(DemoSize size, DemoCustomer customer, DemoService service, DateTimeOffset until)
    {
        var random = DemoRandom.For(size.Seed, $"{customer.Id}/{service.Id}/device");
        var model = random.Pick(service.Kind == SubscriptionKind.MobileBroadband ? DemoNames.Routers : DemoNames.Phones);
        // What is used is seen by the network every few hours; a few have been switched off over some days.
        var seen = until.AddMinutes(-random.Between(2, 600)).AddDays(random.Chance(92) ? 0 : -random.Between(1, 5));
        return [customer.Id, service.Id, model, DemoNumbers.Imei(service.Index), Written(seen)];
    }

    private static IEnumerable<string?[]> Barrings(DemoSize size, DemoCustomer customer, DemoService service)
    {
        var random = DemoRandom.For(size.Seed, $"{customer.Id}/{service.Id}/barring");
        var kinds = service.Status == SubscriptionStatus.Barred ? [BarringKind.LostOrStolen]
            : random.Chance(12) ? random.Chance(40) ? [BarringKind.PremiumCalls, BarringKind.PremiumMessages] : [random.Pick<BarringKind>([BarringKind.RoamingData, BarringKind.OutgoingInternational, BarringKind.PremiumCalls])]
            : Array.Empty<BarringKind>();
        return kinds.Select(kind => (string?[])[customer.Id, service.Id, Choices<BarringKind>.Spelled(kind), At(size.Month.AddDays(-random.Between(2, 200)), random)]).ToList();
    }

    private static IEnumerable<string?[]> Forwardings(DemoSize size, DemoCustomer customer, DemoService service)
    {
        var random = DemoRandom.For(size.Seed, $"{customer.Id}/{service.Id}/forwarding");
        if (service.Kind == SubscriptionKind.MobileBroadband || !random.Chance(10)) yield break;
        yield return [customer.Id, service.Id, "busy", DemoNumbers.Fixed(random.Below(100)), null, At(size.Month.AddDays(-random.Between(2, 200)), random)];
        if (random.Chance(50)) yield return [customer.Id, service.Id, "noReply", DemoNumbers.Fixed(random.Below(100)), DemoFiles.Written(random.Between(1, 6) * 5), At(size.Month.AddDays(-random.Between(2, 200)), random)];
    }

    private static string At(DateOnly day, DemoRandom random) =>
        Written(StockholmTime.StartOf(day).AddMinutes(random.Between(420, 1080)));

    private static string Written(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
