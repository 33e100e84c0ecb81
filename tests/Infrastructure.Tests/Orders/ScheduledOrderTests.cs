using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Orders;

/// <summary>A termination, a move and a change for a day to come: the operator gets each at 00:00 in Stockholm, and it is done once.</summary>
[Covers("SVC-10", "on its day"), Covers("SVC-11", "on its day"), Covers("SVC-13", "on its day")]
public abstract class ScheduledOrderTests(DatabaseEngine engine) : IAsyncLifetime
{
    /// <summary>The day, its midnight in Stockholm and when it is ordered: also over the nights when the clocks are changed, 28 March and 31 October 2027.</summary>
    private static readonly (string Ordered, string Day, string Midnight)[] Nights =
    [
        ("2026-03-10T10:00:00Z", "2026-03-11", "2026-03-10T23:00:00Z"), ("2027-03-27T12:00:00Z", "2027-03-28", "2027-03-27T23:00:00Z"), ("2027-03-28T12:00:00Z", "2027-03-29", "2027-03-28T22:00:00Z"),
        ("2027-10-30T12:00:00Z", "2027-10-31", "2027-10-30T22:00:00Z"), ("2027-10-31T12:00:00Z", "2027-11-01", "2027-10-31T23:00:00Z"),
    ];

    private static readonly Dictionary<OrderType, string> Done = new()
    {
        [OrderType.Termination] = SubscriptionEventKinds.Terminated, [OrderType.Move] = SubscriptionEventKinds.Moved, [OrderType.Change] = SubscriptionEventKinds.Changed,
    };

    private readonly DatabaseEngine _engine = Engines.Available(engine);
    private ReplacementWorld _world = null!;
    private Guid _larger;
    private string _other = "";

    public static TheoryData<OrderType, int> Cases => [.. Done.Keys.SelectMany(type => Nights.Select((_, night) => (type, night)))];

    public static TheoryData<OrderType> Types => [.. Done.Keys];

    public async ValueTask InitializeAsync()
    {
        _world = await ReplacementWorld.MakeAsync(_engine);
        var world = _world.World;
        var (package, list) = (await world.DataPackageAsync(), await world.PriceListAsync("Bas"));
        _larger = await world.DataPackageAsync("50 GB", 50_000_000_000, 199);
        await world.Db.ExecuteAsync("UPDATE Subscription SET DataPackageId = @package, PriceListId = @list WHERE Id = @id", new { package, list, id = _world.Service });
        var account = await world.AccountAsync(_world.Organisation.RootId, "Kontor");
        _other = (await world.Db.FirstOrDefaultAsync<string>("SELECT Number FROM Account WHERE Id = @account", new { account }))!;
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task It_is_carried_out_once_after_midnight_in_Stockholm(OrderType type, int night)
    {
        var (ordered, day, midnight) = Nights[night];
        MoveTo(ordered);
        var order = await OrderAsync(type, DateOnly.Parse(day, null));
        MoveTo(midnight, TimeSpan.FromSeconds(-1));
        (await _world.Anna.RunDueWorkAsync()).ShouldBe(0);
        (await _world.StateAsync(order.Number)).ShouldBe(OrderState.Received);
        MoveTo(midnight);
        await _world.PassTimeAsync();
        await ShouldBeDoneOnceAsync(type, order);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Down_over_the_day_it_is_carried_out_at_the_next_start(OrderType type)
    {
        var order = await OrderAsync(type, World.Today.AddDays(1));
        _world.Anna.Clock.Advance(TimeSpan.FromDays(3));
        await _world.PassTimeAsync();
        await ShouldBeDoneOnceAsync(type, order);
    }

    private Task<PlacedOrder> OrderAsync(OrderType type, DateOnly day) => type switch
    {
        OrderType.Termination => _world.Anna.SendAsync(new TerminateSubscription(_world.Service, day, Guid.NewGuid())),
        OrderType.Move => _world.Anna.SendAsync(new MoveSubscription(_world.Service, _other, day, Guid.NewGuid())),
        _ => _world.Anna.SendAsync(new ChangeSubscription(_world.Service, _larger, null, null, day, Guid.NewGuid())),
    };

    private async Task ShouldBeDoneOnceAsync(OrderType type, PlacedOrder order)
    {
        (await _world.StateAsync(order.Number)).ShouldBe(OrderState.Delivered);
        await _world.PassTimeAsync();
        (await _world.HistoryAsync()).Count(kind => kind == Done[type]).ShouldBe(1);
    }

    private void MoveTo(string instant, TimeSpan from = default) => _world.Anna.Clock.SetUtcNow(DateTimeOffset.Parse(instant, null) + from);
}

public sealed class ScheduledOrdersOnSqlite() : ScheduledOrderTests(DatabaseEngine.Sqlite);

public sealed class ScheduledOrdersOnSqlServer() : ScheduledOrderTests(DatabaseEngine.SqlServer);
