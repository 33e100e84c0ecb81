using Connect.Application.Common.Errors;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;
using Connect.Application.Search;
using Connect.Application.Tickets;
using Connect.Domain.Tickets;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Tickets;

public abstract class TicketQueryTests(DatabaseEngine engine) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(Engines.Available(engine));
    private World _world = null!;
    private TestOrganisation _own = null!;
    private Guid _north, _service, _hidden;
    private UserIdentity _anna = null!, _karl = null!;
    private string _silent = "", _invoice = "", _dark = "", _root = "", _other = "";

    /// <summary>Root (anna) → Norr (karl). Norr: Tyst (about a service), Mörkt (about one that is hidden now), Fel belopp; the root: Övrig fråga; another organisation.</summary>
    public async ValueTask InitializeAsync()
    {
        _world = new World(_database);
        _own = await _world.OrganisationAsync("Bolaget AB");
        _north = await _world.AccountAsync(_own.RootId, "Region Norr", "Norr");
        _service = await _world.SubscriptionAsync(_north, "Åke Ström", phone: "+46701740605");
        _hidden = await _world.SubscriptionAsync(_north, "Dold", hidden: true);
        _anna = await _world.UserAsync(_own.RootId, "anna");
        _karl = await _world.UserAsync(_north, "karl");
        _silent = await _world.TicketAsync(_north, "Tyst i luren", subscriptionId: _service, service: "Åke Ström", priority: TicketPriority.High, updatedAt: World.Now.AddHours(-1));
        _dark = await _world.TicketAsync(_north, "Mörkt", state: TicketState.WaitingForCustomer, subscriptionId: _hidden, service: "Dold", updatedAt: World.Now.AddHours(-2));
        _invoice = await _world.TicketAsync(_north, "Fel belopp", TicketType.Invoice, TicketState.Closed, createdBy: "Bo Ek", updatedAt: World.Now.AddHours(-3));
        _root = await _world.TicketAsync(_own.RootId, "Övrig fråga", TicketType.Other, TicketState.InProgress, updatedAt: World.Now.AddHours(-4));
        _other = await _world.TicketAsync((await _world.OrganisationAsync("Annan AB")).RootId, "Tyst hos andra");
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [Covers("TIC-1", "the list, those with news first, sorted and filtered by each column")]
    [InlineData("", "Tyst i luren, Mörkt, Fel belopp, Övrig fråga")]
    [InlineData("sort=title", "Fel belopp, Mörkt, Tyst i luren, Övrig fråga")]
    [InlineData("sort=number", "Tyst i luren, Mörkt, Fel belopp, Övrig fråga")]
    [InlineData("sort=created", "Övrig fråga, Fel belopp, Mörkt, Tyst i luren")]
    [InlineData("sort=account", "Övrig fråga, Tyst i luren, Mörkt, Fel belopp")]
    [InlineData("sort=-priority", "Tyst i luren, Mörkt, Övrig fråga, Fel belopp")]
    [InlineData("f.state=new,in-progress,waiting", "Tyst i luren, Mörkt, Övrig fråga")]
    [InlineData("f.title=~TYST", "Tyst i luren")]
    [InlineData("f.type=invoice", "Fel belopp")]
    [InlineData("f.priority=high", "Tyst i luren")]
    [InlineData("f.service=~åke", "Tyst i luren")]
    [InlineData("f.service=~dold", "")]
    [InlineData("f.created-by=^Bo", "Fel belopp")]
    [InlineData("f.account=~norr", "Tyst i luren, Mörkt, Fel belopp")]
    [InlineData("f.updated=2026-03-10&f.state=closed", "Fel belopp")]
    public async Task The_list_is_sorted_and_filtered(string query, string titles) => Titles(await ListAsync(_anna, query)).ShouldBe(titles);

    [Fact]
    public async Task Whoever_reaches_a_part_sees_that_part_and_a_service_out_of_the_portal_is_nowhere()
    {
        Titles(await ListAsync(_karl, "")).ShouldBe("Tyst i luren, Mörkt, Fel belopp");
        (await ListAsync(_karl, "f.title=~mörkt")).Rows.ShouldHaveSingleItem().Service.ShouldBeNull();
        await using var karl = new TestScope(_database, _karl);
        (await karl.SendAsync(new GetTicket(_dark))).Service.ShouldBeNull();
        foreach (var number in new[] { _root, _other, "999999" }) await Should.ThrowAsync<NotFoundException>(() => karl.SendAsync(new GetTicket(number)));
    }

    [Fact]
    public async Task The_service_is_a_name_where_the_reader_does_not_see_it()
    {
        await using var karl = new TestScope(_database, _karl);
        (await karl.SendAsync(new GetTicket(_silent))).Service.ShouldBe(new ServiceOfTicket(_service, "Åke Ström", null));
        await using var without = new TestScope(_database, _karl with { Rights = new HashSet<Right> { Right.ManageTickets } });
        (await without.SendAsync(new GetTicket(_silent))).Service.ShouldBe(new ServiceOfTicket(null, "Åke Ström", null));
        await using var bo = new TestScope(_database, await _world.UserAsync(_north, "bo"));
        await _world.Db.ExecuteAsync((Stmt)"UPDATE Subscription SET AccountId = @root", new { root = _own.RootId });
        (await bo.SendAsync(new GetTicket(_silent))).Service.ShouldBe(new ServiceOfTicket(null, "Åke Ström", null));
    }

    [Fact]
    [Covers("DASH-1", "tickets under way, and those that wait for an answer")]
    public async Task Those_under_way_are_counted_within_the_reach()
    {
        await using var anna = new TestScope(_database, _anna);
        await using var karl = new TestScope(_database, _karl);
        (await anna.SendAsync(new SumOpenTickets())).ShouldBe(new OpenTickets { Count = 3, Waiting = 1 });
        (await karl.SendAsync(new SumOpenTickets())).ShouldBe(new OpenTickets { Count = 2, Waiting = 1 });
    }

    [Fact]
    [Covers("TIC-2", "the service is found by its phone number in any spelling; the times agreed for each priority")]
    public async Task The_service_is_found_by_its_number_and_its_agreement_says_the_times()
    {
        var (own, others) = (await _world.AgreementAsync(_own.Id), await _world.AgreementAsync(_own.Id));
        await _world.SlaAsync(own, TicketPriority.High, "mon-fri 08:00-17:00");
        await _world.SlaAsync(others, TicketPriority.High, response: 5, solution: null);
        await _world.SlaAsync(others, TicketPriority.Low, response: 6);
        await _world.Db.ExecuteAsync((Stmt)"UPDATE Subscription SET AgreementId = @own WHERE Id = @id", new { own, id = _service });
        await using var anna = new TestScope(_database, _anna);
        foreach (var typed in new[] { "070-174 06 05", "+46701740605", "0046 701 740605" })
        {
            var form = await anna.SendAsync(new GetTicketForm(PhoneNumber: typed));
            (form.Service!.Id, form.Service.UserName, form.Service.Account).ShouldBe((_service, "Åke Ström", "Norr"));
            form.Agreed.ShouldHaveSingleItem().ShouldBe(new PriorityTimes(TicketPriority.High, SupportHours.Parse("mon-fri 08:00-17:00"), TimeSpan.FromHours(1), TimeSpan.FromHours(4)));
        }

        (await anna.SendAsync(new GetTicketForm(_service))).Service!.Id.ShouldBe(_service);
        foreach (var typed in new[] { "070-174 06 99", "inget nummer" }) (await anna.SendAsync(new GetTicketForm(PhoneNumber: typed))).Service.ShouldBeNull();
        // Without a service one agreement of the day holds, whole.
        (await anna.SendAsync(new GetTicketForm())).Agreed.Count.ShouldBeOneOf(1, 2);
        foreach (var id in new[] { _hidden, Guid.CreateVersion7() }) await Should.ThrowAsync<NotFoundException>(() => anna.SendAsync(new GetTicketForm(id)));
        await using var without = new TestScope(_database, _anna with { Rights = new HashSet<Right> { Right.ManageTickets } });
        await Should.ThrowAsync<ForbiddenException>(() => without.SendAsync(new GetTicketForm(PhoneNumber: "0701740605")));
    }

    [Theory]
    [Covers("NAV-3", "tickets by number and title")]
    [InlineData("tyst", "Tyst i luren")]
    [InlineData("luren", "Tyst i luren")]
    [InlineData("fråga", "")]
    public async Task Tickets_are_found_by_a_part_of_their_title_within_the_reach(string typed, string titles)
    {
        await using var karl = new TestScope(_database, _karl);
        await IndexAsync(karl);
        string.Join(", ", await FoundAsync(karl, typed)).ShouldBe(titles);
        (await FoundAsync(karl, _silent[2..])).ShouldContain("Tyst i luren");
        (await FoundAsync(karl, _root)).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<string>> FoundAsync(TestScope scope, string typed) =>
        [.. (await scope.SendAsync(new FindAnything(typed))).Where(group => group.Kind == SearchKind.Ticket).SelectMany(group => group.Hits).Select(hit => hit.Title)];

    private static Task<bool> IndexAsync(TestScope scope) => scope.RunAsync(async services =>
    {
        foreach (var work in (IEnumerable<Application.Common.Ports.IRecurringWork>)services.GetService(typeof(IEnumerable<Application.Common.Ports.IRecurringWork>))!)
            if (work.Name == "search-index") await work.RunAsync(default);
        return true;
    });

    private async Task<ListPage<TicketRow>> ListAsync(UserIdentity user, string query)
    {
        await using var scope = new TestScope(_database, user);
        var parts = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).Select(part => KeyValuePair.Create(part[0], (string?)part[1]));
        return await scope.SendAsync(new ListTickets(ListRequest.Parse(parts, ListTickets.Columns).OrThrow()));
    }

    private static string Titles(ListPage<TicketRow> page) => string.Join(", ", page.Rows.Select(row => row.Title));
}

public sealed class TicketQueryOnSqliteTests() : TicketQueryTests(DatabaseEngine.Sqlite);

public sealed class TicketQueryOnSqlServerTests() : TicketQueryTests(DatabaseEngine.SqlServer);
