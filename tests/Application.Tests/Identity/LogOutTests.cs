using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

[Covers("AUTH-5", "log out")]
public sealed class LogOutTests
{
    private readonly ISessions _sessions = Substitute.For<ISessions>();

    [Fact]
    public async Task The_session_of_the_request_ends()
    {
        var user = Scene.Caller();
        await new LogOut.Handler(_sessions, user).Handle(new LogOut(), default);
        await _sessions.Received(1).EndAsync(user.Identity!.SessionId!.Value, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Without_a_session_nothing_ends()
    {
        var user = new CurrentUser();
        user.Set(Scene.Anna() with { SessionId = null });
        await new LogOut.Handler(_sessions, user).Handle(new LogOut(), default);
        _sessions.ReceivedCalls().ShouldBeEmpty();
    }
}
