using System.Globalization;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Operator.Import;

namespace Connect.Infrastructure.Demo;

/// <summary>Writes the demo data as files of an import, so that it goes in the way that real data does.</summary>
internal sealed class DemoFiles(DemoSize size)
{
    private readonly DemoCustomer[] _customers = [DemoCustomer.First(size), DemoCustomer.Second(size)];

    /// <summary>The customer that the demo is about, then the other.</summary>
    public IReadOnlyList<DemoCustomer> Customers => _customers;

    /// <summary>Everything but the traffic, as it stands at that moment.</summary>
    public void WriteTo(CsvFolder folder, DateTimeOffset until)
    {
        Catalogue(folder);
        folder.Write(Kinds.Organisations, "id organisationNumber name requireTwoFactor", _customers.Select(c => (string?[])[c.Id, c.OrganisationNumber, c.Name, "false"]));
        folder.Write(Kinds.Accounts, "id organisation parent number name alias invoiceReference email phone street postalCode city invoiceOnPaper organisationNumber invoiceStreet invoicePostalCode invoiceCity", _customers.SelectMany(Accounts));
        folder.Write(Kinds.Agreements, "id organisation number validFrom noticeMonths noticeToMonthEnd commitmentMonths products", _customers.Select(Agreement));
        DemoPeople.WriteTo(folder, size, _customers);
        DemoServiceFiles.WriteTo(folder, size, _customers, until);
        DemoOrders.WriteTo(folder, size, _customers, DemoPeople.Users(size, _customers), until);
        DemoTickets.WriteTo(folder, size, _customers, until);
        DemoIncidents.WriteTo(folder, size, _customers, until);
        DemoCoverage.WriteTo(folder);
    }

    private static void Catalogue(CsvFolder folder)
    {
        folder.Write(Kinds.Categories, "id name sortOrder", [["MOBILT", "Mobilt", "1"], ["VAXEL", "Växel", "2"], ["BREDBAND", "Bredband och kapacitet", "3"], ["TELEFONI", "Fast telefoni", "4"]]);
        folder.Write(Kinds.Products, "id category kind name description monthlyPrice oneTimePrice isHidden downMbit upMbit", DemoCatalogue.Products.Select(p =>
            (string?[])[p.Id, p.Category, Choices<SubscriptionKind>.Spelled(p.Kind), p.Name, p.Description, Written(p.Monthly), Written(p.OneTime), p.IsHidden ? "true" : "false", p.Mbit?.ToString(CultureInfo.InvariantCulture), p.Mbit?.ToString(CultureInfo.InvariantCulture)]));
        folder.Write(Kinds.DataPackages, "id name bytes monthlyPrice isTopUp",
            DemoCatalogue.Packages.Select(p => (string?[])[p.Id, p.Name, Written(p.Bytes), Written(p.Monthly), "false"])
                .Concat(DemoCatalogue.TopUps.Select(p => (string?[])[p.Id, p.Name, Written(p.Bytes), Written(p.Price), "true"])));
        folder.Write(Kinds.PriceLists, "id name description isBase monthlyPrice includedSeconds includedMessages", DemoCatalogue.PriceLists.Select(p =>
            (string?[])[p.Id, p.Name, p.Description, p.IsBase ? "true" : "false", Written(p.Monthly), p.Seconds?.ToString(CultureInfo.InvariantCulture), p.Messages?.ToString(CultureInfo.InvariantCulture)]));
        folder.Write(Kinds.AddOns, "id name description monthlyPrice kinds", DemoCatalogue.AddOns.Select(a => (string?[])[a.Id, a.Name, a.Description, Written(a.Monthly), a.Kinds]));
    }

    private IEnumerable<string?[]> Accounts(DemoCustomer customer)
    {
        var (random, post) = (DemoRandom.For(size.Seed, customer.Id + "/accounts"), DemoRandom.For(size.Seed, customer.Id + "/invoice-addresses"));
        foreach (var account in customer.Accounts)
        {
            yield return
            [
                account.Id, customer.Id, account.Parent, account.Number, account.Name, account.Alias, random.Chance(60) ? $"REF-{random.Between(1000, 9999)}" : null,
                $"konto{account.Number}@{customer.Id.ToLowerInvariant()}.example", DemoNumbers.Fixed(random.Below(100)),
                $"{random.Pick(DemoNames.Streets)} {random.Between(1, 120)}", $"{random.Between(100, 980)} {random.Between(10, 99)}", DemoNames.CityOf(account.Name, random.Pick(DemoNames.Cities)), random.Chance(20) ? "true" : "false",
                // Companies have numbers of their own; departments go by that of the customer.
                account.Parent is null ? customer.OrganisationNumber : account.Name.EndsWith(" AB", StringComparison.Ordinal) ? DemoNumbers.OrganisationNumber(post.Between(72_000, 79_000)) : null,
                .. InvoiceAddress(post),
            ];
        }
    }

    // About a third have another address for their invoices.
    private static string?[] InvoiceAddress(DemoRandom random)
    {
        string?[] address = [$"Box {random.Between(10, 990)}", $"{random.Between(100, 980)} {random.Between(10, 99)}", random.Pick(DemoNames.Cities)];
        return random.Chance(33) ? address : [null, null, null];
    }

    private string?[] Agreement(DemoCustomer customer) =>
    [
        "AVT-1", customer.Id, $"AVT-{customer.OrganisationNumber[..6]}", Day(size.Month.AddYears(-3)), "3", "true", "24",
        string.Join('|', DemoCatalogue.Products.Where(p => !p.IsHidden).Select((p, i) => i % 3 == 0 ? $"{p.Id}:{p.Monthly * 9 / 10}" : p.Id)),
    ];

    internal static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Written(long number) => number.ToString(CultureInfo.InvariantCulture);

    internal static readonly string AllRights = string.Join('|', Choices<Right>.Names);
}
