using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

public sealed class ListMySessionsTests
{
    private readonly IdentityScene _scene = new(Scene.Caller());

    [Fact]
    public async Task The_session_that_asks_is_marked_and_idle_ones_are_not_asked_for()
    {
        var me = _scene.Caller.Identity!;
        SessionRow Row(Guid id) => new() { Id = id, CreatedAt = Scene.Now, LastSeenAt = Scene.Now, Agent = "Firefox" };
        _scene.Sessions.ListAsync(me.Id, Scene.Now, Scene.Now.AddMinutes(-30), Arg.Any<CancellationToken>()).Returns([Row(Guid.CreateVersion7()), Row(me.SessionId!.Value)]);
        var list = await new ListMySessions.Handler(_scene.Sessions, _scene.Caller, _scene.Options, _scene.Clock).Handle(new(), default);
        list.Select(session => session.IsThis).ShouldBe([false, true]);
    }
}
