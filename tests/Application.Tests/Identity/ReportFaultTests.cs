using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Application.Tests.Tickets;
using Connect.Domain.Common;
using Connect.Domain.Tickets;
using Connect.TestKit;

namespace Connect.Application.Tests.Identity;

[Covers("NAV-2", "a fault is a ticket of that type, with page and browser")]
public sealed class ReportFaultTests
{
    private readonly IdentityScene _scene = new(Scene.Caller());
    private readonly TicketScene _tickets = new();

    [Fact]
    public async Task It_is_a_ticket_with_page_and_browser_that_the_operator_is_told_of()
    {
        await SendAsync();
        var ticket = _tickets.Saved.ShouldHaveSingleItem();
        (ticket.Data.Type, ticket.Data.Title, ticket.Data.AccountId).ShouldBe((TicketType.PortalFault, "Fel", Scene.Reach.AccountId));
        ticket.NewMessages[0].Text.ShouldBe("Listan är tom\n\nSida: /services\nWebbläsare: Firefox");
        _tickets.Queued.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Ten_in_an_hour_are_enough()
    {
        for (var i = 0; i < 10; i++) await SendAsync();
        (await Should.ThrowAsync<DomainRuleException>(SendAsync)).Code.ShouldBe("LoginBlocked");
    }

    [Fact]
    public void Title_and_text_are_needed()
    {
        Problems(Fault("a", "b", null, null)).ShouldBeEmpty();
        Problems(Fault("", "", null, null)).ShouldBe(["Title NotEmptyValidator", "Text NotEmptyValidator"]);
        Problems(Fault(new('x', 151), new('x', 5001), new('x', 1001), new('x', 501))).ShouldAllBe(problem => problem.EndsWith(" MaximumLengthValidator", StringComparison.Ordinal));
        Problems(Fault("Fel\r\nBcc: x@example.com", "b", null, null)).ShouldBe(["Title NameSigns"]);
    }

    private static ReportFault Fault(string title, string text, string? page, string? browser) => new(title, text, page, browser, Guid.NewGuid());

    private static IEnumerable<string> Problems(ReportFault command) => new ReportFault.Validator().Problems(command);

    private Task SendAsync() => new ReportFault.Handler(_scene.Guard, _tickets.Desk, _scene.Caller, _tickets.Audit).Handle(Fault("Fel", "Listan är tom", "/services", "Firefox"), default);
}
