using Connect.Application.Common.Errors;
using Connect.Application.Views;
using Connect.Domain.Users;
using NSubstitute;

namespace Connect.Application.Tests.Views;

public sealed class RemoveViewTests
{
    private readonly ViewScene _scene = new();

    [Fact]
    public async Task Ones_own_view_is_removed()
    {
        await SendAsync(new("services", _scene.Own.Id));
        await _scene.Views.Received(1).RemoveAsync(_scene.Own.Id, Arg.Any<CancellationToken>());
        _scene.Audit.Before!.ShouldContain("Norr");
    }

    [Fact]
    public async Task What_a_colleague_shares_is_not_ones_own()
    {
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(new("services", _scene.Shared.Id)));
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(new("services", Guid.CreateVersion7())));
        await Should.ThrowAsync<ForbiddenException>(() => SendAsync(new("services", _scene.Own.Id), new(Right.ViewInvoices)));
        await _scene.Views.DidNotReceiveWithAnyArgs().RemoveAsync(default, default);
    }

    private Task SendAsync(RemoveView command, ViewScene? scene = null)
    {
        scene ??= _scene;
        return new RemoveView.Handler(scene.OwnOnes, scene.Views, scene.Audit).Handle(command, default);
    }
}
