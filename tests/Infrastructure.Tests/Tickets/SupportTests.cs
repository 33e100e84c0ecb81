using Connect.Application.Common.Security;
using Connect.Application.Messages;
using Connect.Application.Tickets;
using Connect.Domain.Tickets;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Tests.Orders;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Connect.Infrastructure.Tests.Tickets;

/// <summary>What comes from the operator's support: from its systems, and from the simulator in their place.</summary>
public abstract class SupportTests(DatabaseEngine engine) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(Engines.Available(engine));
    private readonly MailBox _mails = new();
    private World _world = null!;
    private TestOrganisation _own = null!;
    private TestScope _anna = null!, _operator = null!;
    private UserIdentity _user = null!;
    private string _account = "";

    public async ValueTask InitializeAsync()
    {
        _world = new World(_database);
        _own = await _world.OrganisationAsync("Bolaget AB");
        _account = await _world.AccountNumberAsync(_own.RootId);
        _user = await _world.UserAsync(_own.RootId, "anna");
        _anna = new TestScope(_database, _user, replace: Replace);
        _operator = new TestScope(_database, caller: TestScope.Operator("integration"), replace: Replace);
    }

    public async ValueTask DisposeAsync()
    {
        await _anna.DisposeAsync();
        await _operator.DisposeAsync();
        await _world.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    [Covers("OPS-2", "an answer counts once by the operator's id")]
    public async Task An_answer_sent_again_changes_nothing_and_a_state_moves_the_ticket()
    {
        var number = await TicketAsync();
        for (var i = 0; i < 2; i++) await _operator.SendAsync(new ReportTicket(number, "A-1") { Text = "Vi tittar.", Author = "Sara" });
        for (var i = 0; i < 2; i++) await _operator.SendAsync(new ReportTicket(number, "S-1") { State = TicketState.Solved });
        var ticket = await _anna.SendAsync(new GetTicket(number));
        ticket.Thread.Select(entry => entry.Text ?? $"{entry.State}").ShouldBe(["Det är tyst.", "Vi tittar.", "InProgress", "Solved"]);
        ticket.Thread[1].ShouldSatisfyAllConditions(e => e.FromOperator.ShouldBeTrue(), e => e.By.ShouldBe("Sara"));
        _mails.Mails.Select(mail => mail.To).ShouldBe(["anna@example.com", "anna@example.com"]);
    }

    [Fact]
    [Covers("OPS-2", "a report that changed nothing counts once, too")]
    public async Task A_late_copy_of_a_report_that_changed_nothing_opens_nothing_again()
    {
        var number = await TicketAsync();
        await _operator.SendAsync(new ReportTicket(number, "A-1") { Text = "Vi tittar." });
        await _operator.SendAsync(new ReportTicket(number, "S-1") { State = TicketState.InProgress });
        await _operator.SendAsync(new ReportTicket(number, "S-2") { State = TicketState.Solved });
        await _operator.SendAsync(new ReportTicket(number, "S-1") { State = TicketState.InProgress });
        (await StateAsync(number)).ShouldBe(TicketState.Solved);
    }

    [Fact]
    [Covers("TIC-2", "followers get the ticket's mails, as long as they reach it, may see tickets and want to be told")]
    public async Task Mails_go_to_who_made_it_and_to_followers_who_may_see_it()
    {
        var beside = await _world.AccountAsync(_own.RootId, "Beside");
        var north = await _world.AccountAsync(_own.RootId, "Norr");
        var number = await TicketAsync(account: await _world.AccountNumberAsync(north));
        var follows = new[]
        {
            await _world.UserAsync(_own.RootId, "bo"), await _world.UserAsync(north, "cia"), await _world.UserAsync(beside, "dan"), await _world.UserAsync(_own.RootId, "eva", [Right.ViewInvoices]),
            await _world.UserAsync(_own.RootId, "fia", isActive: false), await _world.UserAsync(_own.RootId, "gun"),
        };
        var id = await _world.Db.FirstOrDefaultAsync<Guid>((Stmt)"SELECT Id FROM Ticket WHERE Number = @number", new { number });
        foreach (var user in follows) await _world.InsertAsync("TicketFollower", ("TicketId", id), ("UserId", user.Id));
        await _world.InsertAsync("UserNoticeOff", ("UserId", follows[5].Id), ("Notice", (int)UserNotice.TicketAnswered));
        await _operator.SendAsync(new ReportTicket(number, "A-1") { Text = "Vi tittar." });
        _mails.Mails.Select(mail => mail.To).Order().ShouldBe(["anna@example.com", "bo@example.com", "cia@example.com"]);
    }

    [Fact]
    public async Task Whoever_reported_a_fault_is_answered_by_mail_without_a_right()
    {
        var eva = await _world.UserAsync(_own.RootId, "eva", []);
        var number = await _world.TicketAsync(_own.RootId, "Trasig sida", TicketType.PortalFault, more: [("CreatedById", eva.Id)]);
        await _operator.SendAsync(new ReportTicket(number, "A-1") { Text = "Nu är den hel." });
        _mails.Mails.ShouldHaveSingleItem().ShouldSatisfyAllConditions(m => m.To.ShouldBe("eva@example.com"), m => m.Text.ShouldContain("Nu är den hel."), m => m.Text.ShouldNotContain("/tickets/"));
    }

    [Fact]
    [Covers("OPS-3", "the simulator answers tickets")]
    public async Task The_simulated_support_asks_where_it_cannot_know_and_solves()
    {
        var number = await TicketAsync();
        await PassAsync();
        (await StateAsync(number)).ShouldBe(TicketState.WaitingForCustomer);
        await _anna.SendAsync(new AnswerTicket(number, "Storgatan 1, sedan i går.", Guid.NewGuid()));
        await PassAsync();
        await PassAsync();
        var ticket = await _anna.SendAsync(new GetTicket(number));
        (ticket.State, ticket.Thread.Count(entry => entry is { FromOperator: true, Text: not null })).ShouldBe((TicketState.Solved, 3));
    }

    [Fact]
    public async Task The_simulated_support_leaves_a_closed_ticket_alone()
    {
        var number = await TicketAsync(TicketType.Other);
        await _anna.RunDueWorkAsync();
        await _anna.SendAsync(new CloseTicket(number));
        await PassAsync();
        (await _anna.SendAsync(new GetTicket(number))).Thread.ShouldAllBe(entry => !entry.FromOperator);
    }

    private async Task<string> TicketAsync(TicketType type = TicketType.Support, string? account = null) =>
        (await _anna.SendAsync(new CreateTicket(type, "Tyst", "Det är tyst.", Guid.NewGuid()) { Account = account ?? _account })).Number;

    private async Task<TicketState> StateAsync(string number) => (await _anna.SendAsync(new GetTicket(number))).State;

    private async Task PassAsync()
    {
        await _anna.RunDueWorkAsync();
        _anna.Clock.Advance(TimeSpan.FromMinutes(61));
        await _anna.RunDueWorkAsync();
    }

    private void Replace(IServiceCollection services)
    {
        services.RemoveAll<IMessages>();
        services.AddSingleton<IMessages>(_mails);
    }
}

public sealed class SupportOnSqliteTests() : SupportTests(DatabaseEngine.Sqlite);

public sealed class SupportOnSqlServerTests() : SupportTests(DatabaseEngine.SqlServer);
