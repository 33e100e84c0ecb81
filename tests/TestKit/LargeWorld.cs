using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.TestKit;

/// <summary>
/// Many services over a tree of accounts, for measurements: the root sees all, <see cref="Tenth"/> every tenth and
/// <see cref="Hundredth"/> every hundredth account and service. The same rows each time.
/// </summary>
public sealed partial class LargeWorld
{
    private static readonly string[] First = ["Åke", "Anna", "Östen", "Karin", "Erik", "Ärla", "Nils", "Viktoria", "Wilhelm", "Lars", "Maria", "Sven", "Håkan", "Elin", "Oskar", "Birgit"];
    private static readonly string[] Last = ["Åkesson", "Berg", "Ek", "Lind", "Öberg", "Ström", "Nyåker", "Dahl", "Holm", "Wallin", "Vik", "Ängström", "Sjögren", "Fransson", "Hedlund"];
    private readonly Random _random = new(4711);

    public Guid OrganisationId { get; } = Guid.CreateVersion7();
    public Guid RootId { get; } = Guid.CreateVersion7();
    public Guid TenthId { get; } = Guid.CreateVersion7();
    public Guid HundredthId { get; } = Guid.CreateVersion7();

    public AccountReach Root => new(OrganisationId, RootId, true);
    public AccountReach Tenth => new(OrganisationId, TenthId, false);
    public AccountReach Hundredth => new(OrganisationId, HundredthId, false);

    /// <param name="depth">Half of the accounts hang below each other in chains that reach so deep; without it three levels are all.</param>
    /// <param name="users">Spread over the accounts as the services are.</param>
    public async Task MakeAsync(DbSession db, int services, int accounts, int depth = 0, int users = 0, int tickets = 0)
    {
        await db.RunAsync(async () =>
        {
            await db.InsertManyAsync("Organisation", ["Id", "ExternalId", "OrganisationNumber", "Name", "RequireTwoFactor", "Version"],
                [[OrganisationId, "BIG", "5560360793", "Storkund AB", false, 1]], default);
            var tree = Accounts(accounts, depth);
            await AccountsAsync(db, tree);
            var products = await ProductsAsync(db);
            await db.InsertManyAsync("Subscription", Columns, Services(services, [.. tree.Skip(1).Select(a => a.Id)], products), default);
            await UsersAsync(db, users, [.. tree.Skip(1).Select(a => a.Id)]);
            await TicketsAsync(db, tickets, [.. tree.Skip(1).Select(a => a.Id)]);
            return true;
        }, default);
    }

    private static readonly string[] Columns =
    [
        "Id", "OrganisationId", "AccountId", "ProductId", "ExternalId", "Kind", "Status", "IsHidden", "UserName", "SearchName", "CostCentre", "EmployeeNumber",
        "PhoneNumber", "MonthlyPrice", "NoticeMonths", "NoticeToMonthEnd", "StartsOn", "EndsOn", "Version",
    ];

    // Every tenth account lies under the tenth, every tenth of those under the hundredth.
    private List<(Guid Id, List<Guid> Above)> Accounts(int count, int depth)
    {
        var chains = new Dictionary<int, List<Guid>>();
        var made = new List<(Guid, List<Guid>)> { (RootId, []), (TenthId, [RootId]), (HundredthId, [RootId, TenthId]) };
        for (var i = made.Count; i < count; i++)
        {
            List<Guid> above = i % 100 == 3 ? [RootId, TenthId, HundredthId] : i % 10 == 3 ? [RootId, TenthId] : [RootId];
            var (kind, id) = (above.Count, Guid.CreateVersion7());
            if (depth > 0 && i / 100 % 2 == 0)
            {
                if (chains.TryGetValue(kind, out var chain) && chain.Count < depth) above = chain;
                chains[kind] = [.. above, id];
            }

            made.Add((id, above));
        }

        return made;
    }

    private async Task AccountsAsync(DbSession db, List<(Guid Id, List<Guid> Above)> tree)
    {
        await db.InsertManyAsync("Account", ["Id", "OrganisationId", "ParentId", "ExternalId", "Number", "Name", "DisplayName", "SearchName", "InvoiceOnPaper", "Version"],
            tree.Select((account, i) => (IReadOnlyList<object?>)
                [account.Id, OrganisationId, account.Above.Count == 0 ? null : account.Above[^1], $"A{i}", $"9{i:000000}", Name(i), Name(i), SwedishText.Fold(Name(i)), false, 1]), default);
        await db.InsertManyAsync("AccountTree", ["AncestorId", "DescendantId", "Depth"], tree.SelectMany(account => account.Above.Append(account.Id)
            .Select((above, depth) => (IReadOnlyList<object?>)[above, account.Id, account.Above.Count - depth])), default);
    }

    private static string Name(int i) => $"{Last[i % Last.Length]} avdelning {i * 7919 % 5003}";

    private static async Task<List<Guid>> ProductsAsync(DbSession db)
    {
        var category = Guid.CreateVersion7();
        await db.InsertManyAsync("Category", ["Id", "ExternalId", "Name", "SortOrder"], [[category, "BIG", "Mobilt", 1]], default);
        var products = Enumerable.Range(0, 12).Select(_ => Guid.CreateVersion7()).ToList();
        await db.InsertManyAsync("Product", ["Id", "CategoryId", "ExternalId", "Kind", "Name", "MonthlyPrice", "OneTimePrice", "IsHidden"],
            products.Select((id, i) => (IReadOnlyList<object?>)[id, category, $"BIG{i}", 3, $"Mobil {(i + 1) * 5} GB", 990_000L + i * 500_000L, 0L, i == 11]), default);
        return products;
    }

    private async Task TicketsAsync(DbSession db, int count, List<Guid> accounts) => await db.InsertManyAsync("Ticket",
        ["Id", "OrganisationId", "AccountId", "Number", "ExternalId", "Type", "Priority", "Title", "SearchTitle", "State", "CreatedBy", "CreatedAt", "UpdatedAt", "EndedAt", "Version"],
        Enumerable.Range(0, count).Select(i =>
        {
            var (title, at) = ($"Fel hos {First[_random.Next(First.Length)]} {Last[_random.Next(Last.Length)]}", World.Now.AddMinutes(-_random.Next(1_000_000)));
            var state = _random.Next(100) is var share && share < 90 ? 5 : share < 93 ? 4 : share < 95 ? 3 : share < 98 ? 2 : 1;
            return (IReadOnlyList<object?>)[Guid.CreateVersion7(), OrganisationId, accounts[i % accounts.Count], $"{500_000 + i}", $"T{i}", i % 3 == 0 ? 1 : 3, i % 3 == 0 ? 2 : null, title, SwedishText.Fold(title),
                state, "Anna", at, at.AddMinutes(_random.Next(10_000)), state > 3 ? at.AddMinutes(10_000) : null, 1];
        }), default);

    private async Task UsersAsync(DbSession db, int count, List<Guid> accounts)
    {
        var users = Enumerable.Range(0, count).Select(i => (Index: i, Id: Guid.CreateVersion7(), Person: Guid.CreateVersion7(), Account: accounts[i % accounts.Count],
            Name: $"{First[_random.Next(First.Length)]} {Last[_random.Next(Last.Length)]}", LoggedIn: _random.Next(500_000))).ToList();
        await db.InsertManyAsync("ContactPerson", ["Id", "OrganisationId", "AccountId", "ExternalId", "Name", "Version"],
            users.Select(user => (IReadOnlyList<object?>)[user.Person, OrganisationId, user.Account, $"P{user.Index}", user.Name, 1]), default);
        await db.InsertManyAsync("PortalUser",
            ["Id", "OrganisationId", "AccountId", "ContactPersonId", "ExternalId", "UserName", "UserNameKey", "Email", "EmailKey", "PasswordHash", "Language", "SmsTwoFactor", "IsActive", "CreatedAt", "LastLoginAt", "Version"],
            users.Select(user => (IReadOnlyList<object?>)
            [
                user.Id, OrganisationId, user.Account, user.Person, $"U{user.Index}", $"user{user.Index}", $"user{user.Index}", $"user{user.Index}@storkund.example", $"user{user.Index}@storkund.example",
                user.Index % 20 == 0 ? null : "x", "sv", user.Index % 3 == 0, user.Index % 25 != 0, World.Now.AddYears(-1), user.Index % 20 == 0 ? null : World.Now.AddMinutes(-user.LoggedIn), 1,
            ]), default);
    }

    private IEnumerable<IReadOnlyList<object?>> Services(int count, List<Guid> accounts, List<Guid> products)
    {
        for (var i = 0; i < count; i++)
        {
            var name = $"{First[_random.Next(First.Length)]} {Last[_random.Next(Last.Length)]}";
            var (product, share) = (_random.Next(products.Count - 1), _random.Next(100));
            var status = share < 85 ? 2 : share < 88 ? 3 : share < 92 ? 4 : share < 97 ? 5 : 1;
            yield return
            [
                Guid.CreateVersion7(), OrganisationId, accounts[i % accounts.Count], products[product], $"S{i}", 3, status, false, name, SwedishText.Fold(name),
                i % 3 == 0 ? null : $"{_random.Next(1000, 1400)}", $"{i:00000}", $"+46799{i:000000}", 990_000L + product * 500_000L,
                3, false, new DateOnly(2025, 1, 1), status == 4 ? new DateOnly(2026, 12, 31) : null, 1,
            ];
        }
    }
}
