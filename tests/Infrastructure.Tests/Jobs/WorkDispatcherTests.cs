using Connect.Infrastructure.Jobs;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Jobs;

[Covers("OPS-3", "work that is done later")]
public abstract class WorkDispatcherTests(DatabaseEngine engine) : IAsyncLifetime
{
    private readonly WorkWorld _world = new(Engines.Available(engine), new WorkOptions { Workers = 2 });

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task After_two_days_down_all_that_is_overdue_runs_once_in_order()
    {
        var third = await _world.PutAsync(work => work with { DueAt = World.Now.AddHours(30) });
        var first = await _world.PutAsync(work => work with { DueAt = World.Now.AddHours(1) });
        var second = await _world.PutAsync(work => work with { DueOn = World.Today.AddDays(1) });
        _world.Scope.Clock.Advance(TimeSpan.FromDays(2));
        await RunHandedOverAsync();
        await RunHandedOverAsync();
        _world.Handler.Done.ShouldBe([first, second, third]);
    }

    [Fact]
    public async Task An_id_is_handed_over_once_and_again_when_the_scheduler_lost_it()
    {
        await _world.PutAsync(work => work with { DueAt = World.Now.AddDays(-1) }); // before the work of every day, however much of that there is
        await _world.Dispatcher.LookAsync(CancellationToken.None);
        var first = _world.HandedOver.Ids.ToList();
        await _world.Dispatcher.LookAsync(CancellationToken.None);
        _world.HandedOver.Ids.ShouldBe(first);
        _world.Scope.Clock.Advance(TimeSpan.FromMinutes(2));
        await _world.Dispatcher.LookAsync(CancellationToken.None);
        _world.HandedOver.Ids.ShouldBe([.. first, .. first]);
        foreach (var id in _world.HandedOver.Ids.ToList()) await _world.Runner.RunAsync(id, CancellationToken.None);
        _world.Handler.Done.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_scheduler_never_gets_far_more_than_its_workers_can_begin()
    {
        for (var i = 0; i < 30; i++) await _world.PutAsync();
        await _world.Dispatcher.LookAsync(CancellationToken.None);
        _world.HandedOver.Ids.Count.ShouldBe(8);
    }

    [Theory]
    [InlineData("2026-03-29", "2026-03-28T23:00:00Z")] // the night that summer time starts
    [InlineData("2026-03-30", "2026-03-29T22:00:00Z")]
    [InlineData("2026-10-25", "2026-10-24T22:00:00Z")] // the night that it ends
    [InlineData("2026-10-26", "2026-10-25T23:00:00Z")]
    [InlineData("2027-01-01", "2026-12-31T23:00:00Z")]
    public async Task A_day_begins_at_midnight_in_Stockholm(string day, string instant)
    {
        var midnight = DateTimeOffset.Parse(instant, null);
        await _world.PutAsync(work => work with { DueOn = DateOnly.Parse(day, null) });
        _world.Scope.Clock.SetUtcNow(midnight.AddSeconds(-1));
        (await _world.DueAsync()).ShouldBeEmpty();
        _world.Scope.Clock.SetUtcNow(midnight);
        (await _world.DueAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Daily_work_runs_once_a_day_however_often_it_is_planned()
    {
        await _world.Dispatcher.LookAsync(CancellationToken.None);
        var tomorrow = World.Now.AddDays(1);
        _world.Scope.Clock.SetUtcNow(tomorrow);
        _world.HandedOver.Ids.Clear();
        await _world.Dispatcher.LookAsync(CancellationToken.None);
        var planned = _world.HandedOver.Ids.Count;
        await _world.Dispatcher.LookAsync(CancellationToken.None);
        planned.ShouldBeGreaterThan(0);
        _world.HandedOver.Ids.Count.ShouldBe(planned);
        foreach (var id in _world.HandedOver.Ids.ToList()) await _world.Runner.RunAsync(id, CancellationToken.None);
    }

    private async Task RunHandedOverAsync()
    {
        _world.HandedOver.Ids.Clear();
        await _world.Dispatcher.LookAsync(CancellationToken.None);
        foreach (var id in _world.HandedOver.Ids.ToList())
        {
            await _world.Runner.RunAsync(id, CancellationToken.None);
            _world.Dispatcher.Ended(id);
        }
    }
}

public sealed class WorkDispatcherOnSqlite() : WorkDispatcherTests(DatabaseEngine.Sqlite);

public sealed class WorkDispatcherOnSqlServer() : WorkDispatcherTests(DatabaseEngine.SqlServer);
