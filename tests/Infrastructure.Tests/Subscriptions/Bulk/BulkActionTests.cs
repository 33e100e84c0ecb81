using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Application.Subscriptions.Bulk;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Subscriptions.Bulk;

/// <summary>Each action on several services: what the preview says is what is done.</summary>
[Covers("SVC-15", "each action, with day and price")]
public abstract class BulkActionTests(DatabaseEngine engine) : IAsyncLifetime
{
    private static readonly Stmt SelectNumbers = "SELECT NextNumber FROM NumberSeries WHERE Name = 'order'";
    private readonly DatabaseEngine _engine = Engines.Available(engine);
    private BulkWorld _world = null!;
    private Guid _one, _other;

    public async ValueTask InitializeAsync()
    {
        _world = await BulkWorld.MakeAsync(_engine);
        (_one, _other) = (await _world.ServiceAsync("Åke", "+46701740611"), await _world.ServiceAsync("Bo", "+46701740612"));
    }

    public ValueTask DisposeAsync() => _world is null ? ValueTask.CompletedTask : _world.DisposeAsync();

    [Fact]
    public async Task Barrings_are_removed_where_they_are()
    {
        await _world.World.BarringAsync(_one);
        await _world.World.BarringAsync(_one, BarringKind.AllData);
        var id = await DoAsync(new() { Kind = BulkKind.RemoveBarrings, Barrings = [BarringKind.PremiumCalls] }, "Spärrar som tas bort: Betalsamtal", "Tjänsten har det redan så; inget ändras");
        (await _world.StatesAsync(id)).ShouldBe("Done Unchanged");
        (await _world.BarringsAsync(_one)).ShouldBe([BarringKind.AllData]);
    }

    [Fact]
    public async Task A_barring_that_another_contains_is_named_with_it()
    {
        await _world.World.BarringAsync(_one, BarringKind.AllOutgoing);
        (await _world.RowsAsync(await _world.PreviewAsync(BulkWorld.Bar(BarringKind.PremiumCalls), _one))).Single().Text.ShouldBe($"Betalsamtal ingår i {Connect.Application.Common.Texts.Text.Get("Services.Barring.AllOutgoing")}, som redan gäller eller också läggs till. Välj bara den ena.");
    }

    [Fact]
    public async Task Forwardings_are_set_and_removed_and_never_to_the_service_itself()
    {
        await _world.World.ForwardingAsync(_other, CallForwardingKind.Busy);
        var id = await DoAsync(new() { Kind = BulkKind.Forwardings, Unconditional = "070-174 06 11", NoReply = "08-465 004 11", RingSeconds = 20, Busy = "-" },
            "Direkt: Tjänsten kan inte vidarekopplas till sitt eget nummer.", "Direkt vidarekopplas till 070-174\u00a006\u00a011. Efter ringtid vidarekopplas till 08-465\u00a0004\u00a011 efter 20 s. Vidarekoppling tas bort: Upptaget");
        (await _world.StatesAsync(id)).ShouldBe("Impossible Done");
        var set = (await _world.Anna.SendAsync(new GetCallForwardings(_other))).Forwardings;
        set.Where(one => one.State != ChangeState.BeingRemoved).Select(one => (one.Kind, one.Target)).ShouldBe([(CallForwardingKind.Unconditional, "+46701740611"), (CallForwardingKind.NoReply, "+46846500411")]);
    }

    [Fact]
    public async Task A_package_is_changed_with_the_new_price_on_the_first_day_that_the_agreement_allows()
    {
        var (small, large) = (await _world.World.DataPackageAsync("10 GB"), await _world.World.DataPackageAsync("100 GB", 100_000_000_000, 299));
        var (rises, falls) = (await PlannedAsync("Cia", small), await PlannedAsync("Dan", large));
        var middle = await _world.World.DataPackageAsync("50 GB", 50_000_000_000, 199);
        var wish = new BulkWish { Kind = BulkKind.Change, DataPackage = middle, Day = World.Today };
        var refused = await _world.PreviewAsync(wish, rises, falls);
        (await _world.RowsAsync(refused)).Select(row => row.Problem).ShouldBe([null, "ChangeTooEarly"]);

        var id = await _world.PreviewAsync(wish with { OrEarliest = true }, rises, falls, await PlannedAsync("Eva", middle));
        var earliest = World.Today.AddMonths(3).AddDays(1);
        (await _world.RowsAsync(id)).Select(row => (row.State, row.Text, row.Outcome!.On, row.Outcome.PriceBefore?.Kronor, row.Outcome.PriceAfter?.Kronor, row.Outcome.Order)).ShouldBe(
            [(BulkRowState.Ready, "10 GB → 50 GB", World.Today, 199, 299, null), (BulkRowState.Ready, "100 GB → 50 GB", earliest, 199, 99, null), (BulkRowState.Unchanged, "Tjänsten har det redan så; inget ändras", null, null, null, null)]);
        var job = await _world.JobAsync(id);
        (job.SumOf(sum => sum.PriceBefore).Kronor, job.SumOf(sum => sum.PriceAfter).Kronor, job.Wished[0]).ShouldBe((398, 398, "Datapaket: 50 GB"));

        // The day of the preview holds, also when it is carried out the day after.
        await _world.Anna.SendAsync(new ConfirmBulk(id, Guid.NewGuid()));
        await _world.Anna.RunDueWorkAsync();
        (await _world.StatesAsync(id)).ShouldBe("Done Done Unchanged");
        var order = await _world.Anna.SendAsync(new GetOrder((await _world.RowsAsync(id))[1].Outcome!.Order!));
        (order.StartsOn, order.Type).ShouldBe((earliest, OrderType.Change));
    }

    [Fact]
    public async Task Services_move_to_another_account_from_a_day_on_and_previews_take_no_order_numbers()
    {
        var north = await _world.World.AccountAsync(_world.Inner.Organisation.RootId, "Norr");
        var there = await _world.World.SubscriptionAsync(north, "Cia");
        var number = await _world.World.AccountNumberAsync(north);
        var id = await _world.PreviewAsync(new() { Kind = BulkKind.Move, Account = number, Day = World.Today.AddDays(7) }, _one, there);
        (await _world.World.Db.FirstOrDefaultAsync<long?>(SelectNumbers)).ShouldBeNull();
        var rows = await _world.RowsAsync(id);
        rows.Select(row => (row.State, row.Outcome!.On)).ShouldBe([(BulkRowState.Ready, World.Today.AddDays(7)), (BulkRowState.Unchanged, null)]);
        rows[0].Text.ShouldEndWith($"→ Norr ({number})");
        await _world.ConfirmAsync(id);
        (await _world.Anna.SendAsync(new ListComingChanges(_one))).ShouldHaveSingleItem().StartsOn.ShouldBe(World.Today.AddDays(7));
        // One of the kind is open already: the second job says so, row by row.
        var again = await _world.PreviewAsync(new() { Kind = BulkKind.Move, Account = number, Day = World.Today.AddDays(8) }, _one);
        (await _world.RowsAsync(again)).Single().Problem.ShouldBe("MoveOpen");
        var nowhere = await _world.StartAsync(new() { Kind = BulkKind.Move, Day = World.Today.AddDays(8) }, new BulkService($"{_other}", new Dictionary<string, string> { ["account"] = "999999" }));
        await _world.Anna.RunDueWorkAsync();
        (await _world.RowsAsync(nowhere)).Single().Text.ShouldStartWith("Konto: Det finns inget sådant konto.");
    }

    [Fact]
    public async Task Services_end_with_what_is_invoiced_beyond_and_the_orders_that_are_called_off()
    {
        var order = await _world.Anna.SendAsync(new MoveSubscription(_one, await _world.World.AccountNumberAsync(await _world.World.AccountAsync(_world.Inner.Organisation.RootId)), World.Today.AddDays(60), Guid.NewGuid()));
        var terms = (await _world.Anna.SendAsync(new GetTermination(_other, World.Today.AddDays(30)))).Outcome!;
        var id = await DoAsync(new() { Kind = BulkKind.Terminate, Day = World.Today.AddDays(30) }, $"Tjänsten avslutas. Beställningar som dras tillbaka: {order.Number}", "Tjänsten avslutas");
        var row = (await _world.RowsAsync(id))[1];
        (row.State, row.Outcome!.InvoicedUntil, row.Outcome.CostAfter, row.Outcome.On).ShouldBe((BulkRowState.Done, terms.InvoicedUntil, terms.CostAfter, World.Today.AddDays(30)));
        (await _world.JobAsync(id)).SumOf(sum => sum.CostAfter).Kronor.ShouldBe(terms.CostAfter.Kronor * 2);
        (await _world.Anna.SendAsync(new GetSubscription(_other))).Facts.Status.ShouldBe(SubscriptionStatus.Terminating);
        (await _world.Inner.StateAsync(order.Number)).ShouldBe(OrderState.Cancelled);
    }

    [Fact]
    public async Task What_is_ordered_of_the_price_counts_after_the_end_and_the_preview_names_what_makes_it_unsure()
    {
        var service = await PlannedAsync("Cia", await _world.World.DataPackageAsync("10 GB"));
        await _world.Anna.SendAsync(new ChangeSubscription(service, await _world.World.DataPackageAsync("50 GB", 50_000_000_000, 199), null, null, World.Today, Guid.NewGuid()));
        var loaded = await _world.World.OrderAsync(_world.Inner.Organisation.RootId, _one, type: OrderType.Change, detail: """{"type":"loaded","of":3}""", more: [("SentAt", World.Now)]);
        // Notice given on 10 March, three months. From 1 April: two months and a third of June, of 199 and of 299 (a hundred more than 10 GB).
        var rows = await _world.RowsAsync(await _world.PreviewAsync(new() { Kind = BulkKind.Terminate, Day = new(2026, 4, 1) }, _one, service));
        rows.Select(row => (row.Text, row.Outcome!.CostAfter!.Value.Kronor)).ShouldBe(
            [($"Tjänsten avslutas. Kostnaden kan bli en annan, beroende på vad som blir av beställning {loaded}", 464.33m), ("Tjänsten avslutas", 697.67m)]);
    }

    [Fact]
    public async Task Cost_centre_and_employee_number_are_set_each_row_its_own_and_the_rest_stays()
    {
        await _world.Anna.SendAsync(new EditSubscriptionReferences(_one, "ake.ek", "1200", "85202"));
        var id = await _world.StartAsync(new() { Kind = BulkKind.References, CostCentre = "4711" },
            new BulkService("070-174 06 11", new Dictionary<string, string> { ["employee"] = "-" }), new BulkService("070-174 06 12", new Dictionary<string, string> { ["cost-centre"] = new string('x', 51) }),
            new BulkService($"{_world.Inner.Service}", new Dictionary<string, string> { ["cost-centre"] = "4712" }));
        await _world.Anna.RunDueWorkAsync();
        (await _world.RowsAsync(id)).Select(row => row.Text).ShouldBe(
            ["Kostnadsställe: 1200 → 4711. Anställningsnummer: 85202 → tomt", "Kostnadsställe: Skriv högst 50 tecken.", "Kostnadsställe: tomt → 4712"]);
        await _world.ConfirmAsync(id);
        (await _world.StatesAsync(id)).ShouldBe("Done Impossible Done");
        var facts = (await _world.Anna.SendAsync(new GetSubscription(_one))).Facts;
        (facts.ExternalUserName, facts.CostCentre, facts.EmployeeNumber).ShouldBe(("ake.ek", "4711", null));
        (await _world.ToldAsync(_one), await _world.ToldAsync(_world.Inner.Service)).ShouldBe((2, 1));
    }

    private Task<Guid> PlannedAsync(string name, Guid package) => _world.World.SubscriptionAsync(_world.Inner.Organisation.RootId, name, dataPackageId: package);

    /// <summary>On both services; the preview says these texts, and so does the result.</summary>
    private async Task<Guid> DoAsync(BulkWish wish, params string[] texts)
    {
        var id = await _world.PreviewAsync(wish, _one, _other);
        (await _world.RowsAsync(id)).Select(row => row.Text).ShouldBe(texts);
        await _world.ConfirmAsync(id);
        (await _world.RowsAsync(id)).Select(row => row.Text).ShouldBe(texts);
        return id;
    }
}

public sealed class BulkActionsOnSqlite() : BulkActionTests(DatabaseEngine.Sqlite);

public sealed class BulkActionsOnSqlServer() : BulkActionTests(DatabaseEngine.SqlServer);
