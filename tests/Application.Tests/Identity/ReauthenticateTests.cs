using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

public sealed class ReauthenticateTests
{
    private readonly IdentityScene _scene = new(Scene.Caller());

    [Fact]
    public async Task The_right_password_makes_the_session_fresh()
    {
        await SendAsync(IdentityScene.Password);
        await _scene.Sessions.Received(1).ReauthenticatedAsync(_scene.Caller.Identity!.SessionId!.Value, Scene.Now, Arg.Any<CancellationToken>());
        _scene.Throttle.Kept.Values.ShouldAllBe(counter => counter.Failures == 0);
    }

    [Fact]
    public async Task A_wrong_one_does_not_and_is_counted()
    {
        var refused = await Should.ThrowAsync<DomainRuleException>(() => SendAsync("wrong"));
        (refused.Code, refused.Field).ShouldBe(("PasswordWrong", "Password"));
        _scene.Throttle.Kept.Count.ShouldBe(3);
        await _scene.Sessions.DidNotReceiveWithAnyArgs().ReauthenticatedAsync(default, default, default);
    }

    [Fact]
    public async Task Guessing_in_an_open_session_is_slowed_down()
    {
        for (var i = 0; i < 5; i++) await Should.ThrowAsync<DomainRuleException>(() => SendAsync("wrong"));
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(IdentityScene.Password))).Code.ShouldBe("LoginBlocked");
    }

    [Theory]
    [InlineData(0, "NotEmptyValidator")]
    [InlineData(1, null)]
    [InlineData(128, null)]
    [InlineData(129, "MaximumLengthValidator")]
    public void It_needs_a_password(int length, string? code) =>
        new Reauthenticate.Validator().Problems(new Reauthenticate(new string('x', length))).ShouldBe(code is null ? [] : [$"Password {code}"]);

    private Task SendAsync(string password)
    {
        var session = new Reauthenticate.FreshSession(new Scene.Transactions(), _scene.Sessions, _scene.Guard, _scene.Clock);
        return new Reauthenticate.Handler(new OwnPassword(_scene.Users, _scene.Hasher, _scene.Guard), session, _scene.Caller).Handle(new Reauthenticate(password), default);
    }
}
