using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

[Covers("AUTH-2", "once, five minutes, five tries")]
public sealed class ConfirmLoginCodeTests
{
    private const string Attempt = "attempt-token";
    private readonly IdentityScene _scene = new();

    [Fact]
    public async Task The_right_code_of_the_attempt_begins_a_session()
    {
        var attempt = Open();
        _scene.Attempts.UseAsync(attempt.Id, Token.HashCode(Attempt, "123456"), Scene.Now, Arg.Any<CancellationToken>()).Returns(true);
        var token = await SendAsync("123 456");
        _scene.Begun.ShouldHaveSingleItem().TokenHash.ShouldBe(Token.Hash(token));
        _scene.Throttle.Kept.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_code_is_refused_and_counted()
    {
        var attempt = Open();
        await RefusedAsync("LoginCodeWrong", "Code");
        _scene.Begun.ShouldBeEmpty();
        await _scene.Attempts.Received(1).CountTryAsync(attempt.Id, 5, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task When_the_tries_are_used_up_even_the_right_code_is_refused()
    {
        var attempt = Open(triesLeft: false);
        _scene.Attempts.UseAsync(attempt.Id, Arg.Any<string>(), Arg.Any<DateTimeOffset>(), Arg.Any<CancellationToken>()).Returns(true);
        await RefusedAsync("LoginCodeSpent", "Code");
        _scene.Begun.ShouldBeEmpty();
    }

    [Theory]
    [Covers("AUTH-3", "what is said of a wrong code fits where it comes from")]
    [InlineData(LoginWay.Authenticator, "AuthenticatorCodeWrong", "LoginTriesSpent")]
    [InlineData(LoginWay.Recovery, "RecoveryCodeWrong", "LoginTriesSpent")]
    [InlineData(LoginWay.Sms, "LoginCodeWrong", "LoginCodeSpent")]
    public async Task Each_way_has_its_own_words(LoginWay way, string wrong, string spent)
    {
        Open();
        await RefusedAsync(wrong, "Code", way);
        Open(triesLeft: false);
        await RefusedAsync(spent, "Code", way);
    }

    [Fact]
    public async Task After_five_minutes_the_code_is_too_old()
    {
        var attempt = Open();
        _scene.Attempts.UseAsync(attempt.Id, Arg.Any<string>(), Arg.Any<DateTimeOffset>(), Arg.Any<CancellationToken>()).Returns(true);
        _scene.Clock.Advance(TimeSpan.FromMinutes(5));
        await RefusedAsync("LoginCodeExpired", "Code");
        _scene.Begun.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_attempt_that_has_ended_or_never_was_is_one_answer() => await RefusedAsync("LoginAttemptEnded", null);

    [Fact]
    public async Task Guessing_over_many_attempts_is_slowed_down()
    {
        Open();
        for (var i = 0; i < 15; i++) await RefusedAsync("LoginCodeWrong", "Code");
        await RefusedAsync("LoginBlocked", null);
    }

    [Theory]
    [InlineData("123456", null)]
    [InlineData(" 123 456 ", null)]
    [InlineData("12345", "LoginCodeDigits")]
    [InlineData("1234567", "LoginCodeDigits")]
    [InlineData("12345x", "LoginCodeDigits")]
    [InlineData("١٢٣٤٥٦", "LoginCodeDigits")]
    public void A_code_is_six_digits(string code, string? problem) => Problems(new(Attempt, code)).ShouldBe(problem is null ? [] : [$"Code {problem}"]);

    [Fact]
    public void Both_fields_are_needed()
    {
        Problems(new("", "")).ShouldBe(["AttemptToken NotEmptyValidator", "Code NotEmptyValidator"]);
        Problems(new(Attempt, "  ")).ShouldBe(["Code NotEmptyValidator"]);
        Problems(new(new('x', 101), "123456")).ShouldBe(["AttemptToken MaximumLengthValidator"]);
    }

    private static IEnumerable<string> Problems(ConfirmLoginCode command) => new ConfirmLoginCode.Validator().Problems(command);

    private LoginAttempt Open(bool triesLeft = true)
    {
        var attempt = _scene.Opened(Attempt);
        _scene.Attempts.CountTryAsync(attempt.Id, Arg.Any<int>(), Arg.Any<CancellationToken>()).Returns(triesLeft);
        return attempt;
    }

    private async Task RefusedAsync(string code, string? field, LoginWay way = LoginWay.Sms)
    {
        var refused = await Should.ThrowAsync<DomainRuleException>(() => SendAsync("123456", way));
        (refused.Code, refused.Field).ShouldBe((code, field));
    }

    private Task<string> SendAsync(string code, LoginWay way = LoginWay.Sms) =>
        new ConfirmLoginCode.Handler(_scene.Attempts, _scene.Guard, _scene.Steps, _scene.Options, new LoginAudit(new Scene.Audit(), _scene.Clock)).Handle(new(Attempt, code, Way: way), default);
}
