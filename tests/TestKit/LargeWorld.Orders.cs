using Connect.Infrastructure.Persistence;

namespace Connect.TestKit;

public sealed partial class LargeWorld
{
    private static readonly string[] OrderColumns =
    [
        "Id", "OrganisationId", "AccountId", "Number", "Type", "State", "OrderedBy", "OrderedAt", "StartsOn", "ExpectedOn", "EndedAt", "SubscriptionId", "ServiceName", "SearchName", "IsHidden", "Version",
    ];

    /// <summary>Orders of the services that are there, one each, over three years; one in fifty is open.</summary>
    public async Task MakeOrdersAsync(DbSession db)
    {
        var services = await db.ListAsync<Ordered>("SELECT Id, AccountId, UserName, SearchName FROM Subscription ORDER BY Seq");
        await db.RunAsync(async () =>
        {
            await db.InsertManyAsync("CustomerOrder", OrderColumns, services.Select((service, i) => Order(service, i)), default);
            return true;
        }, default);
    }

    private IReadOnlyList<object?> Order(Ordered service, int i)
    {
        var (at, share) = (World.Now.AddMinutes(-_random.Next(1_500_000)), _random.Next(100));
        var (state, day) = (share < 2 ? 1 + share : share < 92 ? 3 : share < 97 ? 4 : 5, DateOnly.FromDateTime(at.DateTime));
        return
        [
            Guid.CreateVersion7(), OrganisationId, service.AccountId, $"{100_001 + i}", 1 + _random.Next(6), state, $"{First[_random.Next(First.Length)]} {Last[_random.Next(Last.Length)]}", at, day,
            day.AddDays(3), state < 3 ? null : at.AddHours(_random.Next(1, 90)), service.Id, service.UserName, service.SearchName, false, 1,
        ];
    }

    private sealed record Ordered
    {
        public Guid Id { get; init; }
        public Guid AccountId { get; init; }
        public string UserName { get; init; } = "";
        public string SearchName { get; init; } = "";
    }
}
