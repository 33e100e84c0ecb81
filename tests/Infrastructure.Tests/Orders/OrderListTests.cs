using Connect.Application.Common.Errors;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;
using Connect.Application.Dashboard;
using Connect.Application.Orders;
using Connect.Application.Search;
using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Orders;

public abstract class OrderListTests(DatabaseEngine engine) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(Engines.Available(engine));
    private readonly Dictionary<string, string> _numbers = [];
    private World _world = null!;
    private Guid _root, _north, _åke, _bo;
    private UserIdentity _anna = null!, _karl = null!;

    /// <summary>Root (anna) with Åke's service, Norr (karl) with Bo's; a hidden service, and another organisation.</summary>
    public async ValueTask InitializeAsync()
    {
        _world = new World(_database);
        _root = (await _world.OrganisationAsync("Bolaget AB")).RootId;
        _north = await _world.AccountAsync(_root, "Region Norr", "Norr");
        (_anna, _karl) = (await _world.UserAsync(_root, "anna"), await _world.UserAsync(_north, "karl"));
        (_åke, _bo) = (await _world.SubscriptionAsync(_root, "Åke Ström"), await _world.SubscriptionAsync(_north, "Bo Ek"));
        await AddAsync("first", _root, _åke, OrderState.Delivered, OrderType.SimReplacement, -3);
        await AddAsync("second", _north, _bo, OrderState.Processing, OrderType.Move, -2, ("ExpectedOn", World.Today.AddDays(5)));
        await AddAsync("third", _north, _bo, OrderState.Rejected, OrderType.Change, -1, ("OrderedBy", "Cecilia Örn"), ("ExpectedOn", World.Today.AddDays(1)));
        await AddAsync("fourth", _north, null, OrderState.Received, OrderType.NewSubscription, 0, ("ExpectedOn", World.Today.AddDays(3)));
        await _world.OrderAsync(_root, await _world.SubscriptionAsync(_root, "Dold", hidden: true));
        await _world.OrderAsync((await _world.OrganisationAsync("Annan AB")).RootId, null);
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [Covers("ORD-1", "the list of orders, the newest first, with open and finished ones")]
    [InlineData("", "fourth third second first")]
    [InlineData("sort=ordered", "first second third fourth")]
    [InlineData("sort=number", "first second third fourth")]
    [InlineData("sort=-state", "third first second fourth")]
    [InlineData("sort=type", "fourth first third second")]
    [InlineData("sort=-service", "first third second fourth")]
    [InlineData("sort=-account", "fourth third second first")]
    [InlineData("sort=-ordered-by", "third fourth second first")]
    [InlineData("sort=expected", "fourth second first third")]
    [InlineData("sort=-expected", "second fourth third first")]
    [InlineData("sort=ended", "first third second fourth")]
    [InlineData("sort=-ended", "third first fourth second")]
    [InlineData("f.state=received,processing", "fourth second")]
    [InlineData("f.type=move", "second")]
    [InlineData("f.service=~ek", "third second")]
    [InlineData("f.account=~norr", "fourth third second")]
    [InlineData("f.ordered=2026-03-09..2026-03-10", "fourth third")]
    [InlineData("f.ordered-by=^cecilia", "third")]
    [InlineData("f.expected=2026-03-13", "fourth")]
    [InlineData("f.expected=..2026-03-12", "")]
    [InlineData("f.expected=!", "third first")]
    [InlineData("f.ended=!", "fourth second")]
    [InlineData("f.service=!", "fourth")]
    public async Task The_list_is_sorted_and_filtered(string query, string orders) => (await ListAsync(_anna, query)).ShouldBe(orders);

    [Fact]
    [Covers("ORD-1", "orders of the accounts within the reach")]
    public async Task The_list_ends_at_the_reach()
    {
        (await ListAsync(_karl, "")).ShouldBe("fourth third second");
        (await ListAsync(_karl, "f.service=~åke")).ShouldBe("");
        (await ListAsync(_anna, $"account={await NumberAsync(_root)}&reach=only")).ShouldBe("first");
    }

    [Fact]
    public async Task The_list_follows_the_name_of_the_service()
    {
        await using var anna = new TestScope(_database, _anna);
        await anna.SendAsync(new RenameSubscriptionUser(_bo, "Östen Berg"));
        (await ListAsync(_anna, "f.service=~öst")).ShouldBe("third second");
        (await ListAsync(_anna, "f.service=~ek")).ShouldBe("");
    }

    [Fact]
    public async Task What_was_ordered_before_a_move_keeps_the_name_that_it_had_there()
    {
        await _world.Db.ExecuteAsync("UPDATE Subscription SET AccountId = @_root WHERE Id = @_bo", new { _root, _bo });
        await using var anna = new TestScope(_database, _anna);
        await anna.SendAsync(new RenameSubscriptionUser(_bo, "Östen Berg"));
        (await ListAsync(_karl, "f.service=~öst")).ShouldBe("");
        (await ListAsync(_karl, "f.service=~ek")).ShouldBe("third second");
    }

    [Fact]
    [Covers("DASH-1", "open orders within the reach, and when the next of them is expected")]
    public async Task Open_orders_within_the_reach_are_counted()
    {
        (await SendAsync(_anna, new SumOpenOrders())).ShouldBe(new OpenOrders { Count = 2, NextExpectedOn = World.Today.AddDays(3) });
        (await SendAsync(await _world.UserAsync(await _world.AccountAsync(_north, "Tom")), new SumOpenOrders())).ShouldBe(new OpenOrders());
        (await SendAsync(_karl, new SumOpenOrders())).Count.ShouldBe(2);
        await _world.OrderAsync(_root, null, OrderState.Processing, more: ("ExpectedOn", World.Today));
        await _world.OrderAsync(_root, null, OrderState.Processing, more: ("ExpectedOn", World.Today.AddDays(-1)));
        await _world.OrderAsync(_root, null, OrderState.Delivered, more: ("ExpectedOn", World.Today));
        (await SendAsync(_anna, new SumOpenOrders())).ShouldBe(new OpenOrders { Count = 4, NextExpectedOn = World.Today, Late = 1 });
        (await SendAsync(_karl, new SumOpenOrders())).NextExpectedOn.ShouldBe(World.Today.AddDays(3));
    }

    [Fact]
    [Covers("NAV-3", "orders by number")]
    public async Task An_order_is_found_by_the_beginning_of_its_number()
    {
        var number = _numbers["first"];
        (await FoundAsync(_anna, number)).ShouldBe([number]);
        (await FoundAsync(_anna, number[..4])).Count.ShouldBe(4);
        (await FoundAsync(_anna, number[..2])).ShouldBeEmpty();
        (await FoundAsync(_karl, number)).ShouldBeEmpty();
        (await FoundAsync(await _world.UserAsync(_root, rights: [Right.ViewSubscriptions]), number)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_the_right_there_is_no_list_and_no_count()
    {
        var lars = await _world.UserAsync(_root, rights: [Right.ViewSubscriptions]);
        await Should.ThrowAsync<ForbiddenException>(() => ListAsync(lars, ""));
        await Should.ThrowAsync<ForbiddenException>(() => SendAsync(lars, new SumOpenOrders()));
    }

    private async Task AddAsync(string name, Guid account, Guid? service, OrderState state, OrderType type, int days, params (string, object?)[] more) =>
        _numbers[name] = await _world.OrderAsync(account, service, state, type, at: World.Now.AddDays(days), more: more);

    private async Task<string> ListAsync(UserIdentity user, string query)
    {
        var request = new ListExportRequest(query).Read();
        var page = await SendAsync(user, new ListOrders(request));
        page.Total.ShouldBe(page.Rows.Count);
        return string.Join(' ', page.Rows.Select(row => _numbers.Single(pair => pair.Value == row.Number).Key));
    }

    private async Task<IReadOnlyList<string>> FoundAsync(UserIdentity user, string text) =>
        [.. (await SendAsync(user, new FindAnything(text))).Where(group => group.Kind == SearchKind.Order).SelectMany(group => group.Hits).Select(hit => hit.Key)];

    private async Task<T> SendAsync<T>(UserIdentity user, MediatR.IRequest<T> message)
    {
        await using var scope = new TestScope(_database, user);
        return await scope.SendAsync(message);
    }

    private async Task<string> NumberAsync(Guid account) => (await _world.Db.FirstOrDefaultAsync<string>("SELECT Number FROM Account WHERE Id = @account", new { account }))!;

    private sealed record ListExportRequest(string Query)
    {
        public ListRequest Read() => ListRequest.Parse(Query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2))
            .Select(part => new KeyValuePair<string, string?>(part[0], part[1])), ListOrders.Columns).OrThrow();
    }
}

public sealed class OrderListOnSqlite() : OrderListTests(DatabaseEngine.Sqlite);

public sealed class OrderListOnSqlServer() : OrderListTests(DatabaseEngine.SqlServer);
