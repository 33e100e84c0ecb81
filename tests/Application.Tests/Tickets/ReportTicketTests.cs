using Connect.Application.Common.Errors;
using Connect.Application.Messages;
using Connect.Application.Tests.Common;
using Connect.Application.Tickets;
using Connect.Domain.Tickets;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Tickets;

[Covers("OPS-2", "answers and states of tickets")]
public sealed class ReportTicketTests
{
    private readonly TicketScene _scene = new();
    private readonly IMessages _messages = Substitute.For<IMessages>();
    private readonly ITicketReaders _readers = Substitute.For<ITicketReaders>();
    private readonly List<Mail> _mails = [];

    public ReportTicketTests()
    {
        _messages.MailAsync(Arg.Do<Mail>(_mails.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        _readers.OfAsync(_scene.Ticket, Arg.Any<CancellationToken>()).Returns([Reader("anna@example.com", "sv", true), Reader("bo@example.com", "en", false)]);
    }

    [Fact]
    public async Task An_answer_stands_in_the_thread_and_goes_by_mail_to_each_in_their_language()
    {
        await SendAsync(new ReportTicket("100001", "A-1") { Text = "Vi tittar.\r\nStrax.", Author = "Sara" });
        var ticket = _scene.Saved.ShouldHaveSingleItem();
        ticket.NewMessages.ShouldHaveSingleItem().ShouldSatisfyAllConditions(m => (m.Text, m.Author, m.FromOperator, m.ExternalId).ShouldBe(("Vi tittar.\nStrax.", "Sara", true, "A-1")));
        (ticket.State, ticket.Data.AnsweredAt).ShouldBe((TicketState.InProgress, Scene.Now));
        _mails.Select(mail => (mail.To, mail.Subject)).ShouldBe([("anna@example.com", "Norrtele: svar i ärende 100001, Tyst"), ("bo@example.com", "Norrtele: answer in ticket 100001, Tyst")]);
        _mails[0].Text.ShouldContain("Vi tittar.\nStrax.\n\nLäs och svara i portalen: https://portal.example.se/tickets/100001");
        (_mails[1].Text.Contains("Vi tittar."), _mails[1].Text.Contains("/tickets/")).ShouldBe((true, false));
    }

    [Theory]
    [InlineData(TicketState.Solved, 2)]
    [InlineData(TicketState.WaitingForCustomer, 0)]
    [InlineData(TicketState.Closed, 2)]
    public async Task That_it_is_solved_or_closed_goes_by_mail_other_states_do_not(TicketState state, int mails)
    {
        await SendAsync(new ReportTicket("100001", "A-1") { State = state });
        (_scene.Saved.ShouldHaveSingleItem().State, _mails.Count).ShouldBe((state, mails));
        if (mails > 0) _mails[0].Subject.ShouldBe($"Norrtele: ärende 100001 är {(state == TicketState.Solved ? "löst" : "stängt")}, Tyst");
        await _scene.Tickets.DidNotReceiveWithAnyArgs().RememberAsync(default, default!, default);
    }

    [Fact]
    public async Task What_was_solved_is_closed_without_a_mail()
    {
        _scene.Ticket.Report(TicketState.Solved, Scene.Now, "S-0");
        await SendAsync(new ReportTicket("100001", "S-1") { State = TicketState.Closed });
        _mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_report_that_changes_nothing_is_told_all_the_same()
    {
        var waits = new Ticket(_scene.Ticket.Data with { State = TicketState.InProgress });
        _scene.Tickets.FindForOperatorAsync("100001", Arg.Any<CancellationToken>()).Returns(waits);
        await SendAsync(new ReportTicket("100001", "R-1") { State = TicketState.InProgress });
        await _scene.Tickets.Received(1).RememberAsync(waits.Id, "R-1", Arg.Any<CancellationToken>());
    }

    [Fact]
    [Covers("TIC-3", "one mail for an answer")]
    public async Task What_has_been_told_changes_nothing_and_is_mailed_once()
    {
        _scene.Tickets.IsToldAsync(_scene.Ticket.Id, "A-1", Arg.Any<CancellationToken>()).Returns(true);
        await SendAsync(new ReportTicket("100001", "A-1") { Text = "Igen", State = TicketState.Solved });
        (_scene.Saved.Count, _mails.Count, _scene.Ticket.State).ShouldBe((0, 0, TicketState.New));
    }

    [Fact]
    public Task An_unknown_number_is_not_found() => Should.ThrowAsync<NotFoundException>(() => SendAsync(new ReportTicket("999999", "A-1") { Text = "Hej" }));

    [Fact]
    public void What_is_missing_is_said() => new ReportTicket.Validator().Problems(new ReportTicket("", "")).ShouldBe(["Number NotEmptyValidator", "Id NotEmptyValidator", "Text NotEmptyValidator"]);

    [Fact]
    public void What_is_wrong_is_said() => new ReportTicket.Validator().Problems(
        new ReportTicket("1", new string('a', 101)) { Text = new string('a', 10_001), Author = "a\nb", State = TicketState.New }).ShouldBe(
        ["Id MaximumLengthValidator", "Text MaximumLengthValidator", "Author NameSigns", "State TicketStateNew"]);

    private static TicketReader Reader(string mail, string language, bool mayOpen) =>
        new(new() { UserId = Guid.CreateVersion7(), OrganisationId = Scene.Reach.OrganisationId, Name = "Anna", Email = mail, Language = language }, mayOpen);

    private Task SendAsync(ReportTicket message) => new ReportTicket.Handler(_scene.Tickets,
        new TicketMail(_readers, _messages, new MessageTexts(new MessageOptions("Norrtele", "https://portal.example.se"))), _scene.Audit, Scene.Clock()).Handle(message, default);
}
