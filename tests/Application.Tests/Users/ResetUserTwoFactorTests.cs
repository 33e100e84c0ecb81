using Connect.Application.Common.Errors;
using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Application.Users;
using Connect.Domain.Common;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Users;

[Covers("USR-2", "reset two-factor")]
public sealed class ResetUserTwoFactorTests
{
    private readonly UserScene _scene = new();

    [Fact]
    public async Task Every_factor_goes_sessions_end_and_the_user_is_told()
    {
        _scene.Bo = _scene.Bo with { SmsTwoFactor = true };
        _scene.Log.TwoFactor.FindAsync(_scene.Bo.Id, Arg.Any<CancellationToken>()).Returns(new StoredAuthenticator { Secret = "hidden" });
        await SendAsync(_scene.Bo.Id);
        await _scene.Log.TwoFactor.Received(1).ResetAsync(Scene.Reach, _scene.Bo.Id, Arg.Any<CancellationToken>());
        await _scene.Log.Sessions.Received(1).EndAllAsync(_scene.Bo.Id, null, Arg.Any<CancellationToken>());
        var mail = _scene.Log.Mails.ShouldHaveSingleItem();
        (mail.To, mail.Text.Contains("återställts", StringComparison.Ordinal)).ShouldBe(("bo@example.com", true));
        (_scene.Audit.Before, _scene.Audit.After).ShouldBe(("{ SmsTwoFactor = True, HasAuthenticator = True }", "{ SmsTwoFactor = False, HasAuthenticator = False }"));
    }

    [Fact]
    public async Task Where_there_is_no_factor_nobody_is_told_of_anything()
    {
        await SendAsync(_scene.Bo.Id);
        _scene.Log.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ones_own_factors_are_not_reset_without_a_password()
    {
        _scene.ActOnOneself();
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(_scene.Bo.Id))).Code.ShouldBe("OwnUser");
    }

    [Fact]
    public async Task Who_is_not_seen_or_has_more_is_not_touched()
    {
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(Guid.CreateVersion7()));
        var scene = new UserScene(Connect.Domain.Users.Right.ManageUsers);
        await Should.ThrowAsync<ForbiddenException>(() => HandlerOf(scene).Handle(new(scene.Bo.Id), default));
        await scene.Log.TwoFactor.DidNotReceiveWithAnyArgs().ResetAsync(default, default, default);
    }

    private Task SendAsync(Guid id) => HandlerOf(_scene).Handle(new(id), default);

    private static ResetUserTwoFactor.Handler HandlerOf(UserScene scene) => new(scene.Desk, scene.Log.TwoFactor, scene.Log.Sessions, scene.Log.Notices);
}
