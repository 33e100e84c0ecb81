using Connect.Application.Common.Errors;
using Connect.Application.Views;
using Connect.Domain.Users;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Views;

[Covers("LIST-7", "a view is shared and taken back")]
public sealed class ShareViewTests
{
    private readonly ViewScene _scene = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ones_own_view_is_shared_or_no_longer(bool isShared)
    {
        await SendAsync(new("services", _scene.Own.Id, isShared));
        await _scene.Views.Received(1).ShareAsync(_scene.Own.Id, isShared, Arg.Any<CancellationToken>());
        _scene.Audit.After.ShouldBe($"{{ List = services, Name = Norr, IsShared = {isShared} }}");
    }

    [Fact]
    public async Task What_a_colleague_shares_is_not_ones_own()
    {
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(new("services", _scene.Shared.Id, false)));
        await Should.ThrowAsync<ForbiddenException>(() => SendAsync(new("services", _scene.Own.Id, true), new(Right.ViewInvoices)));
        await _scene.Views.DidNotReceiveWithAnyArgs().ShareAsync(default, default, default);
    }

    private Task SendAsync(ShareView command, ViewScene? scene = null)
    {
        scene ??= _scene;
        return new ShareView.Handler(scene.OwnOnes, scene.Views, scene.Audit).Handle(command, default);
    }
}
