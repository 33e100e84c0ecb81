using Connect.Application.Common.Errors;
using Connect.Application.Tests.Common;
using Connect.Application.Tickets;
using Connect.Domain.Common;
using Connect.Domain.Tickets;
using Connect.TestKit;

namespace Connect.Application.Tests.Tickets;

[Covers("TIC-3", "answering")]
public sealed class AnswerTicketTests
{
    private readonly TicketScene _scene = new();

    [Fact]
    public async Task What_waited_for_the_customer_goes_on_and_the_operator_is_told()
    {
        _scene.Ticket.Report(TicketState.WaitingForCustomer, Scene.Now.AddHours(-1), "w");
        (await SendAsync("Ja.\r\nDet gör den.")).ShouldBe(TicketState.InProgress);
        var message = _scene.Saved.ShouldHaveSingleItem().NewMessages.ShouldHaveSingleItem();
        (message.Text, message.Author, message.AuthorId, message.FromOperator).ShouldBe(("Ja.\nDet gör den.", "Anna Åkesson", _scene.User.Identity!.Id, false));
        _scene.Queued.ShouldHaveSingleItem().IdempotencyKey.ShouldBe($"tickets.send/{message.Id:N}");
        (_scene.Audit.Before, _scene.Audit.After).ShouldSatisfyAllConditions(a => a.Before.ShouldNotBeNull().ShouldContain("Waiting"), a => a.After.ShouldNotBeNull().ShouldNotContain("Det gör"));
    }

    [Fact]
    public async Task What_was_closed_too_long_ago_stays_closed()
    {
        _scene.Ticket.Close(new(null, "Anna"), Scene.Now.AddDays(-15));
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync("Ja."))).Code.ShouldBe("TicketClosedTooLong");
        (_scene.Saved.Count, _scene.Queued.Count).ShouldBe((0, 0));
    }

    [Fact]
    public Task A_ticket_outside_the_reach_is_not_there() => Should.ThrowAsync<NotFoundException>(() => SendAsync("Ja.", "999999"));

    [Fact]
    public void A_text_is_needed() => new AnswerTicket.Validator().Problems(new AnswerTicket("", " \r\n ", Guid.NewGuid())).ShouldBe(["Number NotEmptyValidator", "Text NotEmptyValidator"]);

    private Task<TicketState> SendAsync(string text, string number = "100001") =>
        new AnswerTicket.Handler(_scene.Tickets, _scene.Desk, _scene.Extras, _scene.User, _scene.Audit).Handle(new AnswerTicket(number, text, Guid.NewGuid()), default);
}
