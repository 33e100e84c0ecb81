using Connect.Application.Common.Errors;
using Connect.Application.Tests.Common;
using Connect.Application.Tickets;
using Connect.Domain.Common;
using Connect.Domain.Tickets;
using Connect.TestKit;

namespace Connect.Application.Tests.Tickets;

[Covers("TIC-3", "closing")]
public sealed class CloseTicketTests
{
    private readonly TicketScene _scene = new();

    [Fact]
    public async Task The_operator_is_told_that_it_is_closed()
    {
        await SendAsync();
        (_scene.Saved.ShouldHaveSingleItem().State, _scene.Ticket.Data.EndedAt).ShouldBe((TicketState.Closed, Scene.Now));
        _scene.Queued.ShouldHaveSingleItem().Payload.ShouldNotBeNull().ShouldContain("\"news\":3");
        _scene.Audit.After.ShouldNotBeNull().ShouldContain("Closed");
    }

    [Fact]
    public async Task It_is_closed_once()
    {
        await SendAsync();
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync())).Code.ShouldBe("TicketClosed");
        _scene.Queued.Count.ShouldBe(1);
    }

    [Fact]
    public Task A_ticket_outside_the_reach_is_not_there() => Should.ThrowAsync<NotFoundException>(() => SendAsync("999999"));

    [Fact]
    public void A_number_is_needed() => new CloseTicket.Validator().Problems(new CloseTicket(" ")).ShouldBe(["Number NotEmptyValidator"]);

    private Task SendAsync(string number = "100001") => new CloseTicket.Handler(_scene.Tickets, _scene.Desk, _scene.User, _scene.Audit).Handle(new CloseTicket(number), default);
}
