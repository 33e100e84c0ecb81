using Connect.Application.Common.Errors;
using Connect.Application.Identity;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

public sealed class GetLoginAttemptTests
{
    private readonly IdentityScene _scene = new();

    [Theory]
    [InlineData("+46701740605", "•••-••• •• 05")]
    [InlineData("+4520123456", "+••••••••56")]
    [InlineData("not a number", "")]
    [InlineData(null, "")]
    public async Task The_number_is_shown_but_for_its_last_two_digits(string? number, string shown)
    {
        Given(_scene.Opened("token") with { MobileNumber = number });
        (await SendAsync()).MaskedNumber.ShouldBe(shown);
    }

    [Theory]
    [InlineData(0, 30)]
    [InlineData(29.2, 1)]
    [InlineData(30, 0)]
    [InlineData(300, 0)]
    public async Task It_tells_when_another_code_can_be_sent(double after, int seconds)
    {
        _scene.Opened("token");
        _scene.Clock.Advance(TimeSpan.FromSeconds(after));
        (await SendAsync()).SecondsToResend.ShouldBe(seconds);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public async Task It_tells_until_when_no_code_is_sent(int minutesLeft, bool stopped)
    {
        Given(_scene.Opened("token") with { SmsBlockedUntil = Common.Scene.Now.AddMinutes(minutesLeft) });
        (await SendAsync()).SmsStoppedUntil.HasValue.ShouldBe(stopped);
    }

    [Fact]
    public async Task An_attempt_that_has_ended_is_not_there() => await Should.ThrowAsync<NotFoundException>(SendAsync);

    private void Given(LoginAttempt attempt) => _scene.Attempts.FindAsync(Token.Hash("token"), Arg.Any<DateTimeOffset>(), Arg.Any<CancellationToken>()).Returns(attempt);

    private Task<LoginAttemptView> SendAsync() => new GetLoginAttempt.Handler(_scene.Attempts, _scene.Options, _scene.Clock).Handle(new GetLoginAttempt("token"), default);
}
