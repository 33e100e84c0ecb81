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

    /// <summary>Half an hour of eight was gone when the operator asked on Friday: the rest is left when it goes on.</summary>
    [Fact]
    [Covers("TIC-2", "the clock of a loaded ticket goes on where it stood")]
    public async Task Loaded_as_going_on_its_clock_has_what_was_left_and_it_moves_only_on()
    {
        const string head = "id;organisation;account;subscription;number;type;priority;title;state;createdBy;createdAt;updatedAt\n";
        const string row = "T1;O1;A3;S1;800001;support;high;Ingen täckning på Åsen;inProgress;Märta Öberg;2026-02-27T15:40;";
        (await _world.LoadAsync(("tickets.csv", $"{head}{row}2026-03-03T08:00\n"))).Problems.ShouldBeEmpty();
        (await _world.AskAsync<int>("SELECT COUNT(*) FROM Ticket WHERE Number = '800001' AND SlaStoppedAt IS NULL")).ShouldBe(1);
        (await IsAsync("800001", "SolutionDueAt", "2026-03-03T14:30:00.0000000Z")).ShouldBeTrue();
        (await _world.LoadAsync(("tickets.csv", $"{head}{row}2026-03-01T08:00\n"))).Files.ShouldHaveSingleItem().Changed.ShouldBe(0);
        (await IsAsync("800001", "UpdatedAt", "2026-03-03T07:00:00.0000000Z")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_state_that_is_not_dated_came_now()
    {
        await _world.LoadAsync(("tickets.csv", Header + "T1;O1;A3;S1;800001;support;high;Ingen täckning på Åsen;inProgress;Märta Öberg;2026-02-27T15:40;\n"));
        var now = Connect.Infrastructure.Persistence.TypeHandlers.Stored(_world.Scope.Clock.GetUtcNow());
        (await IsAsync("800001", "UpdatedAt", now)).ShouldBeTrue();
        (await _world.AskAsync<int>($"SELECT COUNT(*) FROM TicketEvent WHERE State = 2 AND At = '{now}'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_ticket_of_the_portal_keeps_whom_the_operator_does_not_know()
    {
        await _world.LoadAsync(("tickets.csv", Header.Replace("createdAt;", "user;createdAt;", StringComparison.Ordinal) + "T2;O1;A1;;800002;invoice;;Fråga;closed;Märta Öberg;;2026-02-03T09:12;2026-02-04T10:00\n"));
        (await _world.AskAsync<int>("SELECT COUNT(*) FROM Ticket WHERE Number = '800002' AND CreatedById IS NULL")).ShouldBe(1);
        await _world.ExecuteAsync("INSERT INTO TicketEvent (Id, TicketId, At, State, ActedBy) SELECT Id, Id, CreatedAt, 1, CreatedBy FROM Ticket WHERE Number = '800001'");
        await _world.LoadAsync(("tickets.csv", Header.Replace("createdAt;", "user;createdAt;", StringComparison.Ordinal) + "T1;O1;A3;;800001;support;high;Ingen täckning;inProgress;Märta;;2026-02-27T15:40;\n"));
        (await _world.AskAsync<int>("SELECT COUNT(*) FROM Ticket WHERE Number = '800001' AND CreatedById IS NOT NULL AND SubscriptionId IS NOT NULL AND ServiceName = 'Åsa Ängström'")).ShouldBe(1);
    }

    [Fact]
    [Covers("TIC-2", "of the agreements those count that hold on the day, also for what is loaded")]
    public async Task An_agreement_that_has_not_begun_or_has_ended_says_nothing()
    {
        await _world.LoadAsync(("tickets.csv", Header + "T8;O1;A1;S1;800008;support;high;För tidigt;new;Bo;2024-12-30T10:00;\nT9;O1;A1;S1;800009;support;high;För sent;new;Bo;2029-01-02T10:00;\n"));
        (await _world.AskAsync<int>("SELECT COUNT(*) FROM Ticket WHERE Number IN ('800008', '800009') AND SlaHours IS NULL")).ShouldBe(2);
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
