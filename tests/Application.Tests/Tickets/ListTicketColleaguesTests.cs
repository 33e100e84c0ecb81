using Connect.Application.Common.Errors;
using Connect.Application.Tests.Common;
using Connect.Application.Tickets;
using NSubstitute;

namespace Connect.Application.Tests.Tickets;

public sealed class ListTicketColleaguesTests
{
    private readonly TicketScene _scene = new();

    [Fact]
    public async Task Of_a_ticket_they_are_those_who_reach_its_account_without_whoever_made_it()
    {
        var (bo, maker) = (new Colleague(Guid.CreateVersion7(), "Bo", "Norr"), new Colleague(_scene.Ticket.Data.CreatedById!.Value, "Anna", "Norr"));
        _scene.Followers.ChoicesAsync(Scene.Reach, _scene.User.Identity!.Id, _scene.Ticket.Data.AccountId, ListTicketColleagues.Most, Arg.Any<CancellationToken>()).Returns([bo, maker]);
        _scene.Followers.ChoicesAsync(Scene.Reach, _scene.User.Identity!.Id, null, ListTicketColleagues.Most, Arg.Any<CancellationToken>()).Returns([maker]);
        (await SendAsync("100001")).ShouldBe([bo]);
        (await SendAsync(null)).ShouldBe([maker]);
        await Should.ThrowAsync<NotFoundException>(() => SendAsync("999999"));
    }

    [Fact]
    public async Task Of_a_new_ticket_they_reach_the_account_that_is_chosen()
    {
        var (bo, cia) = (new Colleague(Guid.CreateVersion7(), "Bo", "Norr"), new Colleague(Guid.CreateVersion7(), "Cia", "Söder"));
        _scene.Followers.ChoicesAsync(Scene.Reach, _scene.User.Identity!.Id, _scene.Account.Id, ListTicketColleagues.Most, Arg.Any<CancellationToken>()).Returns([bo]);
        _scene.Followers.ChoicesAsync(Scene.Reach, _scene.User.Identity!.Id, null, ListTicketColleagues.Most, Arg.Any<CancellationToken>()).Returns([bo, cia]);
        (await SendAsync(null, "1002")).ShouldBe([bo]);
        (await SendAsync(null, "9999")).ShouldBe([bo, cia]);
    }

    private Task<IReadOnlyList<Colleague>> SendAsync(string? number, string? account = null) =>
        new ListTicketColleagues.Handler(_scene.Tickets, _scene.Accounts, _scene.Followers, _scene.User).Handle(new ListTicketColleagues(number, account), default);
}
