using Connect.Application.Common.Errors;
using Connect.Application.Users;
using Connect.Domain.Users;
using Connect.TestKit;

namespace Connect.Application.Tests.Users;

[Covers("USR-2", "reactivate")]
public sealed class ReactivateUserTests
{
    private readonly UserScene _scene = new();

    [Fact]
    public async Task The_user_is_active_as_before()
    {
        _scene.Bo = _scene.Bo with { IsActive = false };
        await SendAsync(_scene.Bo.Id);
        var user = _scene.Saved.ShouldHaveSingleItem();
        (user.IsActive, user.HasPassword, user.Rights.Single()).ShouldBe((true, true, Right.ViewSubscriptions));
        _scene.Audit.Before!.ShouldContain("IsActive = False");
    }

    [Fact]
    public async Task One_who_is_active_stays_so()
    {
        await SendAsync(_scene.Bo.Id);
        _scene.Saved.ShouldBeEmpty();
    }

    [Fact]
    public async Task Outside_the_reach_there_is_no_user() => await Should.ThrowAsync<NotFoundException>(() => SendAsync(Guid.CreateVersion7()));

    private Task SendAsync(Guid id) => new ReactivateUser.Handler(_scene.Desk).Handle(new(id), default);
}
