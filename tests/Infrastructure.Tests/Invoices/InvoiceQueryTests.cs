using Connect.Application.Common.Errors;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;
using Connect.Application.Invoices;
using Connect.Application.Search;
using Connect.Domain.Common;
using Connect.Domain.Invoices;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Invoices;

public abstract class InvoiceQueryTests(DatabaseEngine engine) : IAsyncLifetime
{
    private static readonly Stmt MoveService = "UPDATE Subscription SET AccountId = @accountId WHERE Id = @id";
    private readonly TestDatabase _database = new(Engines.Available(engine));
    private World _world = null!;
    private Guid _north, _workshop, _service, _moved;
    private UserIdentity _anna = null!, _frida = null!;
    private TestInvoice _credited = null!;

    /// <summary>Root (anna) → Norr (frida, invoices only) → Verkstad; Söder beside them; another organisation. It is 10 March 2026.</summary>
    public async ValueTask InitializeAsync()
    {
        _world = new World(_database);
        var own = await _world.OrganisationAsync("Bolaget AB");
        _north = await _world.AccountAsync(own.RootId, "Region Norr", "Norr");
        _workshop = await _world.AccountAsync(_north, "Verkstad");
        var south = await _world.AccountAsync(own.RootId, "Söder");
        (_anna, _frida) = (await _world.UserAsync(own.RootId, "anna"), await _world.UserAsync(_north, "frida", rights: [Right.ViewInvoices]));
        (_service, _moved) = (await _world.SubscriptionAsync(_workshop, "Åke Ström"), await _world.SubscriptionAsync(_workshop, "Bo Ek"));
        await _world.InvoiceAsync(_north, 100, "F-1", new(2026, 3, 1), new(2026, 3, 10), reference: "12344");
        await _world.InvoiceAsync(_north, 200, "F-2", new(2026, 2, 1), new(2026, 3, 9));
        await _world.InvoiceAsync(_workshop, 400, "f-3", new(2026, 3, 2), new(2026, 4, 1), paid: 100);
        await _world.InvoiceAsync(_workshop, 80, "F-4", new(2026, 1, 1), new(2026, 1, 31), paid: 100, reference: "998");
        _credited = await _world.InvoiceAsync(south, 300, "F-5", new(2026, 1, 2), new(2026, 2, 1), customerReference: "REF-5");
        await _world.InvoiceAsync(_workshop, -300, "K-5", new(2026, 1, 9), new(2026, 1, 9), credits: _credited.Id);
        await _world.InvoiceAsync((await _world.OrganisationAsync("Annan AB")).RootId, 500, "F-9");
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [Covers("INV-1", "number, account, date, due date, amount and status, each to sort and filter by")]
    [InlineData("", "f-3, F-1, F-2, K-5, F-5, F-4")]
    [InlineData("sort=number", "F-1, F-2, f-3, F-4, F-5, K-5")]
    [InlineData("sort=account", "F-1, F-2, F-5, f-3, F-4, K-5")]
    [InlineData("sort=due", "K-5, F-4, F-5, F-2, F-1, f-3")]
    [InlineData("sort=-amount", "f-3, F-5, F-2, F-1, F-4, K-5")]
    [InlineData("sort=-left", "f-3, F-2, F-1, K-5, F-5, F-4")]
    [InlineData("sort=status", "F-2, F-1, f-3, F-4, F-5, K-5")]
    [InlineData("f.status=overdue", "F-2")]
    [InlineData("f.status=unpaid", "F-1")]
    [InlineData("f.status=partly-paid", "f-3")]
    [InlineData("f.status=paid", "F-4")]
    [InlineData("f.status=credited", "F-5")]
    [InlineData("f.status=credit-note", "K-5")]
    [InlineData("f.status=overdue,unpaid,partly-paid", "f-3, F-1, F-2")]
    [InlineData("f.number=~-3", "f-3")]
    [InlineData("f.number=^f", "f-3, F-1, F-2, F-5, F-4")]
    [InlineData("f.account=~verk", "f-3, K-5, F-4")]
    [InlineData("f.amount=200..400", "F-2, F-5")]
    [InlineData("f.left=1..", "f-3, F-1, F-2")]
    [InlineData("f.reference=~34", "F-1")]
    [InlineData("f.reference=!", "f-3, F-2, K-5, F-5")]
    [InlineData("f.date=2026-02-01..2026-03-01", "F-1, F-2")]
    [InlineData("f.due=..2026-01-31", "K-5, F-4")]
    public async Task The_list_is_sorted_and_filtered(string query, string numbers) => (await NumbersAsync(_anna, query)).ShouldBe(numbers);

    [Theory]
    [InlineData("~{0}")]
    [InlineData("^{0}")]
    [InlineData("={0}")]
    [Covers("INV-1", "the account is found by its number too")]
    public async Task The_account_is_found_by_its_number_too(string filter)
    {
        var number = await _world.AccountNumberAsync(_workshop);
        (await NumbersAsync(_anna, $"f.account={string.Format(null, filter, number)}")).ShouldBe("f-3, K-5, F-4");
        (await NumbersAsync(_anna, $"f.account={string.Format(null, filter, number + "9")}")).ShouldBe("");
    }

    [Fact]
    [Covers("INV-1", "invoices of the accounts within reach only")]
    public async Task The_list_ends_at_the_reach()
    {
        (await NumbersAsync(_frida, "")).ShouldBe("f-3, F-1, F-2, K-5, F-4");
        await using var anna = new TestScope(_database, _anna);
        var within = await anna.SendAsync(new ListInvoices(new ListRequest { Within = new(await _world.AccountNumberAsync(_north), Below: false) }));
        within.Rows.Select(row => row.Number).ShouldBe(["F-1", "F-2"]);
    }

    [Fact]
    [Covers("INV-1", "what is overdue follows from the day")]
    public async Task At_midnight_in_Stockholm_an_invoice_is_overdue_in_lists_filters_and_sums()
    {
        await using var scope = new TestScope(_database, _frida);
        async Task<(InvoiceState State, int Overdue, int Filtered, DateOnly? Next)> SeenAsync()
        {
            var (list, open) = (await scope.SendAsync(new ListInvoices(new ListRequest())), await scope.SendAsync(new SumOpenInvoices()));
            var filtered = await scope.SendAsync(new ListInvoices(new ListRequest().With("status", new ChoiceFilter(["overdue"]))));
            (await scope.SendAsync(new GetInvoice("F-1"))).State.ShouldBe(list.Rows.Single(row => row.Number == "F-1").State);
            return (list.Rows.Single(row => row.Number == "F-1").State, open.Overdue, filtered.Total, open.NextDueOn);
        }

        (await SeenAsync()).ShouldBe((InvoiceState.Unpaid, 1, 1, new(2026, 3, 10)));
        scope.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 10, 22, 59, 59, TimeSpan.Zero));
        (await SeenAsync()).ShouldBe((InvoiceState.Unpaid, 1, 1, new(2026, 3, 10)));
        scope.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 10, 23, 0, 0, TimeSpan.Zero));
        (await SeenAsync()).ShouldBe((InvoiceState.Overdue, 2, 2, new(2026, 4, 1)));
    }

    [Fact]
    [Covers("DASH-1", "unpaid invoices with their amount and the next due date")]
    public async Task The_start_page_sums_what_is_left_to_pay()
    {
        await using var scope = new TestScope(_database, _anna);
        (await scope.SendAsync(new SumOpenInvoices())).ShouldBe(new OpenInvoices { Count = 3, Amount = Money.FromKronor(125 + 250 + 400), Overdue = 1, NextDueOn = new(2026, 3, 10) });
        await using var frida = new TestScope(_database, _frida);
        (await frida.SendAsync(new SumOpenInvoices())).Count.ShouldBe(3);
    }

    [Fact]
    [Covers("INV-1", "the invoice's lines, service by service")]
    public async Task An_invoice_has_its_lines_by_service_and_leads_to_services_within_reach()
    {
        var invoice = await _world.InvoiceAsync(_workshop, 640, "F-7");
        await _world.InvoiceLineAsync(invoice.Id, 300, "Mobil", _service, "Åke Ström", "+46701740605");
        await _world.InvoiceLineAsync(invoice.Id, 200, "Mobil", _moved, "Bo Ek");
        await _world.InvoiceLineAsync(invoice.Id, 90, "Samtal", _service, "Åke Ström", "+46701740605");
        await _world.InvoiceLineAsync(invoice.Id, 20, "Fakturaavgift");
        await _world.InvoiceLineAsync(invoice.Id, 30, "Larm", await _world.SubscriptionAsync(_workshop, "Hemlig", hidden: true), "Hemlig", "+46701740699");
        await _world.Db.ExecuteAsync(MoveService, new { id = _moved, accountId = await _world.AccountAsync(_anna.Reach.AccountId, "Väster") });
        var karl = await _world.UserAsync(_north, "karl");
        await using var scope = new TestScope(_database, karl);

        var shown = await scope.SendAsync(new GetInvoice("F-7"));

        shown.Lines.Select(line => (line.Description, line.UserName, line.SubscriptionId, line.Service)).ShouldBe(
            [("Fakturaavgift", null, null, null), ("Larm", null, null, null), ("Mobil", "Bo Ek", null, 1), ("Mobil", "Åke Ström", _service, 2), ("Samtal", "Åke Ström", _service, 2)]);
        shown.Lines[1].PhoneNumber.ShouldBeNull("a service of a product that is kept out of the portal has no name here");
        shown.Vat.ShouldHaveSingleItem().ShouldBe(new VatShare(2500, Money.FromKronor(640), Money.FromKronor(160)));
        await using var frida = new TestScope(_database, _frida);
        (await frida.SendAsync(new GetInvoice("F-7"))).Lines.ShouldAllBe(line => line.SubscriptionId == null);
    }

    [Fact]
    [Covers("INV-1", "credit notes and what they credit lead to each other")]
    public async Task A_credit_note_and_its_invoice_lead_to_each_other_within_the_reach()
    {
        await using var anna = new TestScope(_database, _anna);
        (await anna.SendAsync(new GetInvoice("F-5"))).CreditNotes.ShouldHaveSingleItem().ShouldBe(new LinkedInvoice { Number = "K-5", InvoicedOn = new(2026, 1, 9), Total = Money.FromKronor(-375), IsWithinReach = true }, new Linked());
        (await anna.SendAsync(new GetInvoice("K-5"))).Credits!.Number.ShouldBe("F-5");
        await using var frida = new TestScope(_database, _frida);
        (await frida.SendAsync(new GetInvoice("K-5"))).Credits!.ShouldBe(new LinkedInvoice { Number = "F-5" }, new Linked(), "nothing but its number is told of what lies outside the reach");
        (await anna.SendAsync(new GetInvoice("F-4"))).Payments.ShouldHaveSingleItem().Amount.ShouldBe(Money.FromKronor(100));
    }

    [Theory]
    [InlineData("F-5")]
    [InlineData("F-9")]
    [InlineData("F-404")]
    public async Task What_is_not_within_the_reach_is_not_found(string number)
    {
        await using var frida = new TestScope(_database, _frida);
        await Should.ThrowAsync<NotFoundException>(() => frida.SendAsync(new GetInvoice(number)));
        await Should.ThrowAsync<NotFoundException>(() => frida.SendAsync(new GetInvoiceDocument(number)));
        await Should.ThrowAsync<NotFoundException>(() => frida.SendAsync(new GetInvoiceArchive(["F-1", number], new ListRequest())));
    }

    [Theory]
    [Covers("NAV-3", "invoices by number or OCR number")]
    [InlineData("f-1", "F-1")]
    [InlineData("123", "F-1")]
    [InlineData("123 44", "F-1")]
    [InlineData("99", "")]
    [InlineData("f-9", "")]
    public async Task The_search_finds_numbers_by_their_beginning(string typed, string expected)
    {
        await using var scope = new TestScope(_database, _anna);
        var group = (await scope.SendAsync(new FindAnything(typed))).SingleOrDefault(group => group.Kind == SearchKind.Invoice);
        string.Join(", ", group?.Hits.Select(hit => hit.Key) ?? []).ShouldBe(expected);
    }

    private async Task<string> NumbersAsync(UserIdentity user, string query)
    {
        await using var scope = new TestScope(_database, user);
        var request = ListRequest.Parse(query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).Select(part => new KeyValuePair<string, string?>(part[0], part[1])), ListInvoices.Columns).OrThrow();
        return string.Join(", ", (await scope.SendAsync(new ListInvoices(request))).Rows.Select(row => row.Number));
    }

    private sealed class Linked : IEqualityComparer<LinkedInvoice>
    {
        public bool Equals(LinkedInvoice? one, LinkedInvoice? other) => (one?.Number, one?.InvoicedOn, one?.Total, one?.IsWithinReach) == (other?.Number, other?.InvoicedOn, other?.Total, other?.IsWithinReach);

        public int GetHashCode(LinkedInvoice invoice) => invoice.Number.GetHashCode(StringComparison.Ordinal);
    }
}

public sealed class InvoiceQueriesOnSqlite() : InvoiceQueryTests(DatabaseEngine.Sqlite);

public sealed class InvoiceQueriesOnSqlServer() : InvoiceQueryTests(DatabaseEngine.SqlServer);
