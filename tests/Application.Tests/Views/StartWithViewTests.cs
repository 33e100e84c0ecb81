using Connect.Application.Common.Errors;
using Connect.Application.Views;
using Connect.Domain.Users;
using NSubstitute;

namespace Connect.Application.Tests.Views;

public sealed class StartWithViewTests
{
    private readonly ViewScene _scene = new();

    [Fact]
    public async Task A_list_opens_with_ones_own_view_a_shared_one_or_none()
    {
        foreach (var id in new Guid?[] { _scene.Own.Id, _scene.Shared.Id, null })
        {
            await SendAsync(new("services", id));
            await _scene.Views.Received(1).StartWithAsync(_scene.User.Identity!.Id, "services", id, Arg.Any<CancellationToken>());
        }
    }

    [Fact]
    public async Task What_the_user_does_not_have_cannot_be_chosen()
    {
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(new("services", Guid.CreateVersion7())));
        await Should.ThrowAsync<ForbiddenException>(() => SendAsync(new("services", null), new(Right.ViewInvoices)));
        await _scene.Views.DidNotReceiveWithAnyArgs().StartWithAsync(default, default!, default, default);
    }

    private Task SendAsync(StartWithView command, ViewScene? scene = null)
    {
        scene ??= _scene;
        return new StartWithView.Handler(scene.Lists, scene.Views, scene.User, scene.Audit).Handle(command, default);
    }
}
