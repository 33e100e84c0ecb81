using Connect.Application.Common.Errors;
using Connect.Application.Users;
using Connect.Domain.Users;
using Connect.TestKit;
using NSubstitute;

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

    [Fact]
    public async Task What_was_open_before_stays_closed_and_who_has_no_password_is_invited()
    {
        _scene.Bo = _scene.Bo with { IsActive = false, HasPassword = false };
        await SendAsync(_scene.Bo.Id);
        await _scene.Log.Sessions.Received(1).EndAllAsync(_scene.Bo.Id, null, Arg.Any<CancellationToken>());
        _scene.Log.Mails.ShouldHaveSingleItem().To.ShouldBe("bo@example.com");
    }

    private Task SendAsync(Guid id) => new ReactivateUser.Handler(_scene.Desk, _scene.Ways, _scene.Invitation).Handle(new(id), default);
}
