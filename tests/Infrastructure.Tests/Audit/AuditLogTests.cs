using Connect.Application.Accounts;
using Connect.Application.Audit;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Invoices;
using Connect.Application.Orders;
using Connect.Application.Reports;
using Connect.Application.Subscriptions;
using Connect.Application.Tickets;
using Connect.Application.Users;
using Connect.Domain.Users;
using Connect.Infrastructure.Audit;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Audit;

[Covers("USR-3", "who did what, when, on what, with before and after, refusals included, within reach")]
public abstract class AuditLogTests(DatabaseEngine engine) : IAsyncLifetime
{
    private static readonly Stmt NamePerson = "UPDATE ContactPerson SET Name = 'Kerstin Öhman' WHERE Id IN (SELECT u.ContactPersonId FROM PortalUser u WHERE u.Id = @id)";
    private readonly TestDatabase _database = new(Engines.Available(engine));
    private World _world = null!;
    private Guid _root, _north, _top, _below;
    private UserIdentity _anna = null!, _karl = null!;

    /// <summary>Root (anna) with a service, Norr (karl) with another; anna renames both, karl is refused something.</summary>
    public async ValueTask InitializeAsync()
    {
        _world = new World(_database);
        _root = (await _world.OrganisationAsync("Bolaget AB")).RootId;
        _north = await _world.AccountAsync(_root, "Norr");
        (_anna, _karl) = (await _world.UserAsync(_root, "anna"), await _world.UserAsync(_north, "karl", rights: [Right.ManageUsers]));
        foreach (var user in new[] { _anna, _karl }) await _world.Db.ExecuteAsync(NamePerson, new { id = user.Id });
        (_top, _below) = (await _world.SubscriptionAsync(_root, "Åke Ström"), await _world.SubscriptionAsync(_north, "Bo Ek"));
        await using var anna = new TestScope(_database, _anna);
        await anna.SendAsync(new RenameSubscriptionUser(_top, "Åsa Öberg"));
        await anna.SendAsync(new RenameSubscriptionUser(_below, "Bea Ek"));
        await using var karl = new TestScope(_database, _karl);
        await Should.ThrowAsync<ForbiddenException>(() => karl.SendAsync(new RenameSubscriptionUser(_below, "Nej")));
        await using var other = new TestScope(_database, await _world.UserAsync((await _world.OrganisationAsync("Annan AB")).RootId, "ove"));
        await other.SendAsync(new Application.Identity.ChangeLanguage("en"));
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task The_log_tells_what_was_done_on_accounts_within_the_reach()
    {
        (await ListAsync(_anna)).Rows.Select(row => (row.Actor, row.Outcome, row.Subject, row.Account)).ShouldBe(
        [
            ("karl", AuditOutcome.Refused, "Bea Ek", "Norr"), ("anna", AuditOutcome.Done, "Bea Ek", "Norr"), ("anna", AuditOutcome.Done, "Åsa Öberg", "Bolaget AB"),
        ], ignoreOrder: true);
        (await ListAsync(_karl)).Rows.Select(row => (row.Actor, row.Subject)).ShouldBe([("karl", "Bea Ek"), ("anna", "Bea Ek")], ignoreOrder: true);
    }

    [Theory]
    [InlineData("f.outcome=refused", 1)]
    [InlineData("f.actor=~ann", 2)]
    [InlineData("f.actor=~kerstin", 3)]
    [InlineData("f.actor=~nobody", 0)]
    [InlineData("f.action=RenameSubscriptionUser", 3)]
    [InlineData("f.account=~norr", 2)]
    [InlineData("f.at=2026-03-10", 3)]
    [InlineData("f.at=2026-03-09", 0)]
    [Covers("USR-3", "to filter")]
    public async Task The_log_is_filtered(string query, int count) => (await ListAsync(_anna, query)).Total.ShouldBe(count);

    [Fact]
    public async Task Names_of_people_above_are_found_by_nobody_below() => (await ListAsync(_karl, "f.actor=~kerstin")).Rows.ShouldHaveSingleItem().Actor.ShouldBe("karl");

    [Fact]
    public async Task An_entry_tells_what_was_before_and_after()
    {
        var id = (await ListAsync(_karl)).Rows.Single(row => row.Subject == "Bea Ek" && row.Outcome == AuditOutcome.Done).Id;
        var entry = await SendAsync(_karl, new GetAuditEntry(id));
        (entry.SubjectKind, entry.SubjectId, entry.Action).ShouldBe(("Subscription", _below, "RenameSubscriptionUser"));
        entry.Changes.ShouldContain(change => change.Before == "Bo Ek" && change.After == "Bea Ek");
    }

    [Fact]
    public async Task What_lies_outside_the_reach_is_not_there()
    {
        var id = (await ListAsync(_anna)).Rows.Single(row => row.Subject == "Åsa Öberg").Id;
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(_karl, new GetAuditEntry(id)));
        var lars = await _world.UserAsync(_root, rights: [Right.ViewSubscriptions]);
        await Should.ThrowAsync<ForbiddenException>(() => SendAsync(lars, new GetAuditEntry(id)));
        await Should.ThrowAsync<ForbiddenException>(() => ListAsync(lars));
    }

    [Fact]
    [Covers("USR-3", "to export, with reason, before and after")]
    public async Task The_logs_file_has_reason_before_and_after()
    {
        await using var scope = new TestScope(_database, _anna);
        var rows = await scope.RunAsync(async services =>
        {
            var read = new List<AuditLine>();
            await foreach (var row in AuditList.Sql.StreamAsync(services.GetRequiredService<DbSession>(), _anna.Reach, ListRequest.Parse([], ListAuditLog.Columns), default)) read.Add(row);
            return read;
        });
        var cells = rows.Select(row => string.Join('|', ListAuditLog.Columns.FileColumns.Select(column => column.Read(row)))).ToList();
        cells.ShouldContain("|Användarnamn: Bo Ek|Användarnamn: Bea Ek");
        cells.ShouldContain(cell => cell.EndsWith("||", StringComparison.Ordinal) && cell.Length > 2, "a refusal has its reason");
    }

    [Fact]
    [Covers("USR-3", "a refusal is told with what it was about, unless that lies outside the reach of whoever tried")]
    public async Task What_was_refused_is_told_with_what_it_was_about()
    {
        var lars = await _world.UserAsync(_north, "lars", rights: []);
        var (number, order, ticket, invoice) = (await _world.AccountNumberAsync(_north), await _world.OrderAsync(_north, _below), await _world.TicketAsync(_north), (await _world.InvoiceAsync(_north)).Number);
        await RefusedAsync(lars, new EditAccountAlias(number, "N"));
        await RefusedAsync(lars, new CancelOrder(order));
        await RefusedAsync(lars, new CloseTicket(ticket));
        await RefusedAsync(lars, new GetInvoice(invoice));
        await RefusedAsync(lars, new GetUser(_karl.Id));
        await RefusedAsync(lars, new GetSubscription(_below));
        await RefusedAsync(lars, new SetCostCap(_top, 100));
        await RefusedAsync(lars, new PreviewReport { Kind = "invoice" });
        (await ListAsync(_anna, "f.actor=lars")).Rows.Select(row => (row.Action, row.Subject, row.Account)).ShouldBe(
        [
            ("EditAccountAlias", "Norr", "Norr"), ("CancelOrder", order, "Norr"), ("CloseTicket", ticket, "Norr"), ("GetInvoice", invoice, "Norr"), ("GetUser", "karl", "Norr"), ("GetSubscription", "Bea Ek", "Norr"),
            ("SetCostCap", null, "Norr"), ("PreviewReport", null, "Norr"),
        ], ignoreOrder: true);
        var report = (await ListAsync(_anna, "f.actor=lars")).Rows.Single(row => row.Action == "PreviewReport").Id;
        (await SendAsync(_anna, new GetAuditEntry(report))).Changes.ShouldHaveSingleItem().ShouldBe(new AuditChange("kind", null, "invoice"));
    }

    [Fact]
    [Covers("USR-3", "exports are told by the names of their reports")]
    public async Task Every_kind_of_export_has_a_name_for_people()
    {
        using var reader = new InLanguage("sv");
        await using var scope = new TestScope(_database, _anna);
        var (exports, reports) = await scope.RunAsync(services => Task.FromResult((services.GetServices<IExport>().ToList(), services.GetServices<IReport>().ToList())));
        exports.Count.ShouldBeGreaterThan(reports.Count);
        exports.Where(export => AuditWords.Value("kind", export.Kind) == export.Kind).Select(export => export.Kind).ShouldBeEmpty();
        reports.Where(report => AuditWords.Value("kind", report.Definition.Kind) != report.Definition.Title).Select(report => report.Definition.Kind).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_turned_period_is_no_filter() =>
        (await Should.ThrowAsync<InvalidInputException>(() => ListAsync(_anna, "f.at=2026-03-10..2026-03-01"))).Problems[0].Code.ShouldBe("ListFilterTurned");

    private Task<ListPage<AuditLine>> ListAsync(UserIdentity user, string query = "") => SendAsync(user, new ListAuditLog(ListRequest.Parse(
        query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).Select(part => new KeyValuePair<string, string?>(part[0], part[1])), ListAuditLog.Columns).OrThrow()));

    private Task RefusedAsync<T>(UserIdentity user, MediatR.IRequest<T> message) => Should.ThrowAsync<ForbiddenException>(() => SendAsync(user, message));

    private async Task<T> SendAsync<T>(UserIdentity user, MediatR.IRequest<T> message)
    {
        await using var scope = new TestScope(_database, user);
        return await scope.SendAsync(message);
    }
}

public sealed class AuditLogOnSqlite() : AuditLogTests(DatabaseEngine.Sqlite);

public sealed class AuditLogOnSqlServer() : AuditLogTests(DatabaseEngine.SqlServer);
