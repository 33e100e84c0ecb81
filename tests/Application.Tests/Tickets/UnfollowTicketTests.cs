using Connect.Application.Common.Errors;
using Connect.Application.Tests.Common;
using Connect.Application.Tickets;
using NSubstitute;

namespace Connect.Application.Tests.Tickets;

public sealed class UnfollowTicketTests
{
    private readonly TicketScene _scene = new();
    private readonly Guid _bo = Guid.CreateVersion7();

    [Fact]
    public async Task A_follower_within_the_reach_is_taken_away()
    {
        _scene.Followers.RemoveAsync(Scene.Reach, _scene.Ticket.Id, _bo, Arg.Any<CancellationToken>()).Returns(true);
        await SendAsync(_bo);
        _scene.Audit.Before.ShouldNotBeNull().ShouldContain(_bo.ToString());
    }

    [Fact]
    public async Task Who_does_not_follow_or_lies_outside_is_left_alone_and_a_ticket_outside_is_not_there()
    {
        await SendAsync(Guid.CreateVersion7());
        _scene.Audit.Before.ShouldBeNull();
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(_bo, "999999"));
    }

    private Task SendAsync(Guid colleague, string number = "100001") =>
        new UnfollowTicket.Handler(_scene.Tickets, _scene.Followers, _scene.User, _scene.Audit).Handle(new UnfollowTicket(number, colleague), default);
}
