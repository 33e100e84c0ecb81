using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Tests.Orders;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Subscriptions;

[Covers("SVC-12", "the cost cap bars premium and roaming at its amount, once, and is lifted with a new month or when it is raised or removed")]
public abstract class CostCapTests(DatabaseEngine engine) : IAsyncLifetime
{
    private static readonly Stmt Deactivate = "UPDATE PortalUser SET IsActive = 0";
    private readonly DatabaseEngine _engine = Engines.Available(engine);
    private ReplacementWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await ReplacementWorld.MakeAsync(_engine);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task At_the_amount_it_bars_and_tells_once()
    {
        await SetAsync(500);
        (await ChargeAsync(499)).ShouldBeEmpty();
        (await ChargeAsync(1)).ShouldBe([BarringKind.PremiumCalls, BarringKind.PremiumMessages, BarringKind.AllRoaming]);
        _world.Mails.Mails.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            m => m.Subject.ShouldContain("kreditspärren för Åke Ström är nådd"), m => m.To.ShouldBe("anna@example.com"), m => m.Text.ShouldContain("i mars 2026 kommit upp i kreditspärrens 500,00\u00a0kr"));
        await ChargeAsync(100);
        _world.Mails.Mails.Count.ShouldBe(1);
        (await _world.HistoryAsync()).ShouldBe([SubscriptionEventKinds.CostCapSet, SubscriptionEventKinds.CostCapReached, SubscriptionEventKinds.BarringsInEffect]);
        (await DetailAsync()).ShouldSatisfyAllConditions(s => s.CostCap.ShouldBe(new CostCapState(Money.FromKronor(500), true)),
            s => s.History[1].Values[1].ShouldBe(Format.Money(Money.FromKronor(500))));
        (await _world.Anna.SendAsync(new GetCostCap(_world.Service))).ShouldSatisfyAllConditions(v => v.Charged.Kronor.ShouldBe(600), v => v.Bars.Count.ShouldBe(3));
    }

    [Fact]
    public async Task A_new_month_lifts_it_and_counts_anew()
    {
        await SetAsync(500);
        await ChargeAsync(500);
        _world.Anna.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 31, 22, 1, 0, TimeSpan.Zero));
        await CareAsync();
        (await BarredAsync()).ShouldBeEmpty();
        (await ChargeAsync(499)).ShouldBeEmpty();
        (await ChargeAsync(1)).Count.ShouldBe(3);
        _world.Mails.Mails.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(600, 0)]
    [InlineData(550, 3)]
    [InlineData(null, 0)]
    public async Task Raised_above_what_is_charged_or_removed_it_is_lifted(int? to, int barred)
    {
        await SetAsync(500);
        await ChargeAsync(550);
        await SetAsync(to);
        await RoundAsync();
        (await BarredAsync()).Count.ShouldBe(barred);
        ((int?)(await DetailAsync()).CostCap?.Amount.Kronor).ShouldBe(to);
    }

    [Fact]
    public async Task Barrings_set_by_hand_are_left_alone()
    {
        await _world.Anna.SendAsync(new SetBarrings(_world.Service, [BarringKind.PremiumCalls], [], Guid.NewGuid()));
        await SetAsync(500);
        await ChargeAsync(500);
        // Barred by the cap and then wished for: from now on the customer's own.
        await _world.Anna.SendAsync(new SetBarrings(_world.Service, [BarringKind.PremiumMessages], [], Guid.NewGuid()));
        await SetAsync(null);
        await RoundAsync();
        (await BarredAsync()).ShouldBe([BarringKind.PremiumCalls, BarringKind.PremiumMessages]);
    }

    [Fact]
    public async Task Lifted_by_hand_it_does_not_bar_again_this_month()
    {
        await SetAsync(500);
        await ChargeAsync(500);
        await _world.Anna.SendAsync(new SetBarrings(_world.Service, [], [BarringKind.AllRoaming], Guid.NewGuid()));
        (await ChargeAsync(50)).ShouldBe([BarringKind.PremiumCalls, BarringKind.PremiumMessages]);
    }

    [Fact]
    public async Task Who_may_not_see_it_any_more_is_not_told()
    {
        await SetAsync(500);
        await _world.World.Db.ExecuteAsync(Deactivate);
        (await ChargeAsync(500)).Count.ShouldBe(3);
        _world.Mails.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task Set_under_what_is_charged_already_it_bars_soon()
    {
        await ChargeAsync(900);
        await SetAsync(500);
        await RoundAsync();
        (await BarredAsync()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Two_changes_at_the_same_moment_do_not_write_over_one_another()
    {
        await SetAsync(500);
        await _world.Anna.RunAsync(async services =>
        {
            var caps = services.GetRequiredService<ICostCaps>();
            var cap = (await caps.FindAsync(_world.Service, CancellationToken.None))!;
            await caps.SaveAsync(cap, CancellationToken.None);
            await Should.ThrowAsync<ConflictException>(() => caps.SaveAsync(cap, CancellationToken.None));
            return true;
        });
    }

    private Task SetAsync(int? kronor) => _world.Anna.SendAsync(new SetCostCap(_world.Service, kronor));

    private Task<SubscriptionDetail> DetailAsync() => _world.Anna.SendAsync(new GetSubscription(_world.Service));

    private async Task<IReadOnlyList<BarringKind>> BarredAsync() => [.. (await DetailAsync()).Barrings.Select(barring => barring.Kind)];

    private async Task<IReadOnlyList<BarringKind>> ChargeAsync(decimal kronor)
    {
        await _world.World.UsageAsync(_world.Service, _world.Anna.Clock.GetUtcNow(), zone: TrafficZone.Premium, charge: kronor);
        await _world.Anna.RunAsync(async services =>
        {
            await services.GetRequiredService<UsageRounds>().UsageChangedAsync([StockholmTime.MonthOf(_world.Anna.Clock.Today())], CancellationToken.None);
            return true;
        });
        await RoundAsync();
        return await BarredAsync();
    }

    private async Task RoundAsync()
    {
        _world.Anna.Clock.Advance(TimeSpan.FromMinutes(1));
        await _world.Anna.RunDueWorkAsync();
    }

    private async Task CareAsync()
    {
        await _world.Anna.RunAsync(async services =>
        {
            await services.GetServices<IRecurringWork>().Single(work => work.Name == "cost-caps").RunAsync(CancellationToken.None);
            return true;
        });
        await RoundAsync();
    }
}

public sealed class CostCapOnSqlite() : CostCapTests(DatabaseEngine.Sqlite);

public sealed class CostCapOnSqlServer() : CostCapTests(DatabaseEngine.SqlServer);
