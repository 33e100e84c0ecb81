using Connect.Application.Common.Errors;
using Connect.Application.Common.Lists;
using Connect.Application.Operator;
using Connect.Application.Orders;
using Connect.Application.Search;
using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Orders;

[Covers("ORD-2", "from the order to a service that works")]
public abstract class NewSubscriptionTests(DatabaseEngine engine) : IAsyncLifetime
{
    private static readonly Stmt SelectService = "SELECT l.SubscriptionId FROM OrderLine l JOIN CustomerOrder o ON o.Id = l.OrderId WHERE o.Number = @number";
    private static readonly Stmt SelectNumbers = "SELECT COUNT(*) FROM PortedNumber";
    private static readonly Stmt SelectServices = "SELECT COUNT(*) FROM Subscription";
    private static readonly Stmt SelectAccount = "SELECT AccountId FROM Subscription WHERE Id = @id";
    private static readonly Stmt Rename = "UPDATE Subscription SET ExternalId = 'S-78' WHERE Id = @id";
    private readonly DatabaseEngine _engine = Engines.Available(engine);
    private NewServiceWorld _world = null!;

    private ReplacementWorld Orders => _world.Orders;

    public async ValueTask InitializeAsync() => _world = await NewServiceWorld.MakeAsync(_engine);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task It_is_seen_at_once_and_works_when_it_is_delivered_with_all_that_was_ordered()
    {
        var placed = await _world.PlaceAsync(_world.ESim);
        var id = await ServiceAsync(placed.Number);
        (await DetailAsync(id!.Value)).ShouldSatisfyAllConditions(
            s => (s.Facts.Status, s.Facts.MonthlyPrice.Kronor, s.Facts.UserName, s.Facts.CostCentre).ShouldBe((SubscriptionStatus.Ordered, 200 + 99 + 29 + 49, "Åke Ny", "4711")),
            s => s.Barrings.ShouldBeEmpty(), s => s.Ordered.ShouldBe([OrderType.NewSubscription]));
        (await ListedAsync("ordered")).ShouldBe(["Åke Ny"]);
        (await FoundAsync("Åke N")).ShouldBe(["Åke Ny"]);

        await Orders.PassTimeAsync();
        (await Orders.StateAsync(placed.Number)).ShouldBe(OrderState.Delivered);
        var service = await DetailAsync(id.Value);
        service.ShouldSatisfyAllConditions(
            s => (s.Facts.Status, s.Facts.PhoneNumber, s.Facts.DataPackage, s.Facts.PriceList).ShouldBe((SubscriptionStatus.Active, "+467995" + placed.Number[^5..], "10 GB", "Fri Sverige")),
            s => (s.Facts.StartsOn, s.Facts.CommittedUntil, s.Facts.NoticeMonths).ShouldBe((World.Today, World.Today.AddMonths(24).AddDays(-1), 3)),
            s => s.SimCard!.Form.ShouldBe(SimForm.ESim), s => s.PriceLists.ShouldHaveSingleItem().Name.ShouldBe("Norden"), s => s.AddOns.ShouldHaveSingleItem().Name.ShouldBe("Tvillingkort"),
            s => s.Barrings.Select(barring => barring.Kind).ShouldBe([BarringKind.PremiumCalls, BarringKind.RoamingData]),
            s => s.History.Select(line => line.Kind).ShouldBe([SubscriptionEventKinds.BarringsInEffect, SubscriptionEventKinds.Delivered, SubscriptionEventKinds.Ordered]),
            s => s.History[0].Values.ShouldBe(["Betalsamtal, Data utomlands"]));
        (await FoundAsync(service.Facts.PhoneNumber!)).ShouldBe(["Åke Ny"]);
        Orders.Mails.Mails.Select(sent => (sent.To, sent.IsSecret)).ShouldBe([("ake@example.com", true), ("anna@example.com", false)], "the code for the user, the word for whoever ordered");
        var mail = Orders.Mails.Mails[0];
        (mail.To, mail.IsSecret, mail.Text.Contains("gamla", StringComparison.Ordinal)).ShouldBe(("ake@example.com", true, false));
    }

    [Fact]
    public async Task A_PBX_user_gets_two_numbers_and_its_handsets()
    {
        var placed = await _world.PlaceAsync(_world.ESim with { FixedNumberWay = NumberWay.New, Handsets = [HandsetKind.DeskPhone], AddOns = [_world.PbxAddOn] }, _world.Pbx);
        await Orders.PassTimeAsync();
        (await DetailAsync((await ServiceAsync(placed.Number))!.Value)).ShouldSatisfyAllConditions(
            s => s.Facts.FixedNumber.ShouldBe("+4610995" + placed.Number[^5..]), s => s.Handsets.ShouldHaveSingleItem().Kind.ShouldBe(HandsetKind.DeskPhone), s => s.AddOns.ShouldHaveSingleItem().Name.ShouldBe("Inspelning"));
    }

    [Fact]
    public async Task A_line_for_a_day_to_come_is_sent_at_once_and_delivered_on_its_day()
    {
        var placed = await _world.PlaceAsync(new OrderDetails { UserName = "Kontoret", Installation = new("Storgatan 1", "111 22", "Stockholm"), DownMbit = 250, UpMbit = 250, StartsOn = World.Today.AddDays(3) }, _world.Line);
        await Orders.PassTimeAsync();
        (await Orders.StateAsync(placed.Number)).ShouldBe(OrderState.Processing);
        Orders.Anna.Clock.Advance(TimeSpan.FromDays(3));
        await Orders.PassTimeAsync();
        (await DetailAsync((await ServiceAsync(placed.Number))!.Value)).Facts.ShouldSatisfyAllConditions(
            f => (f.Status, f.PhoneNumber, f.DownMbit, f.InstallationCity).ShouldBe((SubscriptionStatus.Active, null, 250, "Stockholm")), f => f.StartsOn.ShouldBe(World.Today.AddDays(3)));
    }

    [Fact]
    public async Task A_line_between_two_addresses_keeps_both_when_it_is_delivered()
    {
        var placed = await _world.PlaceAsync(new OrderDetails { UserName = "Ringen", Installation = new("Storgatan 1", "111 22", "Stockholm"), OtherEnd = new("Hamngatan 2", "411 14", "Göteborg"), DownMbit = 1000, UpMbit = 1000, StartsOn = World.Today }, _world.Capacity);
        await Orders.PassTimeAsync();
        (await DetailAsync((await ServiceAsync(placed.Number))!.Value)).Facts.ShouldSatisfyAllConditions(f => f.Status.ShouldBe(SubscriptionStatus.Active),
            f => (f.InstallationStreet, f.OtherEndStreet, f.OtherEndPostalCode, f.OtherEndCity).ShouldBe(("Storgatan 1", "Hamngatan 2", "411 14", "Göteborg")));
    }

    [Fact]
    public async Task Rejected_nothing_is_half_made()
    {
        var (before, ported) = (await World.Db.FirstOrDefaultAsync<int>(SelectServices), Ported("070-174 06 99") with { SimWay = SimDeliveryWay.OwnCard, Icc = Orders.StockIcc });
        var placed = await _world.PlaceAsync(ported);
        (await Orders.SimStateAsync(Orders.StockIcc)).ShouldBe((int)SimCardState.Reserved);
        var id = (await ServiceAsync(placed.Number))!.Value;
        await Orders.Operator.SendAsync(new ReportOrderProgress(Guid.NewGuid(), placed.Number, OrderProgress.Rejected) { Reason = "Numret är spärrat" });

        (await Orders.Anna.SendAsync(new GetOrder(placed.Number))).ShouldSatisfyAllConditions(o => o.State.ShouldBe(OrderState.Rejected), o => o.Reason.ShouldBe("Numret är spärrat"));
        await Should.ThrowAsync<NotFoundException>(() => DetailAsync(id));
        ((await ListedAsync("ordered,terminated")).Count, (await FoundAsync("Åke Ny")).Count).ShouldBe((0, 0));
        (await Orders.SimStateAsync(Orders.StockIcc)).ShouldBe((int)SimCardState.InStock);
        (await World.Db.FirstOrDefaultAsync<int>(SelectNumbers)).ShouldBe(0);
        before.ShouldBe(1);
        // The number and the card can be ordered again.
        await _world.PlaceAsync(ported);
    }

    [Fact]
    public async Task Called_off_before_anybody_has_begun_it_is_gone()
    {
        var placed = await _world.PlaceAsync(_world.ESim);
        var id = (await ServiceAsync(placed.Number))!.Value;
        (await Orders.Anna.SendAsync(new CancelOrder(placed.Number))).ShouldBe(OrderState.Cancelled);
        await Should.ThrowAsync<NotFoundException>(() => DetailAsync(id));
        await Orders.PassTimeAsync();
        (await Orders.StateAsync(placed.Number)).ShouldBe(OrderState.Cancelled);
        Orders.Mails.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_number_comes_here_once_and_not_from_here()
    {
        await _world.PlaceAsync(Ported("070-174 06 99"));
        foreach (var taken in new[] { "070-174 06 99", await NumberOfAsync(Orders.Service) })
            (await ProblemsAsync(Ported(taken))).ShouldBe(["Details.PortedNumber NumberNotPortable"]);
        await Orders.PassTimeAsync();
        Orders.Anna.Clock.Advance(TimeSpan.FromDays(20));
        await Orders.PassTimeAsync();
        (await World.Db.FirstOrDefaultAsync<int>(SelectNumbers)).ShouldBe(0);
        (await ProblemsAsync(Ported("070-174 06 99") with { StartsOn = World.Today.AddDays(60) })).ShouldBe(["Details.PortedNumber NumberNotPortable"], "it is a service of ours now");
    }

    [Fact]
    [Covers("ORD-2", "a double click or resubmit orders once")]
    public async Task Sent_again_it_is_one_order_and_with_other_content_a_conflict()
    {
        var order = _world.Order(_world.ESim);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Orders.Anna.SendAsync(order))));
        answers.Distinct().ShouldHaveSingleItem();
        (await Should.ThrowAsync<ConflictException>(() => Orders.Anna.SendAsync(order with { Details = _world.ESim with { UserName = "Bo" } }))).Code.ShouldBe("RequestReused");
        (await World.Db.FirstOrDefaultAsync<int>(SelectServices)).ShouldBe(2);
    }

    [Fact]
    public async Task The_operator_has_to_tell_the_number_and_its_id_which_is_its_own()
    {
        var placed = await _world.PlaceAsync(_world.ESim);
        var report = new ReportOrderProgress(Guid.NewGuid(), placed.Number, OrderProgress.Delivered) { Icc = "8946010000000000012", Subscription = "S-77" };
        (await Should.ThrowAsync<InvalidInputException>(() => Orders.Operator.SendAsync(report with { Subscription = null, PhoneNumber = "070-174 06 50" }))).Problems.ShouldHaveSingleItem().Field.ShouldBe("Subscription");
        (await Should.ThrowAsync<InvalidInputException>(() => Orders.Operator.SendAsync(report))).Problems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Field.ShouldBe("PhoneNumber"), p => p.Code.ShouldBe("NotEmptyValidator"));
        await Orders.Operator.SendAsync(report with { EventId = Guid.NewGuid(), PhoneNumber = "070-174 06 50" });
        var other = await _world.PlaceAsync(_world.ESim with { UserName = "Bo" });
        (await Should.ThrowAsync<ConflictException>(() => Orders.Operator.SendAsync(report with { EventId = Guid.NewGuid(), OrderNumber = other.Number, Icc = "8946010000000000020", PhoneNumber = "070-174 06 51" }))).Code.ShouldBe("ServiceIdTaken");
        (await Orders.StateAsync(other.Number)).ShouldBe(OrderState.Received);
    }

    [Fact]
    public async Task Loaded_before_it_is_told_of_the_loaded_one_is_the_service()
    {
        var placed = await _world.PlaceAsync(_world.ESim);
        var ordered = (await ServiceAsync(placed.Number))!.Value;
        var loaded = await World.SubscriptionAsync(await AccountOfAsync(ordered));
        await World.Db.ExecuteAsync(Rename, new { id = loaded });
        await World.BarringAsync(loaded, BarringKind.RoamingData);
        await Orders.Operator.SendAsync(new ReportOrderProgress(Guid.NewGuid(), placed.Number, OrderProgress.Delivered) { Icc = "8946010000000000012", Subscription = "S-78", PhoneNumber = "070-174 06 50" });
        ((await Orders.StateAsync(placed.Number)), await ServiceAsync(placed.Number)).ShouldBe((OrderState.Delivered, loaded));
        await Should.ThrowAsync<NotFoundException>(() => DetailAsync(ordered));
        (await DetailAsync(loaded)).ShouldSatisfyAllConditions(s => s.SimCard!.Icc.ShouldBe("8946010000000000012"),
            s => s.History.Select(line => (line.Kind, line.Order)).ShouldBe([(SubscriptionEventKinds.BarringsInEffect, null), (SubscriptionEventKinds.Delivered, placed.Number), (SubscriptionEventKinds.Ordered, placed.Number)]),
            // Of those that were ordered, what the operator has loaded.
            s => s.History[0].Values.ShouldBe(["Data utomlands"]));
    }

    [Theory]
    [InlineData("kind")]
    [InlineData("account")]
    [InlineData("hidden")]
    [InlineData("ended")]
    public async Task Another_service_of_the_told_id_is_not_taken_for_the_ordered_one(string difference)
    {
        var placed = await _world.PlaceAsync(_world.ESim);
        var ordered = (await ServiceAsync(placed.Number))!.Value;
        var other = await World.SubscriptionAsync(difference == "account" ? await World.AccountAsync(Orders.Organisation.RootId, "Annat") : await AccountOfAsync(ordered), hidden: difference == "hidden",
            kind: difference == "kind" ? Enum.GetValues<SubscriptionKind>().First(kind => kind != SubscriptionKind.Mobile) : SubscriptionKind.Mobile,
            status: difference == "ended" ? SubscriptionStatus.Terminated : SubscriptionStatus.Active);
        await World.Db.ExecuteAsync(Rename, new { id = other });
        var report = new ReportOrderProgress(Guid.NewGuid(), placed.Number, OrderProgress.Delivered) { Icc = "8946010000000000012", Subscription = "S-78", PhoneNumber = "070-174 06 50" };
        (await Should.ThrowAsync<ConflictException>(() => Orders.Operator.SendAsync(report))).Code.ShouldBe("ServiceIdTaken");
        (await ServiceAsync(placed.Number)).ShouldBe(ordered);
    }

    private async Task<Guid> AccountOfAsync(Guid service) => await World.Db.FirstOrDefaultAsync<Guid>(SelectAccount, new { id = service });

    private World World => _world.World;

    private OrderDetails Ported(string number) => _world.ESim with { NumberWay = NumberWay.Ported, PortedNumber = number, LosingOperator = "Annan", StartsOn = World.Today.AddDays(14) };

    private async Task<IReadOnlyList<string>> ProblemsAsync(OrderDetails details) =>
        [.. (await Should.ThrowAsync<InvalidInputException>(() => _world.PlaceAsync(details))).Problems.Select(problem => $"{problem.Field} {problem.Code}")];

    private Task<Guid?> ServiceAsync(string number) => World.Db.FirstOrDefaultAsync<Guid?>(SelectService, new { number });

    private async Task<string> NumberOfAsync(Guid service) => (await DetailAsync(service)).Facts.PhoneNumber!;

    private Task<SubscriptionDetail> DetailAsync(Guid id) => Orders.Anna.SendAsync(new GetSubscription(id));

    private async Task<IReadOnlyList<string>> ListedAsync(string status) =>
        [.. (await Orders.Anna.SendAsync(new ListSubscriptions(ListRequest.Parse([new("f.status", status)], ListSubscriptions.Columns).OrThrow()))).Rows.Select(row => row.UserName)];

    private async Task<IReadOnlyList<string>> FoundAsync(string text) => [.. (await Orders.Anna.SendAsync(new FindAnything(text))).SelectMany(group => group.Hits).Select(hit => hit.Title)];
}

public sealed class NewSubscriptionOnSqlite() : NewSubscriptionTests(DatabaseEngine.Sqlite);

public sealed class NewSubscriptionOnSqlServer() : NewSubscriptionTests(DatabaseEngine.SqlServer);
