using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

public sealed class LogOutEverywhereTests
{
    private readonly IdentityScene _scene = new(Scene.Caller());

    [Fact]
    public async Task Every_session_ends_this_one_too()
    {
        await new LogOutEverywhere.Handler(_scene.Sessions, _scene.Caller, new Scene.Audit()).Handle(new(), default);
        await _scene.Sessions.Received(1).EndAllAsync(_scene.Caller.Identity!.Id, null, Arg.Any<CancellationToken>());
    }
}
