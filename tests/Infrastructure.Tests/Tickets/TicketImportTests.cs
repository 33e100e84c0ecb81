using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Tests.Operator;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Tickets;

[Covers("OPS-1", "tickets, their messages, and what the agreements say of them (sla)")]
public abstract class TicketImportTests(DatabaseEngine engine) : IAsyncLifetime
{
    private const string Header = "id;organisation;account;subscription;number;type;priority;title;state;createdBy;createdAt;endedAt\n";
    private readonly ImportWorld _world = new(Engines.Available(engine));

    public async ValueTask InitializeAsync() => (await _world.SampleAsync()).Problems.ShouldBeEmpty();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_ticket_has_its_service_its_thread_and_the_times_of_the_agreement()
    {
        (await _world.AskAsync<string>("SELECT ServiceName FROM Ticket WHERE Number = '800001'")).ShouldBe("Åsa Ängström");
        // Friday 15:40 and eight hours of 07 to 18: Monday 12:40 in Stockholm; the clock stands since the operator asked.
        (await IsAsync("800001", "SolutionDueAt", "2026-03-02T11:40:00.0000000Z")).ShouldBeTrue();
        (await IsAsync("800001", "SlaStoppedAt", "2026-02-27T15:10:00.0000000Z")).ShouldBeTrue();
        (await IsAsync("800002", "AnsweredAt", "2026-02-03T12:00:00.0000000Z")).ShouldBeTrue();
        (await _world.AskAsync<int>("SELECT COUNT(*) FROM TicketEvent")).ShouldBe(2);
        (await _world.AskAsync<string>("SELECT m.Text FROM TicketMessage m JOIN Ticket k ON k.Id = m.TicketId WHERE k.Number = '800001' AND m.FromOperator = 0")).ShouldNotBeNull().ShouldStartWith("Hej!\n\nSedan");
        (await _world.AskAsync<int>("SELECT COUNT(*) FROM SearchTerm WHERE Kind = 7")).ShouldBeGreaterThan(10);
    }

    private async Task<bool> IsAsync(string number, string column, string instant) =>
        await _world.AskAsync<int>($"SELECT COUNT(*) FROM Ticket WHERE Number = '{number}' AND {column} = '{instant}'") == 1;

    [Fact]
    public async Task Loaded_again_with_another_state_it_is_updated_and_the_thread_tells()
    {
        var report = await _world.LoadAsync(("tickets.csv", Header + "T1;O1;A3;S1;800001;support;high;Ingen täckning på Åsen;solved;Märta Öberg;2026-02-27T15:40;2026-03-02T09:00\n"));
        report.Files.ShouldHaveSingleItem().Changed.ShouldBe(1);
        (await _world.AskAsync<int>("SELECT State FROM Ticket WHERE Number = '800001'")).ShouldBe(4);
        (await _world.AskAsync<int>("SELECT COUNT(*) FROM TicketEvent")).ShouldBe(3);
        (await _world.AskAsync<int>("SELECT COUNT(*) FROM OutgoingMessage")).ShouldBe(0);
    }

    [Fact]
    public async Task A_row_of_the_agreement_is_taken_away_and_tickets_keep_what_was_agreed()
    {
        (await _world.LoadAsync(("sla.csv", "organisation;agreement;priority;supportHours;isRemoved\nO1;G1;high;always;true\n"))).Problems.ShouldBeEmpty();
        (await _world.AskAsync<int>("SELECT COUNT(*) FROM AgreementSla WHERE Priority = 3")).ShouldBe(1);
        (await _world.AskAsync<string>("SELECT SlaHours FROM Ticket WHERE Number = '800001'")).ShouldBe("mon-fri 07:00-18:00");
    }

    [Theory]
    [InlineData("T9;O1;A1;;800009;support;;Rubrik;solved;Bo;2026-02-27T15:40;", "endedAt TicketEnd")]
    [InlineData("T9;O1;A1;;800009;support;;Rubrik;new;Bo;2026-02-27T15:40;2026-02-27T16:40", "endedAt TicketEnd")]
    [InlineData("T9;O1;A1;;800009;support;;Rubrik;closed;Bo;2026-02-27T15:40;2026-02-26T16:40", "endedAt EndBeforeStart")]
    [InlineData("T9;O1;A1;;800009;invoice;high;Rubrik;new;Bo;2026-02-27T15:40;", "priority PriorityOfSupport")]
    [InlineData("T9;O1;A1;;800001;other;;Rubrik;new;Bo;2026-02-27T15:40;", "number Taken")]
    [InlineData("T9;O1;A9;;800009;other;;Rubrik;new;Bo;2026-02-27T15:40;", "account Reference")]
    [InlineData("T9;O2;A1;S99;800009;other;;Rubrik;new;Bo;2026-02-27T15:40;", "subscription Reference")]
    public async Task What_is_wrong_is_reported_and_nothing_is_changed(string row, string problem)
    {
        var report = await _world.LoadAsync(("tickets.csv", $"{Header}{row}\n"));
        report.Problems.Select(p => $"{p.Column} {p.Code}").ShouldBe([problem]);
        (await _world.AskAsync<int>("SELECT COUNT(*) FROM Ticket")).ShouldBe(3);
    }

    [Theory]
    [InlineData("mån-fre 8-17")]
    [InlineData("mon 08:00-17:00, mon 18:00-19:00")]
    public async Task Support_hours_that_are_none_are_reported(string hours) =>
        (await _world.LoadAsync(("sla.csv", $"organisation;agreement;priority;supportHours\nO1;G1;low;{hours}\n"))).Problems.ShouldHaveSingleItem().Code.ShouldBe("NotSupportHours");
}

public sealed class TicketImportOnSqliteTests() : TicketImportTests(DatabaseEngine.Sqlite);

public sealed class TicketImportOnSqlServerTests() : TicketImportTests(DatabaseEngine.SqlServer);
