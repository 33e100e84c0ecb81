using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

public sealed class ChangePasswordTests
{
    private const string New = "Blå-häst-43-moln";
    private readonly IdentityScene _scene = new(Scene.Caller());

    [Fact]
    public async Task The_new_one_is_kept_the_other_sessions_end_and_a_mail_tells()
    {
        await SendAsync(IdentityScene.Password);
        var me = _scene.Caller.Identity!;
        await _scene.Users.Received(1).SetPasswordAsync(me.Id, $"hash of {New}", Arg.Any<CancellationToken>());
        await _scene.Sessions.Received(1).EndAllAsync(me.Id, me.SessionId, Arg.Any<CancellationToken>());
        _scene.Mails.ShouldHaveSingleItem().To.ShouldBe("anna@example.com");
    }

    [Fact]
    public async Task Without_the_present_one_nothing_is_changed_and_guessing_is_slowed_down()
    {
        for (var i = 0; i < 5; i++)
        {
            var refused = await Should.ThrowAsync<DomainRuleException>(() => SendAsync("wrong"));
            (refused.Code, refused.Field).ShouldBe(("PasswordWrong", "Current"));
        }

        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(IdentityScene.Password))).Code.ShouldBe("LoginBlocked");
        await _scene.Users.DidNotReceiveWithAnyArgs().SetPasswordAsync(default, default!, default);
    }

    [Fact]
    public void All_three_are_needed()
    {
        Problems(new("x", New, New)).ShouldBeEmpty();
        Problems(new("", "short", "other")).ShouldBe(["Current NotEmptyValidator", "Password LengthValidator", "Repeated PasswordsDiffer"]);
    }

    private static IEnumerable<string> Problems(ChangePassword command) => new ChangePassword.Validator().Problems(command);

    private Task SendAsync(string current) => new ChangePassword.Handler(new OwnPassword(_scene.Users, _scene.Hasher, _scene.Guard), _scene.NewPassword,
        new PasswordSwitch(new Scene.Transactions(), _scene.Stored, _scene.Notices, _scene.Guard), _scene.Caller, new Scene.Audit()).Handle(new(current, New, New), default);
}
