using Connect.Domain.Common;
using Connect.Domain.Tickets;
using Connect.TestKit;

namespace Connect.Domain.Tests.Tickets;

public sealed class TicketTests
{
    private static readonly TicketActor Anna = new(Guid.CreateVersion7(), "Anna");

    // A Tuesday, 11:00 in Stockholm.
    private static readonly DateTimeOffset Start = new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero);
    private static readonly AgreedTimes OneAndFour = new(SupportHours.Parse("mon-fri 08:00-17:00"), TimeSpan.FromHours(1), TimeSpan.FromHours(4));

    [Fact]
    public void A_new_ticket_holds_its_text_as_the_first_message()
    {
        var ticket = Made();
        (ticket.State, ticket.NewMessages.ShouldHaveSingleItem().Text, ticket.NewMessages[0].FromOperator).ShouldBe((TicketState.New, "Det är tyst.", false));
        ticket.NewEvents.ShouldHaveSingleItem().By.ShouldBe("Anna");
        (ticket.Data.Sla!.ResponseDueAt, ticket.Data.Sla.SolutionDueAt).ShouldBe((Start.AddHours(1), Start.AddHours(4)));
    }

    [Fact]
    [Covers("TIC-2", "the clock stands still while the operator waits for the customer")]
    public void What_was_left_when_the_operator_began_to_wait_is_left_when_the_customer_has_answered()
    {
        var ticket = Made();
        ticket.Receive(Said(Start.AddMinutes(30)));
        ticket.Report(TicketState.WaitingForCustomer, Start.AddHours(1), "w1");
        Solution(ticket, Start.AddDays(1)).ShouldSatisfyAllConditions(t => t.Outcome.ShouldBe(SlaOutcome.Stopped), t => t.Left.ShouldBe(TimeSpan.FromHours(3)));
        // Answered on Saturday: three hours of Monday morning.
        ticket.Answer("Ja.", Anna, Start.AddDays(4));
        ticket.Data.Sla!.SolutionDueAt.ShouldBe(new DateTimeOffset(2026, 3, 16, 10, 0, 0, TimeSpan.Zero));
        (ticket.State, ticket.Data.Sla.StoppedAt).ShouldBe((TicketState.InProgress, null));
        TicketTime.Response(ticket.Data.Sla, ticket.Data.AnsweredAt, null, Start.AddDays(9))!.Outcome.ShouldBe(SlaOutcome.Met);
    }

    [Fact]
    public void What_is_late_stays_late_however_long_is_waited()
    {
        var ticket = Made();
        ticket.Report(TicketState.WaitingForCustomer, Start.AddHours(5), "w1");
        Solution(ticket, Start.AddDays(2)).ShouldSatisfyAllConditions(t => t.Outcome.ShouldBe(SlaOutcome.Missed), t => t.Left.ShouldBe(TimeSpan.FromHours(1)));
        TicketTime.Response(ticket.Data.Sla!, ticket.Data.AnsweredAt, null, Start.AddDays(2))!.ShouldSatisfyAllConditions(t => t.Outcome.ShouldBe(SlaOutcome.Missed), t => t.Left.ShouldBe(TimeSpan.FromHours(4)));
        ticket.Answer("Ja.", Anna, Start.AddDays(1));
        ticket.Data.Sla!.SolutionDueAt.ShouldBe(Start.AddHours(4));
    }

    [Fact]
    public void Solved_in_time_it_stays_met_and_goes_on_with_what_was_left_when_it_is_not()
    {
        var ticket = Made();
        Solution(ticket, Start.AddHours(1)).ShouldSatisfyAllConditions(t => t.Outcome.ShouldBe(SlaOutcome.Running), t => t.Left.ShouldBe(TimeSpan.FromHours(3)));
        ticket.Report(TicketState.Solved, Start.AddHours(2), "s1");
        Solution(ticket, Start.AddDays(30)).ShouldSatisfyAllConditions(t => t.Outcome.ShouldBe(SlaOutcome.Met), t => t.Left.ShouldBe(TimeSpan.FromHours(2)));
        ticket.Answer("Inte alls.", Anna, Start.AddDays(1));
        (ticket.State, ticket.Data.SolvedAt, ticket.Data.EndedAt).ShouldBe((TicketState.InProgress, null, null));
        Solution(ticket, Start.AddDays(1)).ShouldSatisfyAllConditions(t => t.Outcome.ShouldBe(SlaOutcome.Running), t => t.Left.ShouldBe(TimeSpan.FromHours(2)));
    }

    [Theory]
    [InlineData(30, SlaOutcome.NotApplicable)]
    [InlineData(60, SlaOutcome.NotApplicable)]
    [InlineData(61, SlaOutcome.Missed)]
    [Covers("TIC-2", "an answer that the customer did not wait for is neither kept nor missed")]
    public void Closed_by_the_customer_before_any_answer_none_was_needed_but_what_was_late_stays_late(int minutes, SlaOutcome outcome)
    {
        var ticket = Made();
        ticket.Close(Anna, Start.AddMinutes(minutes));
        Response(ticket, Start.AddDays(9)).ShouldSatisfyAllConditions(t => t.Outcome.ShouldBe(outcome), t => t.GoesOnAt.ShouldBeNull());
    }

    [Fact]
    public void Answered_before_it_was_closed_it_is_kept_and_opened_again_the_clock_goes_on()
    {
        var (answered, opened) = (Made(), Made());
        answered.Receive(Said(Start.AddMinutes(30)));
        answered.Close(Anna, Start.AddMinutes(40));
        Response(answered, Start.AddDays(9)).Outcome.ShouldBe(SlaOutcome.Met);
        opened.Close(Anna, Start.AddMinutes(10));
        opened.Answer("Ändå inte.", Anna, Start.AddMinutes(20));
        Response(opened, Start.AddMinutes(30)).Outcome.ShouldBe(SlaOutcome.Running);
    }

    [Theory]
    [InlineData("2026-03-10T16:00:00Z", "2026-03-11T07:00:00Z")] // Tuesday 17:00: Wednesday
    [InlineData("2026-03-13T20:00:00Z", "2026-03-16T07:00:00Z")] // Friday evening: Monday
    [InlineData("2026-03-11T06:59:00Z", "2026-03-11T07:00:00Z")]
    [InlineData("2026-03-11T07:00:00Z", null)]
    [InlineData("2026-04-02T20:00:00Z", "2026-04-07T06:00:00Z")] // over Easter, and in summer time
    [Covers("TIC-2", "outside support hours the clock waits, and is told when it goes on")]
    public void Outside_support_hours_the_clock_waits_until_they_begin(string now, string? goesOn)
    {
        Solution(Made(LongIn("mon-fri 08:00-17:00")), At(now)).ShouldSatisfyAllConditions(t => t.Outcome.ShouldBe(goesOn is null ? SlaOutcome.Running : SlaOutcome.Waiting), t => t.GoesOnAt.ShouldBe(goesOn is null ? null : At(goesOn)));
        Solution(Made(LongIn("always")), At(now)).Outcome.ShouldBe(SlaOutcome.Running);
    }

    /// <summary>Agreed: an hour and four, from 11:00 on a Tuesday, 08:00-17:00.</summary>
    [Fact]
    [Covers("REP-6", "response and solution times count in support hours, and not while the operator waits")]
    public void The_time_that_it_took_is_support_time()
    {
        var ticket = Made();
        Solution(ticket, Start.AddMinutes(90)).Used.ShouldBe(TimeSpan.FromMinutes(90));
        TicketTime.Response(ticket.Data.Sla!, null, null, Start.AddMinutes(90))!.Used.ShouldBe(TimeSpan.FromMinutes(90), "half an hour late");
        ticket.Report(TicketState.WaitingForCustomer, Start.AddHours(2), "w1");
        Solution(ticket, Start.AddDays(3)).Used.ShouldBe(TimeSpan.FromHours(2));
        ticket.Answer("Ja.", Anna, Start.AddDays(3));
        ticket.Report(TicketState.Solved, Start.AddDays(3).AddHours(1), "s1");
        Solution(ticket, Start.AddDays(30)).Used.ShouldBe(TimeSpan.FromHours(3));
        (TicketTime.Response(ticket.Data.Sla!, Start.AddDays(1), null, Start.AddDays(30))!).Used.ShouldBe(TimeSpan.FromHours(9), "six hours of the first day, three of the second");
    }

    /// <summary>Closed on the 10th at 23:30 in Stockholm; the 24th is the last day, over the night on which the clocks change or not.</summary>
    [Theory]
    [Covers("TIC-3", "closed tickets are reopened by an answer within 14 days")]
    [InlineData("2026-03-20T22:30:00Z", "2026-04-03T21:59:59Z", true)]
    [InlineData("2026-03-20T22:30:00Z", "2026-04-03T22:00:00Z", false)]
    [InlineData("2026-10-20T21:30:00Z", "2026-11-03T22:59:59Z", true)]
    [InlineData("2026-10-20T21:30:00Z", "2026-11-03T23:00:00Z", false)]
    public void An_answer_opens_a_closed_ticket_until_the_end_of_the_fourteenth_day(string closedAt, string answeredAt, bool opens)
    {
        var ticket = Made();
        ticket.Close(Anna, At(closedAt));
        (ticket.State, ticket.Data.EndedAt).ShouldBe((TicketState.Closed, At(closedAt)));
        if (opens)
        {
            ticket.Answer("En sak till.", Anna, At(answeredAt)).Text.ShouldBe("En sak till.");
            ticket.State.ShouldBe(TicketState.InProgress);
            return;
        }

        Should.Throw<DomainRuleException>(() => ticket.Answer("En sak till.", Anna, At(answeredAt))).Code.ShouldBe("TicketClosedTooLong");
        ticket.NewMessages.Count.ShouldBe(1);
    }

    [Fact]
    public void It_is_closed_once()
    {
        var ticket = Made();
        ticket.Close(Anna, Start);
        Should.Throw<DomainRuleException>(() => ticket.Close(Anna, Start)).Code.ShouldBe("TicketClosed");
    }

    [Fact]
    public void The_operators_first_word_makes_a_new_ticket_go_on_and_a_later_one_opens_nothing()
    {
        var ticket = Made();
        ticket.Receive(Said(Start.AddHours(1)));
        (ticket.State, ticket.Data.AnsweredAt).ShouldBe((TicketState.InProgress, Start.AddHours(1)));
        ticket.Close(Anna, Start.AddHours(2));
        ticket.Receive(Said(Start.AddHours(3)));
        (ticket.State, ticket.Data.AnsweredAt, ticket.Data.UpdatedAt).ShouldBe((TicketState.Closed, Start.AddHours(1), Start.AddHours(3)));
    }

    [Fact, Covers("REP-6", "what the customer closes unsolved was not solved in time")]
    public void What_the_customer_closes_was_solved_only_where_the_operator_said_so()
    {
        var (unsolved, solved, byOperator) = (Made(), Made(), Made());
        unsolved.Receive(Said(Start.AddMinutes(30)));
        unsolved.Close(Anna, Start.AddHours(1));
        (unsolved.Data.SolvedAt, Solution(unsolved, Start.AddDays(2)).Outcome).ShouldBe((null, SlaOutcome.NotApplicable));
        solved.Report(TicketState.Solved, Start.AddHours(1), "a");
        solved.Close(Anna, Start.AddHours(2));
        (solved.Data.SolvedAt, Solution(solved, Start.AddDays(2)).Outcome).ShouldBe((Start.AddHours(1), SlaOutcome.Met));
        byOperator.Report(TicketState.Closed, Start.AddHours(1), "b");
        (byOperator.Data.SolvedAt, Solution(byOperator, Start.AddDays(2)).Outcome).ShouldBe((Start.AddHours(1), SlaOutcome.Met));
    }

    [Fact]
    public void A_state_that_it_has_already_changes_nothing_and_new_it_never_is_again()
    {
        var ticket = Made();
        ticket.Report(TicketState.InProgress, Start.AddHours(1), "a");
        var before = ticket.Data;
        ticket.Report(TicketState.InProgress, Start.AddHours(2), "b");
        ticket.Data.ShouldBe(before);
        ticket.NewEvents.Count.ShouldBe(2);
        Should.Throw<DomainRuleException>(() => ticket.Report(TicketState.New, Start, "c")).Code.ShouldBe("TicketStateNew");
    }

    [Fact]
    public void What_the_operator_did_not_take_is_told_until_it_takes_something()
    {
        var ticket = Made();
        ticket.NotSent("Okänd kund");
        ticket.Data.Problem.ShouldBe("Okänd kund");
        ticket.Sent();
        ticket.Data.Problem.ShouldBeNull();
    }

    private static Ticket Made(AgreedTimes? agreed = null) => Ticket.Create(new NewTicket(Guid.CreateVersion7(), Guid.CreateVersion7(), "100001", TicketType.Support, "Tyst", "Det är tyst.")
    {
        Priority = TicketPriority.High, Agreed = agreed ?? OneAndFour,
    }, Anna, Start);

    private static TicketMessage Said(DateTimeOffset at) => new(Guid.CreateVersion7(), at, true, null, "Support", "Vi tittar.", $"m{at.Ticks}");

    private static AgreedTimes LongIn(string hours) => new(SupportHours.Parse(hours), null, TimeSpan.FromHours(1000));

    private static TicketTime Response(Ticket ticket, DateTimeOffset now) => TicketTime.Response(ticket.Data.Sla!, ticket.Data.AnsweredAt, ticket.Data.EndedAt, now)!;

    private static TicketTime Solution(Ticket ticket, DateTimeOffset now) => TicketTime.Solution(ticket.Data.Sla!, ticket.Data.SolvedAt, ticket.Data.EndedAt, now)!;

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
