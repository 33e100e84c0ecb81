using Connect.Domain.Users;
using Connect.Infrastructure.Operator.Import;

namespace Connect.Infrastructure.Demo;

/// <summary>A demo user that can log in.</summary>
internal sealed record DemoUser(string UserName, string Name, string Organisation, string Account, string Rights, bool SmsTwoFactor = false)
{
    /// <summary>A few words for the list that the program prints at its start.</summary>
    public string Who => DemoPeople.Who[UserName];
}

/// <summary>Contact persons and users of the demo data.</summary>
internal static class DemoPeople
{
    public const string Tove = "Tove Tväråvik";
    public const string Password = "Connect-demo-1";

    /// <summary>What each user can show, by user name.</summary>
    public static readonly IReadOnlyDictionary<string, string> Who = new Dictionary<string, string>
    {
        ["anna.admin"] = "Administratör, every right",
        ["karl.konto"] = "Kontoadministratör of one second-level account",
        ["frida.faktura"] = "only Se fakturor, on another second-level account",
        ["lars.las"] = "Administratör who may only look",
        ["tove.tva"] = "as anna, with SMS two-factor (/dev/outbox)",
        ["berit.annan"] = "Administratör of the second organisation",
        ["reach.100"] = "reaches every service",
        ["reach.10"] = "reaches a tenth of the services",
        ["reach.1"] = "reaches a hundredth of the services",
    };

    private static readonly string[] Roles = ["ekonomi", "teknik", "beslutsfattare", "beställare"];

    public static IReadOnlyList<DemoUser> Users(DemoSize size, IReadOnlyList<DemoCustomer> customers)
    {
        var (first, second) = (customers[0], customers[1]);
        var (root, division, other) = (first.Accounts[0].Id, first.Accounts[1].Id, first.Accounts[2].Id);
        var reading = Rights(Right.ViewAccounts, Right.ViewSubscriptions, Right.ViewInvoices, Right.RunReports);
        var users = new List<DemoUser>
        {
            new("anna.admin", "Anna Ådahl", first.Id, root, DemoFiles.AllRights),
            new("karl.konto", "Karl Öhrn", first.Id, division, DemoFiles.AllRights),
            new("frida.faktura", "Frida Fägerskiöld", first.Id, other, Rights(Right.ViewInvoices)),
            new("lars.las", "Lars Läsander", first.Id, root, reading),
            new("tove.tva", Tove, first.Id, root, DemoFiles.AllRights, SmsTwoFactor: true),
            new("berit.annan", "Berit Annansson", second.Id, second.Accounts[0].Id, DemoFiles.AllRights),
        };
        if (size.Accounts > 50)
        {
            users.Add(new("reach.100", "Hela Bolaget", first.Id, root, DemoFiles.AllRights));
            users.Add(new("reach.10", "Tionde Delen", first.Id, division, DemoFiles.AllRights));
            users.Add(new("reach.1", "Hundrade Delen", first.Id, first.Accounts[Math.Min(11, first.Accounts.Count - 1)].Id, DemoFiles.AllRights));
        }

        return users;
    }

    public static void WriteTo(CsvFolder folder, DemoSize size, IReadOnlyList<DemoCustomer> customers)
    {
        var users = Users(size, customers);
        folder.Write(Kinds.ContactPersons, "id organisation account name email phone roles",
            users.Select((u, i) => (string?[])["U-" + u.UserName, u.Organisation, u.Account, u.Name, u.UserName + "@example.com", PhoneOf(u, i, customers), "beställare"])
                .Concat(DemoColleagues.All.Select((c, i) => (string?[])
                    ["U-" + c.UserName, customers[0].Id, AccountOf(customers[0], c), c.Name, EmailOf(customers[0], c), NumberOf(i), Roles[i % Roles.Length]]))
                .Concat(customers.SelectMany(c => People(size, c))));
        folder.Write(Kinds.Users, "id organisation account contactPerson userName email mobileNumber smsTwoFactor isActive rights products", users.Select((u, i) => (string?[])
            ["U-" + u.UserName, u.Organisation, u.Account, "U-" + u.UserName, u.UserName, u.UserName + "@example.com", PhoneOf(u, i, customers), u.SmsTwoFactor ? "true" : "false", "true", u.Rights, null])
            .Concat(DemoColleagues.All.Select((c, i) => Colleague(customers[0], c, i))));
    }

    // Whoever has a service of that name has its number.
    private static string PhoneOf(DemoUser user, int index, IReadOnlyList<DemoCustomer> customers) =>
        customers.SelectMany(customer => customer.Services).FirstOrDefault(service => service.UserName == user.Name)?.Phone ?? DemoNumbers.Mobile(88 + index % 7);

    private static string?[] Colleague(DemoCustomer customer, DemoColleague colleague, int index) =>
    [
        "U-" + colleague.UserName, customer.Id, AccountOf(customer, colleague), "U-" + colleague.UserName, colleague.UserName, EmailOf(customer, colleague), NumberOf(index),
        colleague.HasSms ? "true" : "false", colleague.IsActive ? "true" : "false", Rights(colleague.Rights), string.Join('|', colleague.Products),
    ];

    private static string AccountOf(DemoCustomer customer, DemoColleague colleague) => customer.Accounts[colleague.Account].Id;

    private static string EmailOf(DemoCustomer customer, DemoColleague colleague) => $"{colleague.UserName}@{customer.Id.ToLowerInvariant()}.example";

    private static string NumberOf(int index) => DemoNumbers.Mobile(60 + index);

    private static IEnumerable<string?[]> People(DemoSize size, DemoCustomer customer)
    {
        var random = DemoRandom.For(size.Seed, customer.Id + "/people");
        foreach (var account in customer.Accounts)
        {
            var (first, last) = (random.Pick(DemoNames.First), random.Pick(DemoNames.Last));
            var roles = Roles.Where(_ => random.Chance(50)).ToList();
            yield return ["K-" + account.Id, customer.Id, account.Id, $"{first} {last}", $"k{account.Number}@{customer.Id.ToLowerInvariant()}.example", DemoNumbers.Mobile(random.Below(88)), string.Join('|', roles)];
        }
    }

    private static string Rights(params Right[] rights) => string.Join('|', rights.Select(Choices<Right>.Spelled));
}
