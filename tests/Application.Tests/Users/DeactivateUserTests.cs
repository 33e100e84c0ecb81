using Connect.Application.Common.Errors;
using Connect.Application.Tests.Common;
using Connect.Application.Users;
using Connect.Domain.Common;
using Connect.Domain.Users;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Users;

[Covers("USR-2", "deactivate; the last active Administratör with ManageUsers cannot be removed")]
public sealed class DeactivateUserTests
{
    private readonly UserScene _scene = new();

    [Fact]
    public async Task Every_way_in_is_closed()
    {
        await SendAsync(_scene.Bo.Id);
        _scene.Saved.ShouldHaveSingleItem().IsActive.ShouldBeFalse();
        await _scene.Log.Sessions.Received(1).EndAllAsync(_scene.Bo.Id, null, Arg.Any<CancellationToken>());
        await _scene.Log.Tokens.Received(1).WithdrawAllAsync(_scene.Bo.Id, Scene.Now, Arg.Any<CancellationToken>());
        await _scene.Log.Links.Received(1).EndAllAsync(_scene.Bo.Id, Scene.Now, Arg.Any<CancellationToken>());
        _scene.Audit.After!.ShouldContain("IsActive = False");
    }

    [Fact]
    public async Task The_last_administrator_stays_and_so_does_everything_of_theirs()
    {
        _scene.Bo = _scene.Bo with { Account = new(Scene.Reach.AccountId, "100001", IsRoot: true), Rights = new HashSet<Right> { Right.ManageUsers } };
        await RefusedAsync("LastAdministrator");
        await _scene.Log.Sessions.DidNotReceiveWithAnyArgs().EndAllAsync(default, default, default);
        foreach (var counted in new[] { _scene.Bo with { HasPassword = false }, _scene.Bo with { Account = new(Scene.Reach.AccountId, "100001", IsRoot: false) } })
        {
            _scene.Bo = counted;
            await SendAsync(_scene.Bo.Id); // one who does not count can go
        }

        _scene.Saved.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_shuts_themselves_out()
    {
        _scene.ActOnOneself();
        await RefusedAsync("OwnUser");
    }

    [Fact]
    public async Task Who_is_not_seen_or_has_more_is_not_touched()
    {
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(Guid.CreateVersion7()));
        var scene = new UserScene(Right.ManageUsers);
        await Should.ThrowAsync<ForbiddenException>(() => new DeactivateUser.Handler(scene.Desk, scene.Ways).Handle(new(scene.Bo.Id), default));
        scene.Saved.ShouldBeEmpty();
    }

    private async Task RefusedAsync(string code) => (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(_scene.Bo.Id))).Code.ShouldBe(code);

    private Task SendAsync(Guid id) => new DeactivateUser.Handler(_scene.Desk, _scene.Ways).Handle(new(id), default);
}
