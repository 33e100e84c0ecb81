using Connect.Application.Common.Errors;
using Connect.Application.Users;
using Connect.Domain.Common;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Users;

[Covers("USR-2", "end sessions")]
public sealed class EndUserSessionsTests
{
    private readonly UserScene _scene = new();

    [Fact]
    public async Task All_of_the_users_sessions_end()
    {
        await SendAsync(_scene.Bo.Id);
        await _scene.Log.Sessions.Received(1).EndAllAsync(_scene.Bo.Id, null, Arg.Any<CancellationToken>());
        _scene.Audit.About.ShouldBe(("User", _scene.Bo.Id));
    }

    [Fact]
    public async Task Nobody_elses_outside_the_reach_and_not_ones_own()
    {
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(Guid.CreateVersion7()));
        _scene.ActOnOneself();
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(_scene.Bo.Id))).Code.ShouldBe("OwnUser");
        await _scene.Log.Sessions.DidNotReceiveWithAnyArgs().EndAllAsync(default, default, default);
    }

    private Task SendAsync(Guid id) => new EndUserSessions.Handler(_scene.Desk, _scene.Log.Sessions).Handle(new(id), default);
}
