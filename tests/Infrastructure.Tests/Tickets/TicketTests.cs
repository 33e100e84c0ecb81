using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Operator;
using Connect.Application.Tickets;
using Connect.Domain.Tickets;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace Connect.Infrastructure.Tests.Tickets;

/// <summary>From the customer's form to the operator's systems.</summary>
public abstract class TicketTests(DatabaseEngine engine) : IAsyncLifetime
{
    private static readonly Stmt SelectExternalId = "SELECT ExternalId FROM Ticket WHERE Number = @number";
    private static readonly Stmt SelectMessageIds = "SELECT m.ExternalId FROM TicketMessage m JOIN Ticket k ON k.Id = m.TicketId WHERE k.Number = @number ORDER BY m.At, m.Id";
    private static readonly Stmt SelectCount = "SELECT COUNT(*) FROM Ticket";
    private readonly TestDatabase _database = new(Engines.Available(engine));
    private readonly IOperatorGateway _gateway = Substitute.For<IOperatorGateway>();
    private readonly List<TicketRequest> _told = [];
    private World _world = null!;
    private TestOrganisation _own = null!;
    private TestScope _anna = null!;
    private UserIdentity _user = null!;

    private string Number { get; set; } = "";

    public async ValueTask InitializeAsync()
    {
        _world = new World(_database);
        _own = await _world.OrganisationAsync("Bolaget AB");
        Number = await _world.AccountNumberAsync(_own.RootId);
        _user = await _world.UserAsync(_own.RootId, "anna");
        _anna = ScopeOf(_user);
        Answer(new GatewayAnswer.Accepted("OP-1"));
    }

    public async ValueTask DisposeAsync()
    {
        await _anna.DisposeAsync();
        await _world.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    [Covers("OPS-3", "what a customer does to a ticket reaches the operator in its order, with the operator's own ids")]
    public async Task What_the_customer_does_reaches_the_operator_in_its_order()
    {
        var agreement = await _world.AgreementAsync(_own.Id);
        await _world.SlaAsync(agreement, TicketPriority.High);
        var service = await _world.SubscriptionAsync(_own.RootId, "Åke Ström", phone: "+46701740605", agreementId: agreement);
        var number = (await _anna.SendAsync(New() with { Account = null, SubscriptionId = service, Priority = TicketPriority.High })).Number;
        await _anna.SendAsync(new AnswerTicket(number, "Och nu?", Guid.NewGuid()));
        await _anna.SendAsync(new CloseTicket(number));
        await _anna.RunDueWorkAsync();

        _told.Select(told => (told.News, told.TicketNumber, told.Message?.Text)).ShouldBe([(TicketNews.Created, number, "Det är tyst.\nHelt."), (TicketNews.Answered, number, "Och nu?"), (TicketNews.Closed, number, null)]);
        _told[0].ShouldSatisfyAllConditions(t => t.Organisation.ShouldStartWith("ORG"), t => t.Account.ShouldStartWith("A"), t => t.Subscription.ShouldNotBeNull().ShouldStartWith("S"),
            t => t.Message!.Email.ShouldBe("anna@example.com"), t => t.ExternalId.ShouldBeNull(), t => t.SolutionDueAt.ShouldBe(World.Now.AddHours(4)));
        _told[1].ExternalId.ShouldBe("OP-1");
        (await _world.Db.FirstOrDefaultAsync<string>(SelectExternalId, new { number })).ShouldBe("OP-1");
        // The second answer had the id of the first message: one of ours stays.
        (await _world.Db.ListAsync<string>(SelectMessageIds, new { number })).ShouldSatisfyAllConditions(ids => ids[0].ShouldBe("OP-1"), ids => ids[1].ShouldStartWith("portal-"));
        (await _anna.SendAsync(new GetTicket(number))).ShouldSatisfyAllConditions(
            t => (t.State, t.Title, t.ReopensUntil).ShouldBe((TicketState.Closed, "Tyst", World.Today.AddDays(14))),
            t => t.Thread.Select(entry => entry.Text ?? $"{entry.State}").ShouldBe(["Det är tyst.\nHelt.", "Och nu?", "Closed"]),
            t => t.Service.ShouldBe(new ServiceOfTicket(service, "Åke Ström", "+46701740605")),
            t => t.Times!.Solution!.Outcome.ShouldBe(SlaOutcome.NotApplicable, "the operator never solved it"),
            t => t.Times!.Response!.Outcome.ShouldBe(SlaOutcome.NotApplicable, "closed before any answer"));
    }

    [Fact]
    public async Task An_id_that_another_ticket_has_is_not_given_twice()
    {
        var (one, two) = ((await _anna.SendAsync(New())).Number, (await _anna.SendAsync(New())).Number);
        await _anna.RunDueWorkAsync();
        (await _world.Db.FirstOrDefaultAsync<string>(SelectExternalId, new { number = one })).ShouldBe("OP-1");
        (await _world.Db.FirstOrDefaultAsync<string>(SelectExternalId, new { number = two })).ShouldNotBeNull().ShouldStartWith("portal-");
    }

    [Fact]
    public async Task What_the_operator_refuses_is_told_on_the_ticket_until_it_takes_something()
    {
        Answer(new GatewayAnswer.Rejected("Okänd kund"));
        var number = (await _anna.SendAsync(New())).Number;
        await _anna.RunDueWorkAsync();
        (await _anna.SendAsync(new GetTicket(number))).Problem.ShouldBe("Okänd kund");
        Answer(new GatewayAnswer.Done());
        await _anna.SendAsync(new AnswerTicket(number, "Igen", Guid.NewGuid()));
        await _anna.RunDueWorkAsync();
        (await _anna.SendAsync(new GetTicket(number))).Problem.ShouldBeNull();
    }

    [Fact]
    [Covers("TIC-2", "sent twice it is one ticket")]
    public async Task The_same_request_makes_one_ticket_and_one_answer()
    {
        var create = New();
        var number = (await _anna.SendAsync(create)).Number;
        (await _anna.SendAsync(create)).Number.ShouldBe(number);
        var answer = new AnswerTicket(number, "Ja", Guid.NewGuid());
        await _anna.SendAsync(answer);
        await _anna.SendAsync(answer);
        await _anna.RunDueWorkAsync();
        (await _world.Db.FirstOrDefaultAsync<int>(SelectCount), _told.Count).ShouldBe((1, 2));
        (await Should.ThrowAsync<ConflictException>(() => _anna.SendAsync(create with { Title = "Annat" }))).Code.ShouldBe("RequestReused");
    }

    [Fact]
    public async Task Whoever_was_second_is_told_so()
    {
        var number = (await _anna.SendAsync(New())).Number;
        await Should.ThrowAsync<ConflictException>(() => _anna.RunAsync<bool>(async services =>
        {
            var tickets = services.GetRequiredService<ITicketRepository>();
            var (one, two) = (await tickets.FindForOperatorAsync(number, default), await tickets.FindForOperatorAsync(number, default));
            one!.NotSent("x");
            two!.NotSent("y");
            await tickets.SaveAsync(one, default);
            await tickets.SaveAsync(two, default);
            return true;
        }));
    }

    private CreateTicket New() => new(TicketType.Support, "Tyst", "Det är tyst.\r\nHelt.", Guid.NewGuid()) { Account = Number };

    private TestScope ScopeOf(UserIdentity user) => new(_database, user, replace: services => services.AddSingleton(_gateway));

    private void Answer(GatewayAnswer answer) => _gateway.TicketAsync(Arg.Do<TicketRequest>(_told.Add), Arg.Any<CancellationToken>()).Returns(answer);
}

public sealed class TicketOnSqliteTests() : TicketTests(DatabaseEngine.Sqlite);

public sealed class TicketOnSqlServerTests() : TicketTests(DatabaseEngine.SqlServer);
