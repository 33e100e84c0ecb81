using Connect.Application.Common.Errors;
using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Subscriptions;

public abstract class GetSubscriptionTests(DatabaseEngine engine) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(Engines.Available(engine));
    private World _world = null!;
    private TestOrganisation _own = null!;
    private Guid _branch, _service;

    public async ValueTask InitializeAsync()
    {
        _world = new World(_database);
        _own = await _world.OrganisationAsync();
        _branch = await _world.AccountAsync(_own.RootId, "Verkstad");
        var package = await _world.DataPackageAsync("10 GB", 10_000_000_000);
        var list = await _world.PriceListAsync("Fri Sverige", includedSeconds: 36_000, includedMessages: 500);
        _service = await _world.SubscriptionAsync(_branch, kind: SubscriptionKind.PbxUser, dataPackageId: package, priceListId: list);
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    [Covers("SVC-4", "everything of a mobile service")]
    public async Task A_service_is_read_with_all_that_belongs_to_it()
    {
        var icc = await _world.SimCardAsync(_own.Id, _service, protectedPin: "x");
        await _world.AddOnAsync(_service, "Röstbrevlåda", 19);
        await _world.InsertAsync("Handset", ("Id", Guid.CreateVersion7()), ("SubscriptionId", _service), ("ExternalId", "H1"), ("Kind", 1), ("Name", "Dator"));
        await _world.BarringAsync(_service);
        await _world.ForwardingAsync(_service, CallForwardingKind.NoReply, ringSeconds: 20);
        await _world.DeviceAsync(_service);
        await _world.UsageAsync(_service, type: TrafficType.Data, amount: 7_000);
        await _world.UsageAsync(_service, amount: 90);
        await _world.UsageAsync(_service, amount: 500, direction: TrafficDirection.Incoming);
        await _world.UsageAsync(_service, World.Now.AddMonths(-5), TrafficType.Sms, amount: 1);
        await _world.UsageAsync(_service, World.Now.AddMonths(-6), TrafficType.Sms, amount: 1);

        var detail = await GetAsync(_branch, _service);

        (detail.Facts.Account, detail.Facts.DataPackage, detail.Facts.IncludedSeconds).ShouldBe(("Verkstad", "10 GB", 36_000L));
        detail.SimCard.ShouldNotBeNull();
        (detail.SimCard.Icc, detail.SimCard.HasPin, detail.SimCard.HasPuk).ShouldBe((icc, true, false));
        detail.AddOns.ShouldHaveSingleItem().MonthlyPrice.Kronor.ShouldBe(19);
        detail.Handsets.ShouldHaveSingleItem().ShouldBe(new HandsetView(HandsetKind.Softphone, "Dator"));
        detail.Barrings.ShouldHaveSingleItem().Kind.ShouldBe(BarringKind.PremiumCalls);
        detail.Forwardings.ShouldHaveSingleItem().RingSeconds.ShouldBe(20);
        detail.Facts.DeviceModel.ShouldBe("Fairphone 5");
        detail.ThisMonth.ShouldBe(new MonthUse(new(2026, 3, 1), 7_000, 1, 90, 0, 0));
        detail.Months.Count.ShouldBe(6);
        detail.Months.Sum(month => month.Sms).ShouldBe(1);
    }

    [Fact]
    [Covers("SVC-4", "use belongs to the account of its day")]
    [Covers("RIGHT-4", "usage belongs to the account of its day")]
    public async Task What_was_used_on_an_account_outside_the_reach_is_not_counted()
    {
        await _world.UsageAsync(_service, amount: 60);
        await _world.UsageAsync(_service, amount: 600, accountId: _own.RootId);
        (await GetAsync(_branch, _service)).ThisMonth.CallSeconds.ShouldBe(60);
        (await GetAsync(_own.RootId, _service)).ThisMonth.CallSeconds.ShouldBe(660);
    }

    [Fact]
    [Covers("SVC-14", "history within reach")]
    public async Task The_history_tells_who_did_what_while_the_service_was_within_reach()
    {
        foreach (var (account, actor) in new[] { (_branch, "Karl"), (_own.RootId, "Anna") })
            await _world.InsertAsync("SubscriptionEvent", ("Id", Guid.CreateVersion7()), ("SubscriptionId", _service), ("AccountId", account), ("At", World.Now),
                ("Kind", "Renamed"), ("Actor", actor), ("Detail", """["Åke","Örjan"]"""));
        var line = (await GetAsync(_branch, _service)).History.ShouldHaveSingleItem();
        (line.Actor, line.Values[1]).ShouldBe(("Karl", "Örjan"));
        (await GetAsync(_own.RootId, _service)).History.Count.ShouldBe(2);
    }

    [Fact]
    [Covers("SVC-2", "hidden and foreign services")]
    public async Task What_lies_outside_the_reach_or_is_kept_out_of_the_portal_does_not_exist()
    {
        var above = await _world.SubscriptionAsync(_own.RootId);
        var hidden = await _world.SubscriptionAsync(_branch, hidden: true);
        foreach (var id in new[] { above, hidden, Guid.NewGuid() }) await Should.ThrowAsync<NotFoundException>(() => GetAsync(_branch, id));
    }

    [Fact]
    [Covers("SVC-1", "find a SIM card by its ICC")]
    public async Task A_card_is_found_in_a_service_within_reach_or_in_stock_and_nowhere_else()
    {
        var (own, stock) = (await _world.SimCardAsync(_own.Id, _service), await _world.SimCardAsync(_own.Id));
        var above = await _world.SimCardAsync(_own.Id, await _world.SubscriptionAsync(_own.RootId));
        var foreign = await _world.SimCardAsync((await _world.OrganisationAsync("Annan AB")).Id);
        await using var scope = new TestScope(_database, await _world.UserAsync(_branch));

        var found = await scope.SendAsync(new FindSimCard($"{own[..4]} {own[4..]}"));
        found.ShouldNotBeNull();
        (found.SubscriptionId, found.UserName).ShouldBe((_service, "Åke Ström"));
        (await scope.SendAsync(new FindSimCard(stock)))!.State.ShouldBe(SimCardState.InStock);
        foreach (var icc in new[] { above, foreign, "8946010000000000012" }) (await scope.SendAsync(new FindSimCard(icc))).ShouldBeNull();
        var problem = await Should.ThrowAsync<InvalidInputException>(() => scope.SendAsync(new FindSimCard("8946010000000000013")));
        problem.Problems.ShouldHaveSingleItem().Code.ShouldBe("IccChecksum");
    }

    private async Task<SubscriptionDetail> GetAsync(Guid account, Guid id)
    {
        await using var scope = new TestScope(_database, await _world.UserAsync(account));
        return await scope.SendAsync(new GetSubscription(id));
    }
}

public sealed class GetSubscriptionOnSqlite() : GetSubscriptionTests(DatabaseEngine.Sqlite);

public sealed class GetSubscriptionOnSqlServer() : GetSubscriptionTests(DatabaseEngine.SqlServer);
