using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.TestKit;

namespace Connect.Domain.Tests.Subscriptions;

[Covers("SVC-12", "the rules of a cost cap")]
public sealed class CostCapTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero);
    private readonly Subscription _service = Service();

    [Fact]
    public void It_is_reached_at_its_amount()
    {
        Cap().IsReached(Money.FromKronor(499.9999m)).ShouldBeFalse();
        Cap().IsReached(Money.FromKronor(500)).ShouldBeTrue();
    }

    [Fact]
    public void Reached_it_bars_premium_and_roaming_and_nothing_that_is_barred_already()
    {
        _service.CostCapReached(Cap(), new BarringSet([]), Now).Added.ShouldBe([BarringKind.PremiumCalls, BarringKind.PremiumMessages, BarringKind.AllRoaming]);
        _service.CostCapReached(Cap(), new BarringSet([BarringKind.PremiumCalls, BarringKind.AllData]), Now).Added.ShouldBe([BarringKind.PremiumMessages, BarringKind.AllRoaming]);
        _service.CostCapReached(Cap(), new BarringSet([BarringKind.LostOrStolen]), Now).IsEmpty.ShouldBeTrue();
        _service.NewEvents.Select(line => line.Values[0]).ShouldBe(["PremiumCalls,PremiumMessages,AllRoaming", "PremiumMessages,AllRoaming", ""]);
        _service.NewEvents.ShouldAllBe(line => line.Kind == SubscriptionEventKinds.CostCapReached && line.Values[1] == "500");
    }

    [Fact]
    public void Lifted_what_it_barred_goes_and_what_is_gone_already_is_left()
    {
        var cap = Cap() with { BarsIn = new DateOnly(2026, 3, 1), Bars = [BarringKind.PremiumMessages, BarringKind.AllRoaming] };
        var change = _service.CostCapLifted(cap, new BarringSet([BarringKind.PremiumCalls, BarringKind.AllRoaming]), Now);
        (change.Added.Count, change.Removed.Single()).ShouldBe((0, BarringKind.AllRoaming));
    }

    [Theory]
    [InlineData(SubscriptionKind.Mobile, SubscriptionStatus.Active, null)]
    [InlineData(SubscriptionKind.PbxUser, SubscriptionStatus.Terminating, null)]
    [InlineData(SubscriptionKind.MobileBroadband, SubscriptionStatus.Active, "MobileOnly")]
    [InlineData(SubscriptionKind.Mobile, SubscriptionStatus.Terminated, "MobileNotInUse")]
    public void Services_that_call_can_have_one(SubscriptionKind kind, SubscriptionStatus status, string? code)
    {
        void Set() => Service(kind, status).SetCostCap(Money.FromKronor(500), "Anna", Now);
        if (code is null) Should.NotThrow(Set);
        else Should.Throw<DomainRuleException>(Set).Code.ShouldBe(code);
        Should.NotThrow(() => Service(kind, status).SetCostCap(null, "Anna", Now));
    }

    private CostCap Cap() => new(_service.Id, Money.FromKronor(500), Guid.CreateVersion7());

    private static Subscription Service(SubscriptionKind kind = SubscriptionKind.Mobile, SubscriptionStatus status = SubscriptionStatus.Active) => new(new SubscriptionData
    {
        Id = Guid.CreateVersion7(), OrganisationId = Guid.CreateVersion7(), ExternalId = "S1", AccountId = Guid.CreateVersion7(), Kind = kind, Status = status, UserName = "Åke Ek", Version = 1,
    });
}
