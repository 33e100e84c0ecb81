using Connect.Application.Common.Lists;
using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Subscriptions;

public abstract class ListSubscriptionsTests(DatabaseEngine engine) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(Engines.Available(engine));
    private World _world = null!;
    private TestOrganisation _own = null!;
    private Guid _branch;

    public async ValueTask InitializeAsync()
    {
        _world = new World(_database);
        _own = await _world.OrganisationAsync();
        _branch = await _world.AccountAsync(_own.RootId, "Verkstad");
        await _world.SubscriptionAsync(_branch, "Åke Ström", phone: "+46701740610", more: [("CostCentre", "50%"), ("FixedNumber", "+46812345678")]);
        await _world.SubscriptionAsync(_own.RootId, "Wilma Ek", more: [("CostCentre", "50_A")]);
        await _world.SubscriptionAsync(_own.RootId, "viktor Åkesson", status: SubscriptionStatus.Terminating, more: [("EndsOn", new DateOnly(2026, 5, 31))]);
        await _world.SubscriptionAsync(_own.RootId, "Zeb", status: SubscriptionStatus.Terminated);
        await _world.SubscriptionAsync(_own.RootId, "Dold Åke", hidden: true);
        var other = await _world.OrganisationAsync("Annan AB");
        await _world.SubscriptionAsync(other.RootId, "Åke Annan");
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [Covers("LIST-2", "operators")]
    [Covers("LIST-8", "Swedish order, without case")]
    [InlineData("", "viktor Åkesson, Wilma Ek, Åke Ström")]
    [InlineData("sort=-name", "Åke Ström, Wilma Ek, viktor Åkesson")]
    [InlineData("sort=price", "viktor Åkesson, Wilma Ek, Åke Ström")]
    [InlineData("sort=-price", "Åke Ström, Wilma Ek, viktor Åkesson")]
    [InlineData("sort=status", "Wilma Ek, Åke Ström, viktor Åkesson")]
    [InlineData("sort=ends", "viktor Åkesson, Wilma Ek, Åke Ström")]
    [InlineData("sort=-ends", "viktor Åkesson, Åke Ström, Wilma Ek")]
    [InlineData("f.all=1", "viktor Åkesson, Wilma Ek, Zeb, Åke Ström")]
    [InlineData("f.name=~åke", "viktor Åkesson, Åke Ström")]
    [InlineData("f.name=~%C3%85KE", "viktor Åkesson, Åke Ström")]
    [InlineData("f.name=^åk", "Åke Ström")]
    [InlineData("f.name==ÅKE STRÖM", "Åke Ström")]
    [InlineData("f.name=~%", "")]
    [InlineData("f.cost-centre=~%", "Åke Ström")]
    [InlineData("f.cost-centre=~_", "Wilma Ek")]
    [InlineData("f.cost-centre=!", "viktor Åkesson")]
    [InlineData("f.cost-centre=!!", "Wilma Ek, Åke Ström")]
    [InlineData("f.phone=070-174 06 10", "Åke Ström")]
    [InlineData("f.phone=~0046701740610", "Åke Ström")]
    [InlineData("f.phone=~174 06", "Åke Ström")]
    [InlineData("f.phone=~08-12 34", "Åke Ström")]
    [InlineData("f.phone==08-12 34 56 78", "Åke Ström")]
    [InlineData("f.phone=~abc", "")]
    [InlineData("f.status=terminated", "Zeb")]
    [InlineData("f.ends=2026-05-01..2026-05-31", "viktor Åkesson")]
    [InlineData("f.ends=..2026-05-30", "")]
    [InlineData("f.price=199", "viktor Åkesson, Wilma Ek, Åke Ström")]
    [InlineData("f.price=199.01..", "")]
    [InlineData("f.account=~verk", "Åke Ström")]
    [InlineData("f.account==Verkstad", "Åke Ström")]
    [InlineData("f.service=Produkt Mobile", "viktor Åkesson, Wilma Ek, Åke Ström")]
    [InlineData("f.service=Annat", "")]
    [InlineData("f.kind=pbx-user", "")]
    public async Task A_filter_finds_its_rows(string query, string names)
    {
        var page = await ListAsync(_own.RootId, query);
        string.Join(", ", page.Rows.Select(row => row.UserName)).ShouldBe(names);
        page.Total.ShouldBe(page.Rows.Count);
    }

    [Fact]
    [Covers("SVC-1", "only what is within reach")]
    public async Task Only_services_within_reach_are_listed_and_counted()
    {
        var page = await ListAsync(_branch, "f.all=1");
        page.Rows.ShouldHaveSingleItem().UserName.ShouldBe("Åke Ström");
        page.Total.ShouldBe(1);
    }

    [Fact]
    [Covers("LIST-4", "pages with range and exact total")]
    public async Task Pages_follow_each_other_also_from_the_end()
    {
        for (var i = 0; i < 25; i++) await _world.SubscriptionAsync(_own.RootId, $"Namn {i % 5}");
        var names = new List<Guid>();
        for (var number = 1; number <= 3; number++)
        {
            var page = await ListAsync(_own.RootId, $"size=10&page={number}&sort=account");
            (page.Total, page.PageCount, page.Page).ShouldBe((28, 3, number));
            names.AddRange(page.Rows.Select(row => row.Id));
        }

        names.Distinct().Count().ShouldBe(28);
        (await ListAsync(_own.RootId, "size=10&page=99")).Page.ShouldBe(3);
    }

    [Fact]
    public async Task Names_of_services_within_reach_can_be_chosen()
    {
        await using var scope = new TestScope(_database, await _world.UserAsync(_branch));
        (await scope.SendAsync(new ListServiceNames())).ShouldBe(["Produkt Mobile"]);
    }

    private async Task<ListPage<SubscriptionRow>> ListAsync(Guid account, string query)
    {
        await using var scope = new TestScope(_database, await _world.UserAsync(account));
        var pairs = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query).SelectMany(p => p.Value.Select(v => new KeyValuePair<string, string?>(p.Key, v)));
        return await scope.SendAsync(new ListSubscriptions(ListRequest.Parse(pairs, ListSubscriptions.Columns).OrThrow()));
    }
}

public sealed class ListSubscriptionsOnSqlite() : ListSubscriptionsTests(DatabaseEngine.Sqlite);

public sealed class ListSubscriptionsOnSqlServer() : ListSubscriptionsTests(DatabaseEngine.SqlServer);
