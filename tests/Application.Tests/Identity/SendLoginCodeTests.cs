using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

[Covers("AUTH-2", "send again after 30 seconds")]
public sealed class SendLoginCodeTests
{
    private const string Attempt = "attempt-token";
    private readonly IdentityScene _scene = new();

    [Fact]
    public async Task A_new_code_takes_the_place_of_the_last_and_is_sent()
    {
        _scene.Opened(Attempt);
        await SendAsync();
        var code = _scene.Codes.ShouldHaveSingleItem();
        (code.SentAt, code.ExpiresAt, code.NotSentSince, code.MaxCodes).ShouldBe((Scene.Now, Scene.Now.AddMinutes(5), Scene.Now.AddSeconds(-30), 5));
        _scene.Texts.ShouldHaveSingleItem().Text.ShouldContain("Nordtel");
    }

    [Fact]
    public async Task Too_soon_nothing_is_sent()
    {
        _scene.Opened(Attempt);
        _scene.Attempts.SetCodeAsync(Arg.Any<NewCode>(), Arg.Any<CancellationToken>()).Returns(false);
        await RefusedAsync("LoginCodeTooSoon");
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(1, 12)]
    public async Task Codes_are_counted_in_an_attempt_and_in_an_hour(int ofAttempt, int ofHour)
    {
        Given(_scene.Opened(Attempt) with { CodesSent = ofAttempt });
        _scene.Attempts.CodesSentAsync(_scene.User.Id, Scene.Now.AddHours(-1), Arg.Any<CancellationToken>()).Returns(ofHour);
        await RefusedAsync("LoginCodesTooMany");
    }

    [Fact]
    public async Task Without_a_number_there_is_nowhere_to_send_it()
    {
        Given(_scene.Opened(Attempt) with { MobileNumber = null });
        await RefusedAsync("LoginNumberMissing");
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public async Task Codes_are_stopped_until_the_hour_comes(int minutesLeft, bool stopped)
    {
        Given(_scene.Opened(Attempt) with { SmsBlockedUntil = Scene.Now.AddMinutes(minutesLeft) });
        if (stopped) await RefusedAsync("LoginSmsStopped");
        else await SendAsync();
        _scene.Texts.Count.ShouldBe(stopped ? 0 : 1);
    }

    [Fact]
    public async Task An_attempt_that_has_ended_gets_no_code() => await RefusedAsync("LoginAttemptEnded");

    [Fact]
    public void It_needs_the_attempt()
    {
        new SendLoginCode.Validator().Problems(new SendLoginCode("")).ShouldBe(["AttemptToken NotEmptyValidator"]);
        new SendLoginCode.Validator().Problems(new SendLoginCode(new('x', 101))).ShouldBe(["AttemptToken MaximumLengthValidator"]);
    }

    private void Given(LoginAttempt attempt) => _scene.Attempts.FindAsync(Token.Hash(Attempt), Arg.Any<DateTimeOffset>(), Arg.Any<CancellationToken>()).Returns(attempt);

    private async Task RefusedAsync(string code)
    {
        (await Should.ThrowAsync<DomainRuleException>(SendAsync)).Code.ShouldBe(code);
        _scene.Texts.ShouldBeEmpty();
    }

    private Task SendAsync() => new SendLoginCode.Handler(_scene.Attempts, _scene.LoginCodes, new Scene.Audit(), _scene.Clock).Handle(new SendLoginCode(Attempt), default);
}
