using Connect.Application.Common.Errors;
using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.Domain.Orders;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Subscriptions;

[Covers("SVC-12", "what can be bought, for how much and until when")]
public sealed class GetTopUpTests
{
    private readonly TopUpScene _scene = new();

    [Fact]
    public async Task It_tells_what_can_be_bought_for_how_much_and_until_when()
    {
        (await AskAsync()).ShouldSatisfyAllConditions(
            t => t.Offered.Select(offered => (offered.Name, offered.MonthlyPrice.Kronor)).ShouldBe([("Extra 2 GB", 79m), ("Extra 10 GB", 199m)]),
            t => (t.Month, t.LastDay).ShouldBe((new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31))), t => t.Package!.Name.ShouldBe("10 GB"), t => t.Obstacle.ShouldBeNull());
    }

    [Fact]
    public async Task What_was_bought_and_what_is_under_way_is_told()
    {
        var order = _scene.Service.TopUp(TopUpScene.Package("10 GB", 10, 99), _scene.Two, new OrderStart("1002", null, "Anna", Scene.Now, Scene.Today, null));
        _scene.Orders.OpenOfServiceAsync(Scene.Reach.OrganisationId, _scene.Service.Id, Arg.Any<CancellationToken>()).Returns([order, Scene.Replacement(_scene.Service.Id)]);
        _scene.TopUps.OfMonthAsync(Scene.Reach.OrganisationId, _scene.Service.Id, new DateOnly(2026, 3, 1), Arg.Any<CancellationToken>()).Returns([new DeliveredTopUp("Extra 10 GB", 10, Scene.Now)]);
        (await AskAsync()).ShouldSatisfyAllConditions(t => t.Delivered.ShouldHaveSingleItem().Name.ShouldBe("Extra 10 GB"), t => t.UnderWay.ShouldHaveSingleItem().ShouldBe(new TopUpUnderWay("1002", "Extra 2 GB")));
    }

    [Fact]
    public async Task What_stands_against_it_is_told()
    {
        _scene.HasPackage(null);
        (await AskAsync()).Obstacle.ShouldBe("TopUpNoPackage");
        _scene.HasPackage(TopUpScene.Package("10 GB", 10, 99));
        _scene.TopUps.OfferedAsync(Arg.Any<CancellationToken>()).Returns([]);
        (await AskAsync()).Obstacle.ShouldBe("TopUpNoneOffered");
        _scene.Service.Terminate(new OrderStart("1003", null, "Anna", Scene.Now, Scene.Today, null), []);
        (await AskAsync()).Obstacle.ShouldBe("TopUpServiceEnds");
    }

    [Fact]
    public async Task A_service_that_ends_within_the_month_can_use_it_till_then()
    {
        _scene.Service.Terminate(new OrderStart("1003", null, "Anna", Scene.Now, Scene.Today.AddDays(5), null), []);
        (await AskAsync()).ShouldSatisfyAllConditions(t => t.LastDay.ShouldBe(Scene.Today.AddDays(4)), t => t.Ends.ShouldBe(Scene.Today.AddDays(5)), t => t.Obstacle.ShouldBeNull());
    }

    [Fact]
    public Task A_service_outside_the_reach_is_not_there() => Should.ThrowAsync<NotFoundException>(() => AskAsync(Guid.CreateVersion7()));

    private Task<TopUpTerms> AskAsync(Guid? service = null) =>
        new GetTopUp.Handler(_scene.Subscriptions, _scene.TopUpDesk, _scene.Orders, _scene.User).Handle(new GetTopUp(service ?? _scene.Service.Id), default);
}
