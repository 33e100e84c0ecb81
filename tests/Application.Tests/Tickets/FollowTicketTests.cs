using Connect.Application.Common.Errors;
using Connect.Application.Tests.Common;
using Connect.Application.Tickets;
using Connect.Domain.Common;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Tickets;

[Covers("TIC-2", "followers: only colleagues with that reach who may see tickets")]
public sealed class FollowTicketTests
{
    private readonly TicketScene _scene = new();
    private readonly Guid _bo = Guid.CreateVersion7();

    public FollowTicketTests() => _scene.Followers.FitAsync(Scene.Reach, _scene.Ticket.Data.AccountId, Arg.Is<IReadOnlyList<Guid>>(ids => ids.Contains(_bo)), Arg.Any<CancellationToken>()).Returns([_bo]);

    [Fact]
    public async Task A_colleague_who_reaches_the_account_follows()
    {
        await SendAsync(_bo);
        await _scene.Followers.Received(1).AddAsync(_scene.Ticket.Id, Arg.Is<IReadOnlyList<Guid>>(ids => ids.Single() == _bo), Arg.Any<CancellationToken>());
        _scene.Audit.After.ShouldNotBeNull().ShouldContain(_bo.ToString());
    }

    [Fact]
    public async Task Anybody_else_does_not() => (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(Guid.CreateVersion7()))).Code.ShouldBe("FollowerUnknown");

    [Fact]
    public async Task Whoever_made_it_needs_not_follow_it()
    {
        await SendAsync(_scene.Ticket.Data.CreatedById!.Value);
        await _scene.Followers.DidNotReceiveWithAnyArgs().AddAsync(default, default!, default);
    }

    [Fact]
    public Task A_ticket_outside_the_reach_is_not_there() => Should.ThrowAsync<NotFoundException>(() => SendAsync(_bo, "999999"));

    private Task SendAsync(Guid colleague, string number = "100001") => new FollowTicket.Handler(_scene.Tickets, _scene.Extras, _scene.User, _scene.Audit).Handle(new FollowTicket(number, colleague), default);
}
