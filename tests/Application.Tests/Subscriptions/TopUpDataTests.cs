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

[Covers("SVC-12", "ordering a top-up")]
public sealed class TopUpDataTests
{
    private static readonly DateOnly March = new(2026, 3, 1);
    private readonly TopUpScene _scene = new();

    [Fact]
    public async Task It_is_sent_at_once_at_the_price_of_the_catalogue()
    {
        var answer = await SendAsync(_scene.Two.Id);
        var order = _scene.Saved.ShouldHaveSingleItem();
        (answer.Id, answer.Number, order.Data.Type, order.Lines[0].OneTimePrice.Kronor).ShouldBe((order.Id, "1001", OrderType.TopUp, 79m));
        ((TopUpDetail)order.Lines[0].Detail).Month.ShouldBe(March);
        await _scene.Work.Received(1).EnqueueAsync(new NewWork(SendOrder.KindName, order.Id), Arg.Any<CancellationToken>());
        await _scene.Subscriptions.Received(1).SaveAsync(_scene.Service, Arg.Any<CancellationToken>());
        _scene.Audit.After.ShouldNotBeNull().ShouldContain("Extra 2 GB");
    }

    [Fact]
    public async Task Several_may_be_open_on_one_service()
    {
        await SendAsync(_scene.Two.Id);
        await SendAsync(_scene.Ten.Id);
        _scene.Saved.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_not_offered_is_refused()
    {
        (await Should.ThrowAsync<InvalidInputException>(() => SendAsync(Guid.CreateVersion7()))).Problems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Field.ShouldBe("DataPackage"), p => p.Code.ShouldBe("PlanUnknown"));
        _scene.Saved.ShouldBeEmpty();
    }

    [Fact]
    public async Task Shown_before_midnight_and_confirmed_in_the_next_month_nothing_is_ordered()
    {
        _scene.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 31, 22, 0, 0, TimeSpan.Zero)); // 00:00 in Stockholm on 1 April
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(_scene.Two.Id, March))).Code.ShouldBe("TopUpMonthOver");
        _scene.Saved.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_minute_before_midnight_it_is_for_the_month_that_ends()
    {
        _scene.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 31, 21, 59, 0, TimeSpan.Zero));
        await SendAsync(_scene.Two.Id, March);
        ((TopUpDetail)_scene.Saved.ShouldHaveSingleItem().Lines[0].Detail).Month.ShouldBe(March);
    }

    [Fact]
    public async Task A_package_without_limit_needs_none()
    {
        _scene.HasPackage(TopUpScene.Package("Obegränsat", null, 299));
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(_scene.Two.Id))).Code.ShouldBe("TopUpUnlimited");
        _scene.Saved.ShouldBeEmpty();
    }

    [Fact]
    public Task A_service_outside_the_reach_is_not_there() => Should.ThrowAsync<NotFoundException>(() => SendAsync(_scene.Two.Id, service: Guid.CreateVersion7()));

    [Fact]
    public void A_package_is_chosen()
    {
        new TopUpData.Validator().Problems(new TopUpData(_scene.Service.Id, null, null, Guid.CreateVersion7())).ShouldBe(["DataPackage TopUpNone"]);
        new TopUpData.Validator().Problems(new TopUpData(_scene.Service.Id, _scene.Two.Id, null, Guid.CreateVersion7())).ShouldBeEmpty();
    }

    private Task<PlacedOrder> SendAsync(Guid package, DateOnly? month = null, Guid? service = null) =>
        new TopUpData.Handler(_scene.Subscriptions, _scene.TopUpDesk, _scene.Desk, _scene.User, _scene.Audit)
            .Handle(new TopUpData(service ?? _scene.Service.Id, package, month, Guid.CreateVersion7()), default);
}
