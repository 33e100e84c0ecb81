using Connect.Application.Common.Errors;
using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Application.Users;
using Connect.Domain.Common;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Users;

[Covers("USR-2", "invitation sent again")]
public sealed class SendInvitationAgainTests
{
    private readonly UserScene _scene = new();

    [Fact]
    public async Task A_new_link_takes_the_place_of_the_old()
    {
        _scene.Bo = _scene.Bo with { HasPassword = false };
        await SendAsync(_scene.Bo.Id);
        await _scene.Log.Links.Received(1).EndAllAsync(_scene.Bo.Id, Scene.Now, Arg.Any<CancellationToken>());
        _scene.Log.SentLinks.ShouldHaveSingleItem().Purpose.ShouldBe(LinkPurpose.Invitation);
        _scene.Log.Mails.ShouldHaveSingleItem().To.ShouldBe("bo@example.com");
    }

    [Fact]
    public async Task One_who_has_a_password_is_not_invited_nor_one_who_is_deactivated()
    {
        await RefusedAsync("InvitationTakenUp");
        _scene.Bo = _scene.Bo with { HasPassword = false, IsActive = false };
        await RefusedAsync("UserInactive");
    }

    [Fact]
    public async Task A_few_an_hour_are_enough()
    {
        _scene.Bo = _scene.Bo with { HasPassword = false };
        for (var i = 0; i < 5; i++) await SendAsync(_scene.Bo.Id);
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(_scene.Bo.Id))).Code.ShouldBe("InvitationsTooMany");
        _scene.Log.Mails.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Outside_the_reach_there_is_no_user() => await Should.ThrowAsync<NotFoundException>(() => SendAsync(Guid.CreateVersion7()));

    private async Task RefusedAsync(string code)
    {
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(_scene.Bo.Id))).Code.ShouldBe(code);
        _scene.Log.Mails.ShouldBeEmpty();
    }

    private Task SendAsync(Guid id) => new SendInvitationAgain.Handler(_scene.Desk, _scene.Invitation).Handle(new(id), default);
}
