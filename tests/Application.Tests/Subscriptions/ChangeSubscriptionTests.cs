using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Subscriptions;

[Covers("SVC-10", "ordering a change")]
public sealed class ChangeSubscriptionTests
{
    private static readonly DateOnly April = new(2026, 4, 1);
    private readonly ChangeScene _scene = new();

    [Fact]
    public async Task It_is_sent_on_its_day_with_all_that_the_service_is_to_have()
    {
        await SendAsync(_scene.Twenty.Id);
        var order = _scene.Saved.ShouldHaveSingleItem();
        order.Lines.ShouldHaveSingleItem().Detail.ShouldBeOfType<ChangeDetail>().ShouldSatisfyAllConditions(
            d => d.DataPackage.ShouldBe(new ChangePart(_scene.Twenty.Id, "D20", "20 GB")), d => d.After.ShouldBe("20 GB, Fri, Norden"));
        await _scene.Work.Received(1).EnqueueAsync(new NewWork(SendOrder.KindName, order.Id) { DueOn = April }, Arg.Any<CancellationToken>());
        await _scene.Subscriptions.Received(1).SaveAsync(_scene.Service, Arg.Any<CancellationToken>());
        (_scene.Audit.Before, _scene.Audit.After).ShouldSatisfyAllConditions(a => a.Before.ShouldNotBeNull().ShouldContain("10 GB"), a => a.After.ShouldNotBeNull().ShouldContain("20 GB"));
    }

    [Fact]
    public async Task No_price_lists_beside_the_base_one_is_a_choice_too()
    {
        await SendAsync(null, extra: []);
        ((ChangeDetail)_scene.Saved.ShouldHaveSingleItem().Lines[0].Detail).After.ShouldBe("10 GB, Fri");
    }

    [Fact]
    public async Task What_is_not_offered_is_refused()
    {
        (await Should.ThrowAsync<InvalidInputException>(() => SendAsync(Guid.CreateVersion7()))).Problems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Field.ShouldBe("DataPackage"), p => p.Code.ShouldBe("PlanUnknown"));
        (await Should.ThrowAsync<InvalidInputException>(() => SendAsync(null, list: _scene.Norden.Id))).Problems[0].Field.ShouldBe("PriceList");
        (await Should.ThrowAsync<InvalidInputException>(() => SendAsync(null, extra: [_scene.Fri.Id]))).Problems[0].Field.ShouldBe("ExtraPriceLists");
        _scene.Saved.ShouldBeEmpty();
    }

    [Fact]
    public async Task There_is_one_change_at_a_time()
    {
        _scene.HasOpen();
        (await Should.ThrowAsync<ConflictException>(() => SendAsync(_scene.Twenty.Id))).Code.ShouldBe("ChangeOpen");
    }

    [Fact]
    public async Task At_another_price_than_was_shown_nothing_is_ordered()
    {
        // 10 GB for 99 is part of what the service costs now: nothing, here.
        var price = Money.FromKronor(149 - 99);
        (await Should.ThrowAsync<ConflictException>(() => SendAsync(_scene.Twenty.Id, shown: price + Money.FromKronor(1)))).Code.ShouldBe("TermsChanged");
        _scene.Saved.ShouldBeEmpty();
        await SendAsync(_scene.Twenty.Id, shown: price);
        _scene.Saved.ShouldHaveSingleItem().Lines[0].MonthlyPrice.ShouldBe(price);
    }

    [Fact]
    public async Task Nothing_changed_is_refused() => (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(_scene.Ten.Id))).Code.ShouldBe("ChangeNothing");

    [Fact]
    public Task A_service_outside_the_reach_is_not_there() => Should.ThrowAsync<NotFoundException>(() => SendAsync(_scene.Twenty.Id, service: Guid.CreateVersion7()));

    [Fact]
    public void A_day_is_needed_and_lists_without_end_are_not_taken() =>
        new ChangeSubscription.Validator().Problems(new ChangeSubscription(_scene.Service.Id, null, null, [.. Enumerable.Repeat(Guid.Empty, 101)], null, Guid.CreateVersion7()))
            .ShouldBe(["StartsOn NotNullValidator", "ExtraPriceLists PlanUnknown"]);

    private Task<PlacedOrder> SendAsync(Guid? package, Guid? list = null, IReadOnlyList<Guid>? extra = null, Guid? service = null, Money? shown = null) =>
        new ChangeSubscription.Handler(_scene.Subscriptions, _scene.Plans, _scene.Desk, _scene.User, _scene.Audit)
            .Handle(new ChangeSubscription(service ?? _scene.Service.Id, package, list, extra, April, Guid.CreateVersion7()) { MonthlyPrice = shown }, default);
}
