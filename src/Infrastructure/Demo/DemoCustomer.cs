using System.Globalization;
using Connect.Domain.Subscriptions;

namespace Connect.Infrastructure.Demo;

internal sealed record DemoAccount(string Id, string? Parent, string Name, string? Alias, string Number);

/// <summary>One organisation of the demo data: its tree, and its services in a row of their own.</summary>
internal sealed class DemoCustomer
{
    private DemoCustomer(string id, int number, string name, IReadOnlyList<DemoAccount> accounts, IReadOnlyList<DemoService> services) =>
        (Id, OrganisationNumber, Name, Accounts, Services) = (id, DemoNumbers.OrganisationNumber(number), name, accounts, services);

    /// <summary>Of both.</summary>
    public static readonly IReadOnlyList<string> Ids = ["NORDVIK", "OSTERVIK"];

    public string Id { get; }
    public string OrganisationNumber { get; }
    public string Name { get; }
    public IReadOnlyList<DemoAccount> Accounts { get; }
    public IReadOnlyList<DemoService> Services { get; }

    /// <summary>The customer that the demo is about.</summary>
    public static DemoCustomer First(DemoSize size)
    {
        const string name = "Nordvik Bygg & Fastighet AB";
        var accounts = size.Accounts <= 50 ? Group(name, size.Accounts) : Wide(name, size.Accounts);
        var services = DemoService.Of(size, "NORDVIK", accounts, size.Services, numbersFrom: 0);
        var toves = TovesService(services);
        return new("NORDVIK", 71207, name, accounts, [.. services.Select(service => service.Index == toves ? service with { UserName = DemoPeople.Tove } : service)]);
    }

    // Her log-in codes go to a service that she sees.
    private static int? TovesService(IEnumerable<DemoService> services) => services.FirstOrDefault(service => service is { Kind: SubscriptionKind.Mobile, Status: SubscriptionStatus.Active })?.Index;

    /// <summary>The one that must never be seen from the first.</summary>
    public static DemoCustomer Second(DemoSize size)
    {
        const string name = "Östervik Åkeri och Logistik AB";
        DemoAccount[] accounts =
        [
            new("B1", null, name, null, "900001"), new("B2", "B1", "Östervik Fjärrtransport", "Fjärr", "900002"), new("B3", "B1", "Östervik Terminal", null, "900003"),
        ];
        return new("OSTERVIK", 71311, name, accounts, DemoService.Of(size, "OSTERVIK", accounts, 24, numbersFrom: size.Services));
    }

    // Three levels: the group, its regions and companies, their branches.
    private static List<DemoAccount> Group(string name, int count)
    {
        var accounts = new List<DemoAccount> { new("A1", null, name, null, "100001") };
        foreach (var (division, alias) in DemoNames.Divisions) Add(accounts, "A1", division, alias);
        for (var i = 0; accounts.Count < count; i++)
        {
            var parent = accounts[1 + i * DemoNames.Divisions.Length / Math.Max(1, DemoNames.Branches.Length) % DemoNames.Divisions.Length];
            var branch = DemoNames.Branches[i % DemoNames.Branches.Length];
            Add(accounts, parent.Id, $"{(branch.Length > 60 ? "" : parent.Alias ?? "Nordvik")} {branch}".Trim(), i % 4 == 1 ? branch : null);
        }

        return accounts[..Math.Min(accounts.Count, Math.Max(count, 6))];
    }

    // Ten regions of ten areas each: a region is a tenth of it all, an area a hundredth.
    private static List<DemoAccount> Wide(string name, int count)
    {
        var accounts = new List<DemoAccount> { new("A1", null, name, null, "100001") };
        for (var region = 0; region < 10; region++) Add(accounts, "A1", $"Region {DemoNames.Cities[region]}", null);
        for (var area = 0; area < 100 && accounts.Count < count; area++) Add(accounts, accounts[1 + area % 10].Id, $"Område {area + 1} {DemoNames.Streets[area % 8]}", null);
        for (var i = 0; accounts.Count < count; i++) Add(accounts, accounts[11 + i % 100].Id, $"Avdelning {i + 1} {DemoNames.Last[i % DemoNames.Last.Length]}", i % 7 == 0 ? $"Avd {i + 1}" : null);
        return accounts;
    }

    private static void Add(List<DemoAccount> accounts, string parent, string name, string? alias)
    {
        var number = accounts.Count + 1;
        accounts.Add(new($"A{number.ToString(CultureInfo.InvariantCulture)}", parent, name, alias, (100_000 + number).ToString(CultureInfo.InvariantCulture)));
    }
}
