using Connect.Application.Common.Errors;
using Connect.Application.Network;
using Connect.Domain.Network;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Network;

public abstract class IncidentQueryTests(DatabaseEngine engine) : IAsyncLifetime
{
    private const string Area = """{"type":"Polygon","coordinates":[[[14,59],[16,59],[16,61],[14,61],[14,59]]]}""";
    private readonly TestDatabase _database = new(Engines.Available(engine));
    private World _world = null!;
    private Guid _root, _sales, _foreign, _line, _mobile, _below;

    public async ValueTask InitializeAsync()
    {
        _world = new World(_database);
        _root = (await _world.OrganisationAsync()).RootId;
        _sales = await _world.AccountAsync(_root, "Sälj");
        _line = await _world.SubscriptionAsync(_root, "Kontoret i Örebro", SubscriptionKind.Broadband, more: [("InstallationCity", "ÖREBRO")]);
        _mobile = await _world.SubscriptionAsync(_root, "Åke Ström");
        _below = await _world.SubscriptionAsync(_sales, "Bo Ek");
        _foreign = await _world.SubscriptionAsync((await _world.OrganisationAsync("Annan AB")).RootId, "Annans", SubscriptionKind.Broadband, more: [("InstallationCity", "Malmö")]);
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact, Covers("DASH-2", "those that touch the user's own services come first and are marked")]
    public async Task Own_come_first_then_what_goes_on_then_what_is_planned_then_what_is_over()
    {
        await _world.IncidentAsync("Över", starts: -9, ended: -5);
        await _world.IncidentAsync("Länge sedan", starts: -400, ended: -200);
        await _world.IncidentAsync("Planerat", IncidentKind.PlannedWork, starts: 20, expected: 22);
        await _world.IncidentAsync("Pågår", severity: IncidentSeverity.Minor);
        await _world.IncidentAsync("Pågår svårt", severity: IncidentSeverity.Critical);
        await _world.IncidentAsync("Planerat hos oss", IncidentKind.PlannedWork, starts: 30, expected: 32, services: [_mobile], geometry: Area);
        await _world.IncidentAsync("Hos oss", services: [_line, _foreign], severity: IncidentSeverity.Minor);

        var lines = await ListAsync(_root);

        lines.Select(line => line.Facts.Title).ShouldBe(["Hos oss", "Planerat hos oss", "Pågår svårt", "Pågår", "Planerat", "Över"]);
        lines.Select(line => line.TouchesOwn).ShouldBe([true, true, false, false, false, false]);
        lines.Select(line => line.Facts.State).ShouldBe([IncidentState.Current, IncidentState.Planned, IncidentState.Current, IncidentState.Current, IncidentState.Planned, IncidentState.Ended]);
    }

    [Fact, Covers("DASH-2", "start, expected end, updates, affected services")]
    public async Task All_that_is_told_of_an_incident_is_there()
    {
        var id = await _world.IncidentAsync("Avbrott", starts: -5, expected: -1, services: [_mobile, _line, _foreign], kinds: [SubscriptionKind.Capacity, SubscriptionKind.Broadband], towns: ["Örebro"],
            networks: [MobileGeneration.Fifth, MobileGeneration.FourthPlus], updates: ["Först", "Sedan"], geometry: Area);

        var line = (await ListAsync(_root)).ShouldHaveSingleItem();

        line.Id.ShouldBe(id);
        (line.Facts.StartsAt, line.Facts.ExpectedEndAt, line.Facts.EndedAt, line.Facts.IsLate).ShouldBe((World.Now.AddHours(-5), World.Now.AddHours(-1), null, true));
        line.Updates.Select(update => update.Text).ShouldBe(["Sedan", "Först"]);
        line.MobileNetworks.ShouldBe(["4G+", "5G"]);
        line.Kinds.ShouldBe([SubscriptionKind.Broadband, SubscriptionKind.Capacity]);
        line.Services.Select(service => service.Name).ShouldBe(["Kontoret i Örebro", "Åke Ström"], "the foreign one is not named");
        line.Geometry!.Value.GetProperty("type").GetString().ShouldBe("Polygon");
    }

    [Fact, Covers("DASH-2", "by kind of service in the area")]
    public async Task A_kind_touches_the_services_in_a_town_of_its_area_and_all_where_it_has_none()
    {
        await _world.IncidentAsync("Örebro", kinds: [SubscriptionKind.Broadband], towns: ["Kumla", "Örebro"], geometry: Area);
        await _world.IncidentAsync("Malmö", kinds: [SubscriptionKind.Broadband], towns: ["Malmö"], geometry: Area);
        await _world.IncidentAsync("Mobilt i området", kinds: [SubscriptionKind.Mobile], towns: ["Örebro"], geometry: Area);
        await _world.IncidentAsync("All mobiltelefoni", kinds: [SubscriptionKind.Mobile]);
        await _world.IncidentAsync("All kapacitet", kinds: [SubscriptionKind.Capacity]);

        (await ListAsync(_root)).Where(line => line.TouchesOwn).Select(line => line.Facts.Title).ShouldBe(["Örebro", "All mobiltelefoni"], ignoreOrder: true);
        (await ListAsync(_sales)).Where(line => line.TouchesOwn).Select(line => line.Facts.Title).ShouldBe(["All mobiltelefoni"]);
        (await NoticesAsync(_root, _line)).ShouldBe(["Örebro"]);
        (await NoticesAsync(_root, _mobile)).ShouldBe(["All mobiltelefoni"]);
    }

    [Fact, Covers("DASH-2", "a line is touched by either of its ends")]
    public async Task A_line_between_two_towns_is_touched_by_what_is_at_either()
    {
        var line = await _world.SubscriptionAsync(_sales, "Örebro–Malmö", SubscriptionKind.Capacity, more: [("InstallationCity", "Örebro"), ("OtherEndCity", "MALMÖ")]);
        var id = await _world.IncidentAsync("Malmö", kinds: [SubscriptionKind.Capacity], towns: ["Lund", "Malmö"], geometry: Area);
        await _world.IncidentAsync("Örebro", kinds: [SubscriptionKind.Capacity], towns: ["Örebro"], geometry: Area);
        await _world.IncidentAsync("Lund", kinds: [SubscriptionKind.Capacity], towns: ["Lund"], geometry: Area);

        (await ListAsync(_sales)).Where(one => one.TouchesOwn).Select(one => one.Facts.Title).ShouldBe(["Malmö", "Örebro"], ignoreOrder: true);
        (await GetAsync(_sales, id)).Services.ShouldHaveSingleItem().Name.ShouldBe("Örebro–Malmö");
        (await NoticesAsync(_sales, line)).ShouldBe(["Malmö", "Örebro"], ignoreOrder: true);
    }

    [Fact, Covers("DASH-3", "what goes on at a place")]
    public async Task Only_what_covers_a_place()
    {
        const string near = """{"type":"Point","coordinates":[15.25,59.30]}""", far = """{"type":"Point","coordinates":[15.6,59.6]}""";
        await _world.IncidentAsync("Runt om", geometry: Area);
        await _world.IncidentAsync("Nära", geometry: near);
        await _world.IncidentAsync("Långt bort", geometry: far);
        await _world.IncidentAsync("Mobilnätet överallt", networks: [MobileGeneration.Fifth]);
        await _world.IncidentAsync("Utan plats");
        await using var scope = await ScopeAsync(_root);
        (await scope.SendAsync(new ListIncidents(At: new(15.2, 59.27)))).Select(line => line.Facts.Title).ShouldBe(["Runt om", "Nära", "Mobilnätet överallt"], ignoreOrder: true);
        (await scope.SendAsync(new ListIncidents(At: new(20, 65)))).Select(line => line.Facts.Title).ShouldBe(["Mobilnätet överallt"]);
    }

    [Fact, Covers("DASH-2", "a mobile network that is disturbed everywhere touches every service with a SIM card")]
    public async Task A_mobile_network_that_is_disturbed_everywhere_touches_what_has_a_card()
    {
        foreach (var kind in Enum.GetValues<SubscriptionKind>()) await _world.SubscriptionAsync(_root, $"{kind}", kind);
        var id = await _world.IncidentAsync("Överallt", networks: [MobileGeneration.Fourth]);
        await _world.IncidentAsync("Någonstans", networks: [MobileGeneration.Fourth], geometry: Area);
        await _world.IncidentAsync("Hos en", networks: [MobileGeneration.Fourth], services: [_below]);

        (await ListAsync(_root)).ToDictionary(line => line.Facts.Title, line => line.TouchesOwn).ShouldBe(new Dictionary<string, bool> { ["Överallt"] = true, ["Hos en"] = true, ["Någonstans"] = false }, ignoreOrder: true);
        (await GetAsync(_root, id)).Services.Select(service => service.Name).ShouldBe(["Bo Ek", "Mobile", "MobileBroadband", "PbxUser", "Åke Ström"], ignoreOrder: true);
        (await NoticesAsync(_root, _line)).ShouldBeEmpty();
        (await NoticesAsync(_root, _mobile)).ShouldBe(["Överallt"]);
    }

    [Fact]
    public async Task What_goes_on_and_touches_own_services_is_there_however_much_is_planned()
    {
        await _world.IncidentAsync("Hos oss", starts: -50, services: [_line]);
        await _world.IncidentAsync("Pågår", starts: -60);
        for (var i = 0; i < 201; i++) await _world.IncidentAsync($"Planerat {i}", IncidentKind.PlannedWork, starts: 20 + i, expected: 300 + i);
        var lines = await ListAsync(_root);
        (lines.Count, lines[0].Facts.Title, lines[1].Facts.Title).ShouldBe((200, "Hos oss", "Pågår"));
    }

    [Fact, Covers("DASH-2", "what names a customer's services alone is told to nobody else")]
    public async Task What_names_services_alone_is_told_to_those_who_see_one_of_them()
    {
        var own = await _world.IncidentAsync("Vår", services: [_mobile]);
        var foreign = await _world.IncidentAsync("Annans", services: [_foreign]);
        var hidden = await _world.IncidentAsync("Dold", services: [_mobile], geometry: Area, isPrivate: true);
        await _world.IncidentAsync("Alla", services: [_foreign], geometry: Area);

        (await ListAsync(_root)).Select(line => line.Facts.Title).ShouldBe(["Vår", "Dold", "Alla"], ignoreOrder: true);
        (await ListAsync(_sales)).Select(line => line.Facts.Title).ShouldBe(["Alla"]);
        (await GetAsync(_root, hidden)).ServiceCount.ShouldBe(1);
        await Should.ThrowAsync<NotFoundException>(() => GetAsync(_sales, own));
        await Should.ThrowAsync<NotFoundException>(() => GetAsync(_root, foreign));
        await Should.ThrowAsync<NotFoundException>(() => GetAsync(_root, Guid.CreateVersion7()));
    }

    [Fact]
    public async Task Without_the_right_to_see_services_it_is_marked_but_none_is_named_or_counted()
    {
        var id = await _world.IncidentAsync("Hos oss", services: [_mobile], kinds: [SubscriptionKind.Mobile]);
        (await ListAsync(_root, Right.ViewInvoices)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            line => line.TouchesOwn.ShouldBeTrue(), line => line.Services.ShouldBeEmpty(), line => line.HasMoreServices.ShouldBeFalse());
        var detail = await GetAsync(_root, id, Right.ViewInvoices);
        (detail.ServiceCount, detail.Services.Count).ShouldBe((null, 0));
        await using var scope = await ScopeAsync(_root, Right.ViewInvoices);
        await Should.ThrowAsync<ForbiddenException>(() => scope.SendAsync(new ListServiceIncidents(_mobile)));
    }

    [Fact]
    public async Task Hidden_and_ended_services_are_not_touched_and_a_page_holds_fifty()
    {
        var many = new List<Guid>();
        for (var i = 0; i < 53; i++) many.Add(await _world.SubscriptionAsync(_sales, $"Tjänst {i:00}"));
        var hidden = await _world.SubscriptionAsync(_sales, "Dold", hidden: true);
        var ended = await _world.SubscriptionAsync(_sales, "Slut", status: SubscriptionStatus.Terminated);
        var id = await _world.IncidentAsync("Många", services: [.. many, hidden, ended]);
        var detail = await GetAsync(_sales, id);
        (detail.ServiceCount, detail.Services.Count, detail.Services[0].Name).ShouldBe((53, 50, "Tjänst 00"));
        await using var scope = await ScopeAsync(_sales);
        (await scope.SendAsync(new GetIncident(id, 2))).Services.Select(service => service.Name).ShouldBe(["Tjänst 50", "Tjänst 51", "Tjänst 52"]);
        (await scope.SendAsync(new GetIncident(id, int.MaxValue))).Services.Count.ShouldBe(3);
        (await scope.SendAsync(new GetIncident(id, -7))).Services.Count.ShouldBe(50);
        var line = (await ListAsync(_sales)).ShouldHaveSingleItem();
        (line.Services.Count, line.HasMoreServices).ShouldBe((3, true));
    }

    [Fact, Covers("DASH-2", "the incident shows on the services it touches")]
    public async Task A_service_is_told_of_what_goes_on_and_is_planned_and_not_of_what_is_over()
    {
        await _world.IncidentAsync("Planerat", IncidentKind.PlannedWork, starts: 5, expected: 6, services: [_below]);
        await _world.IncidentAsync("Pågår", services: [_below, _mobile]);
        await _world.IncidentAsync("Över", ended: -1, services: [_below]);
        (await NoticesAsync(_sales, _below)).ShouldBe(["Pågår", "Planerat"]);
        (await NoticesAsync(_root, _mobile)).ShouldBe(["Pågår"]);
        await Should.ThrowAsync<NotFoundException>(() => NoticesAsync(_sales, _mobile));
        await Should.ThrowAsync<NotFoundException>(() => NoticesAsync(_root, _foreign));
    }

    [Fact, Covers("DASH-3", "incidents in the mobile network, by generation")]
    public async Task Only_what_is_in_the_mobile_network_or_in_one_generation_of_it()
    {
        await _world.IncidentAsync("Fiber");
        await _world.IncidentAsync("4G och 5G", networks: [MobileGeneration.Fourth, MobileGeneration.Fifth]);
        await _world.IncidentAsync("2G", networks: [MobileGeneration.Second]);
        await using var scope = await ScopeAsync(_root);
        (await scope.SendAsync(new ListIncidents(OnlyMobile: true))).Count.ShouldBe(2);
        (await scope.SendAsync(new ListIncidents(MobileGeneration.Fifth))).ShouldHaveSingleItem().Facts.Title.ShouldBe("4G och 5G");
        (await scope.SendAsync(new ListIncidents(MobileGeneration.Third))).ShouldBeEmpty();
    }

    private async Task<TestScope> ScopeAsync(Guid account, params Right[] rights) => new(_database, await _world.UserAsync(account, rights: rights.Length == 0 ? null : rights));

    private async Task<IReadOnlyList<IncidentLine>> ListAsync(Guid account, params Right[] rights)
    {
        await using var scope = await ScopeAsync(account, rights);
        return await scope.SendAsync(new ListIncidents());
    }

    private async Task<IncidentDetail> GetAsync(Guid account, Guid id, params Right[] rights)
    {
        await using var scope = await ScopeAsync(account, rights);
        return await scope.SendAsync(new GetIncident(id));
    }

    private async Task<List<string>> NoticesAsync(Guid account, Guid service)
    {
        await using var scope = await ScopeAsync(account);
        return [.. (await scope.SendAsync(new ListServiceIncidents(service))).Select(notice => notice.Facts.Title)];
    }
}

public sealed class IncidentQueryOnSqlite() : IncidentQueryTests(DatabaseEngine.Sqlite);

public sealed class IncidentQueryOnSqlServer() : IncidentQueryTests(DatabaseEngine.SqlServer);
