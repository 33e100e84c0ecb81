using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

[Covers("AUTH-1", "one same answer, and what follows the right password")]
public sealed class LogInTests
{
    private readonly IdentityScene _scene = new();

    [Fact]
    public async Task The_right_password_begins_a_session_of_twelve_hours()
    {
        var step = await SendAsync();
        var session = _scene.Begun.ShouldHaveSingleItem();
        session.TokenHash.ShouldBe(Token.Hash(step.SessionToken.ShouldNotBeNull()));
        (session.UserId, session.At, session.ExpiresAt, session.Address).ShouldBe((_scene.User.Id, Scene.Now, Scene.Now.AddHours(12), "192.0.2.1"));
        step.AttemptToken.ShouldBeNull();
        _scene.Texts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_browser_that_calls_itself_something_long_is_cut()
    {
        await SendAsync(agent: new string('x', 400));
        _scene.Begun[0].Agent!.Length.ShouldBe(300);
    }

    [Fact]
    public async Task The_session_that_the_browser_had_before_ends()
    {
        var scene = new IdentityScene(Scene.Caller());
        await new LogIn.Handler(scene.Users, scene.Hasher, scene.Guard, scene.Steps, new Scene.Audit()).Handle(new("anna.admin", IdentityScene.Password), default);
        await scene.Sessions.Received(1).EndAsync(scene.Caller.Identity!.SessionId!.Value, Arg.Any<CancellationToken>());
    }

    [Fact]
    [Covers("AUTH-2", "a code before the session")]
    public async Task With_two_factor_a_code_is_sent_and_no_session_begun()
    {
        _scene.User = _scene.User with { SmsTwoFactor = true };
        var step = await SendAsync();
        step.SessionToken.ShouldBeNull();
        _scene.Begun.ShouldBeEmpty();
        var sms = _scene.Texts.ShouldHaveSingleItem();
        sms.To.ShouldBe("+46701740605");
        var code = System.Text.RegularExpressions.Regex.Match(sms.Text, @"\d{6}").Value;
        _scene.Codes.ShouldHaveSingleItem().CodeHash.ShouldBe(Token.HashCode(step.AttemptToken.ShouldNotBeNull(), code));
        _scene.Codes[0].ExpiresAt.ShouldBe(Scene.Now.AddMinutes(5));
    }

    [Theory]
    [InlineData("wrong password")]
    [InlineData("unknown user")]
    [InlineData("deactivated")]
    [InlineData("no password yet")]
    [Covers("AUTH-1", "in the same time: one hash, whatever is wrong")]
    public async Task Whatever_is_wrong_is_answered_alike_after_one_hash(string wrong)
    {
        if (wrong == "deactivated") _scene.User = _scene.User with { IsActive = false };
        if (wrong == "no password yet") _scene.User = _scene.User with { PasswordHash = null };
        var refused = await Should.ThrowAsync<DomainRuleException>(() =>
            SendAsync(wrong == "unknown user" ? "nobody" : "anna.admin", wrong == "wrong password" ? "wrong" : IdentityScene.Password));
        (refused.Code, refused.Field, refused.Arguments.Count).ShouldBe(("LoginFailed", null, 0));
        _scene.Begun.ShouldBeEmpty();
        await _scene.Hasher.Received(1).VerifyAsync(Arg.Any<string?>(), Arg.Any<string>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task An_old_hash_is_made_anew()
    {
        _scene.Check = PasswordCheck.RightButOld;
        await SendAsync();
        await _scene.Users.Received(1).RehashAsync(_scene.User.Id, $"hash of {IdentityScene.Password}", Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task After_five_wrong_tries_even_the_right_password_waits()
    {
        for (var i = 0; i < 5; i++) (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(password: "wrong"))).Code.ShouldBe("LoginFailed");
        var blocked = await Should.ThrowAsync<DomainRuleException>(() => SendAsync());
        (blocked.Code, blocked.Arguments[0]).ShouldBe(("LoginBlocked", 15));
        _scene.Clock.Advance(TimeSpan.FromSeconds(15));
        (await SendAsync()).SessionToken.ShouldNotBeNull();
    }

    [Fact]
    public void Both_fields_are_needed_and_have_their_length()
    {
        Problems(new("", "")).ShouldBe(["UserName NotEmptyValidator", "Password NotEmptyValidator"]);
        Problems(new(new('x', 255), new('x', 129))).ShouldBe(["UserName MaximumLengthValidator", "Password MaximumLengthValidator"]);
        Problems(new("a", "b")).ShouldBeEmpty();
    }

    private static IEnumerable<string> Problems(LogIn command) => new LogIn.Validator().Problems(command);

    private Task<LoginStep> SendAsync(string userName = "anna.admin", string password = IdentityScene.Password, string? agent = null) =>
        new LogIn.Handler(_scene.Users, _scene.Hasher, _scene.Guard, _scene.Steps, new Scene.Audit()).Handle(new LogIn(userName, password, agent), default);
}
