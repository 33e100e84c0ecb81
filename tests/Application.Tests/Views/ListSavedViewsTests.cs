using Connect.Application.Common.Errors;
using Connect.Application.Views;
using Connect.Domain.Users;

namespace Connect.Application.Tests.Views;

public sealed class ListSavedViewsTests
{
    [Fact]
    public async Task Ones_own_and_shared_views_are_given()
    {
        var scene = new ViewScene();
        (await SendAsync(scene, "services")).ShouldBe([scene.Own, scene.Shared]);
    }

    [Fact]
    public async Task It_wants_a_list_that_there_is_and_its_rights()
    {
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(new(), "secrets"));
        await Should.ThrowAsync<ForbiddenException>(() => SendAsync(new(Right.ViewInvoices), "services"));
    }

    private static Task<IReadOnlyList<SavedView>> SendAsync(ViewScene scene, string list) =>
        new ListSavedViews.Handler(scene.Lists, scene.Views, scene.User).Handle(new(list), default);
}
