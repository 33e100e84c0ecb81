using Connect.Application.Common.Errors;
using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

public sealed class EndMySessionTests
{
    private readonly IdentityScene _scene = new(Scene.Caller());

    [Fact]
    public async Task Ones_own_is_ended_and_any_other_is_not_there()
    {
        var id = Guid.CreateVersion7();
        _scene.Sessions.EndOwnAsync(_scene.Caller.Identity!.Id, id, Arg.Any<CancellationToken>()).Returns(true);
        await SendAsync(id);
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(Guid.CreateVersion7()));
    }

    private Task SendAsync(Guid id) => new EndMySession.Handler(_scene.Sessions, _scene.Caller, new Scene.Audit()).Handle(new(id), default);
}
