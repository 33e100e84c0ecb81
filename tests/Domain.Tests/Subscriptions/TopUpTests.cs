using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.TestKit;

namespace Connect.Domain.Tests.Subscriptions;

/// <summary>It is 30 November 2026, a minute before midnight in Stockholm.</summary>
[Covers("SVC-12", "the rules of a top-up")]
public sealed class TopUpTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 22, 59, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 30);
    private static readonly DataPackage Ten = new(Guid.CreateVersion7(), "D10", "10 GB", 10_000_000_000, Money.FromKronor(99));
    private static readonly DataPackage Two = new(Guid.CreateVersion7(), "T2", "Extra 2 GB", 2_000_000_000, Money.FromKronor(79));

    [Fact]
    public void It_is_an_order_of_a_price_once_for_the_month_in_which_it_is_ordered()
    {
        var service = Service();
        var order = service.TopUp(Ten, Two, Start());
        order.Data.ShouldSatisfyAllConditions(d => d.Type.ShouldBe(OrderType.TopUp), d => d.AccountId.ShouldBe(service.Data.AccountId), d => d.StartsOn.ShouldBe(Today));
        var line = order.Lines.ShouldHaveSingleItem();
        (line.OneTimePrice.Kronor, line.MonthlyPrice.Kronor, line.SubscriptionId).ShouldBe((79m, 0m, service.Id));
        line.Detail.ShouldBe(new TopUpDetail(new ChangePart(Two.Id, "T2", "Extra 2 GB"), 2_000_000_000, Money.FromKronor(79), new DateOnly(2026, 11, 1)));
        service.NewEvents.ShouldHaveSingleItem().ShouldSatisfyAllConditions(e => e.Kind.ShouldBe(SubscriptionEventKinds.TopUpOrdered), e => e.Values.ShouldBe(["1001", "Extra 2 GB", "2026-11-01"]));
        service.Data.MonthlyPrice.Kronor.ShouldBe(300);
    }

    [Fact]
    public void Delivered_in_the_next_month_it_counts_for_the_one_it_was_ordered_for()
    {
        var service = Service();
        var order = service.TopUp(Ten, Two, Start());
        service.ToppedUp(order, (TopUpDetail)order.Lines[0].Detail, Now.AddHours(9));
        service.NewEvents[^1].ShouldSatisfyAllConditions(e => e.Kind.ShouldBe(SubscriptionEventKinds.ToppedUp), e => e.Values[2].ShouldBe("2026-11-01"), e => e.OrderId.ShouldBe(order.Id));
    }

    [Fact]
    public void Several_may_be_ordered() => Should.NotThrow(() =>
    {
        var service = Service();
        service.TopUp(Ten, Two, Start());
        service.TopUp(Ten, Two, Start());
    });

    [Theory]
    [InlineData(SubscriptionKind.Mobile, SubscriptionStatus.Active, null)]
    [InlineData(SubscriptionKind.PbxUser, SubscriptionStatus.Active, null)]
    [InlineData(SubscriptionKind.MobileBroadband, SubscriptionStatus.Terminating, null)]
    [InlineData(SubscriptionKind.Mobile, SubscriptionStatus.Barred, "TopUpBarred")]
    [InlineData(SubscriptionKind.Mobile, SubscriptionStatus.Ordered, "ServiceNotActive")]
    [InlineData(SubscriptionKind.Mobile, SubscriptionStatus.Terminated, "ServiceHasEnded")]
    [InlineData(SubscriptionKind.Broadband, SubscriptionStatus.Active, "TopUpNotForThisService")]
    [InlineData(SubscriptionKind.FixedTelephony, SubscriptionStatus.Active, "TopUpNotForThisService")]
    public void Mobile_services_that_work_can_be_topped_up(SubscriptionKind kind, SubscriptionStatus status, string? code)
    {
        void TopUp() => Service(kind, status).TopUp(Ten, Two, Start());
        if (code is null) Should.NotThrow(TopUp);
        else Should.Throw<DomainRuleException>(TopUp).Code.ShouldBe(code);
    }

    [Fact]
    public void A_package_is_needed_and_one_that_can_run_out()
    {
        Should.Throw<DomainRuleException>(() => Service().TopUp(null, Two, Start())).Code.ShouldBe("TopUpNoPackage");
        Should.Throw<DomainRuleException>(() => Service().TopUp(Ten with { Bytes = null }, Two, Start())).Code.ShouldBe("TopUpUnlimited");
    }

    [Theory]
    [InlineData(null, "2026-11-30")]
    [InlineData("2026-12-31", "2026-11-30")]
    [InlineData("2026-12-01", "2026-11-30")]
    [InlineData("2026-11-30", "2026-11-29")]
    [InlineData("2026-11-28", "2026-11-27")]
    public void It_can_be_used_to_the_end_of_the_month_or_of_the_service(string? ends, string last) =>
        Service(ends: ends is null ? null : DateOnly.Parse(ends, null)).LastDayOfTopUp(new DateOnly(2026, 11, 3)).ShouldBe(DateOnly.Parse(last, null));

    [Fact]
    public void Nothing_is_sold_on_the_day_the_service_ends()
    {
        Should.Throw<DomainRuleException>(() => Service(status: SubscriptionStatus.Terminating, ends: Today).TopUp(Ten, Two, Start())).Code.ShouldBe("TopUpServiceEnds");
        Should.NotThrow(() => Service(status: SubscriptionStatus.Terminating, ends: Today.AddDays(1)).TopUp(Ten, Two, Start()));
    }

    [Theory]
    [InlineData(true, SubscriptionEventKinds.TopUpRejected)]
    [InlineData(false, SubscriptionEventKinds.TopUpCancelled)]
    public void Nothing_may_come_of_it(bool rejected, string kind)
    {
        var service = Service();
        var order = service.TopUp(Ten, Two, Start());
        if (rejected) order.Reject("Säljs inte längre", Now);
        else order.Cancel(Now);
        service.TopUpEnded(order, "Anna", Now);
        service.NewEvents[^1].ShouldSatisfyAllConditions(e => e.Kind.ShouldBe(kind), e => e.Values[0].ShouldBe("1001"));
    }

    private static OrderStart Start() => new("1001", Guid.CreateVersion7(), "Anna", Now, Today, Today);

    private static Subscription Service(SubscriptionKind kind = SubscriptionKind.Mobile, SubscriptionStatus status = SubscriptionStatus.Active, DateOnly? ends = null) => new(new SubscriptionData
    {
        Id = Guid.CreateVersion7(), OrganisationId = Guid.CreateVersion7(), ExternalId = "S1", AccountId = Guid.CreateVersion7(), Kind = kind, Status = status, UserName = "Åke Ek",
        EndsOn = ends, MonthlyPrice = Money.FromKronor(300), Version = 1,
    });
}
