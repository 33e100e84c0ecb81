using Connect.Application.Common.Errors;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.TestKit;

namespace Connect.Application.Tests.Subscriptions;

[Covers("SVC-10", "what a change would cost, and from when")]
public sealed class GetChangeTests
{
    private readonly ChangeScene _scene = new();

    [Fact]
    public async Task It_tells_what_there_is_and_what_can_be_had()
    {
        (await AskAsync(null)).ShouldSatisfyAllConditions(
            t => t.Now.Names.ShouldBe("10 GB, Fri, Norden"), t => t.Packages.Count.ShouldBe(3), t => t.BasePriceLists.ShouldBe([_scene.Fri]), t => t.ExtraPriceLists.ShouldBe([_scene.Norden]),
            t => t.Outcome.ShouldBeNull(), t => t.Obstacle.ShouldBeNull());
    }

    [Fact]
    public async Task Of_a_choice_it_tells_the_price_and_the_first_day()
    {
        (await AskAsync(new(_scene.Twenty.Id, null, []))).Outcome.ShouldNotBeNull().ShouldSatisfyAllConditions(
            o => (o.PriceAfter - o.PriceBefore).Kronor.ShouldBe(149 - 99 - 29), o => o.Earliest.ShouldBe(Scene.Today), o => o.IsLower.ShouldBeFalse());
        (await AskAsync(new(_scene.Five.Id, null, null))).Outcome.ShouldNotBeNull().ShouldSatisfyAllConditions(o => o.Earliest.ShouldBe(Scene.Today.AddDays(1)), o => o.IsLower.ShouldBeTrue());
    }

    [Fact]
    public async Task A_day_that_can_not_be_chosen_is_told() =>
        (await Should.ThrowAsync<DomainRuleException>(() => AskAsync(new(_scene.Five.Id, null, null), Scene.Today))).Code.ShouldBe("ChangeTooEarly");

    [Fact]
    public async Task An_open_change_stands_against_another()
    {
        _scene.HasOpen();
        (await AskAsync(new(_scene.Twenty.Id, null, null))).ShouldSatisfyAllConditions(t => t.Obstacle.ShouldBe("ChangeOpen"), t => t.Outcome.ShouldBeNull());
    }

    [Fact]
    public Task A_service_outside_the_reach_is_not_there() => Should.ThrowAsync<NotFoundException>(() => AskAsync(null, service: Guid.CreateVersion7()));

    private Task<ChangeTerms> AskAsync(PlanChoice? choice, DateOnly? day = null, Guid? service = null) =>
        new GetChange.Handler(_scene.Subscriptions, _scene.Plans, _scene.Desk, _scene.User, Scene.Clock()).Handle(new GetChange(service ?? _scene.Service.Id, choice, day), default);
}
