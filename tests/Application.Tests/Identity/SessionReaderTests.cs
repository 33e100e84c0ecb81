using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

[Covers("AUTH-5", "idle and absolute session limits")]
public sealed class SessionReaderTests
{
    private readonly IdentityScene _scene = new();

    [Theory]
    [InlineData(0, true)]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public async Task A_session_unused_for_half_an_hour_is_over(int minutes, bool lives) => await ReadAsync(Scene.Now.AddMinutes(-minutes), Scene.Now.AddHours(1), lives);

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public async Task A_session_ends_at_its_limit_however_busy_it_is(int minutesLeft, bool lives) => await ReadAsync(Scene.Now, Scene.Now.AddMinutes(minutesLeft), lives);

    [Theory]
    [InlineData(59, 0)]
    [InlineData(60, 1)]
    public async Task Use_is_noted_once_a_minute(int seconds, int times)
    {
        await ReadAsync(Scene.Now.AddSeconds(-seconds), Scene.Now.AddHours(1), lives: true);
        await _scene.Sessions.Received(times).TouchAsync(Arg.Any<Guid>(), Scene.Now, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_token_that_no_session_has_is_nobody() => (await Reader().ReadAsync("unknown", default)).ShouldBeNull();

    private async Task ReadAsync(DateTimeOffset lastSeen, DateTimeOffset expires, bool lives)
    {
        var anna = Scene.Anna();
        _scene.Sessions.ReadAsync(Token.Hash("token"), Arg.Any<CancellationToken>()).Returns(new SessionState(anna, lastSeen, expires));
        (await Reader().ReadAsync("token", default)).ShouldBe(lives ? anna : null);
        if (!lives) await _scene.Sessions.Received(1).EndAsync(anna.SessionId!.Value, Arg.Any<CancellationToken>());
    }

    private SessionReader Reader() => new(_scene.Sessions, _scene.Options, _scene.Clock);
}
