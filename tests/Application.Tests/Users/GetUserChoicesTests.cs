using Connect.Application.Tests.Common;
using Connect.Application.Users;
using Connect.Domain.Users;
using Connect.TestKit;

namespace Connect.Application.Tests.Users;

[Covers("USR-2", "only rights and products that the acting user has can be chosen")]
public sealed class GetUserChoicesTests
{
    [Fact]
    public async Task What_one_has_oneself_can_be_given()
    {
        var scene = new UserScene(Right.ManageUsers, Right.PlaceOrders, Right.ViewAccounts);
        var all = await SendAsync(scene);
        all.Rights.ShouldBe([Right.ViewAccounts, Right.PlaceOrders, Right.ManageUsers]);
        (all.MustLimitProducts, all.Products.Count).ShouldBe((false, 2));
        scene.Limits = ProductLimits.To([UserScene.Broadband]);
        var limited = await SendAsync(scene);
        (limited.MustLimitProducts, limited.Products.ShouldHaveSingleItem().Id).ShouldBe((true, UserScene.Broadband));
    }

    [Fact]
    public async Task Without_the_right_to_order_there_are_no_products_to_give()
    {
        var choices = await SendAsync(new UserScene(Right.ManageUsers));
        (choices.MustLimitProducts, choices.Products.Count).ShouldBe((false, 0));
    }

    private static Task<UserChoices> SendAsync(UserScene scene) => new GetUserChoices.Handler(scene.Acting, scene.Offer, Scene.Clock()).Handle(new(), default);
}
