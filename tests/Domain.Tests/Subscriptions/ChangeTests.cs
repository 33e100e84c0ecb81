using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.TestKit;

namespace Connect.Domain.Tests.Subscriptions;

[Covers("SVC-10", "when a data package and price lists can be changed, and what that costs")]
public sealed class ChangeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly PriceList Fri = List("Fri", 0), Bas = List("Bas", 20), Norden = List("Norden", 29);
    private static readonly ServicePlan Ten = Plan(10, 99);

    [Fact]
    public void More_data_can_be_had_at_once_and_the_price_is_the_old_one_less_the_old_plan_plus_the_new()
    {
        var service = Service();
        var wanted = Plan(20, 149) with { Base = Bas, Extra = [Norden] };
        var order = service.Change(Ten, wanted, Start(Today));
        (order.Lines[0].MonthlyPrice.Kronor, service.Data.MonthlyPrice.Kronor).ShouldBe((300 - 99 + 149 + 20 + 29, 300));
        ((ChangeDetail)order.Lines[0].Detail).ShouldSatisfyAllConditions(
            d => d.DataPackage!.Id.ShouldBe("D20"), d => d.PriceList!.Id.ShouldBe("Bas"), d => d.ExtraPriceLists.ShouldHaveSingleItem().Id.ShouldBe("Norden"),
            d => d.MonthlyPriceBefore.Kronor.ShouldBe(300), d => d.After.ShouldBe("20 GB, Bas, Norden"));
        service.Changed(order, Ten, wanted, (ChangeDetail)order.Lines[0].Detail, Now);
        service.Data.MonthlyPrice.Kronor.ShouldBe(399);
        service.NewEvents.Select(e => e.Values).ShouldBe([["1001", "10 GB, Fri", "20 GB, Bas, Norden", "2026-03-10"], ["1001", "10 GB, Fri", "20 GB, Bas, Norden"]]);
    }

    [Fact]
    public void A_load_that_told_of_the_change_first_is_not_counted_twice()
    {
        var (service, wanted) = (Service(), Plan(20, 149));
        var order = service.Change(Ten, wanted, Start(Today));
        service.Changed(order, wanted, wanted, (ChangeDetail)order.Lines[0].Detail, Now);
        service.Data.MonthlyPrice.Kronor.ShouldBe(300);
    }

    [Theory]
    [InlineData(3, false, null, "2026-06-11")]
    [InlineData(3, true, null, "2026-07-01")]
    [InlineData(3, false, "2026-12-31", "2027-01-01")]
    [InlineData(0, false, null, "2026-03-11")]
    public void Less_data_waits_for_notice_and_commitment(int months, bool toMonthEnd, string? committed, string earliest)
    {
        var service = Service(months: months, toMonthEnd: toMonthEnd, committed: committed is null ? null : DateOnly.Parse(committed, null));
        var first = DateOnly.Parse(earliest, null);
        service.EarliestChange(Ten, Plan(5, 49), Today).ShouldBe(first);
        Should.Throw<DomainRuleException>(() => service.Change(Ten, Plan(5, 49), Start(first.AddDays(-1)))).ShouldSatisfyAllConditions(
            e => e.Code.ShouldBe("ChangeTooEarly"), e => e.Field.ShouldBe("StartsOn"), e => e.Arguments.ShouldBe([earliest]));
        Should.NotThrow(() => service.Change(Ten, Plan(5, 49), Start(first)));
    }

    [Fact]
    public void Without_limit_is_the_most_and_no_package_the_least()
    {
        Ten.HasLessDataThan(Plan(null, 299)).ShouldBeTrue();
        Plan(null, 299).HasLessDataThan(Ten).ShouldBeFalse();
        (Ten with { Package = null }).HasLessDataThan(Plan(0, 0)).ShouldBeTrue();
        Ten.HasLessDataThan(Ten).ShouldBeFalse();
    }

    [Fact]
    public void Another_price_list_with_the_same_package_can_be_had_at_once() =>
        Should.NotThrow(() => Service().Change(Ten, Ten with { Base = Bas }, Start(Today)));

    [Fact]
    public void Nothing_changed_is_refused() =>
        Should.Throw<DomainRuleException>(() => Service().Change(Ten with { Extra = [Norden, Bas] }, Ten with { Extra = [Bas, Norden] }, Start(Today))).Code.ShouldBe("ChangeNothing");

    [Theory]
    [InlineData(SubscriptionKind.Mobile, SubscriptionStatus.Active, null)]
    [InlineData(SubscriptionKind.PbxUser, SubscriptionStatus.Barred, null)]
    [InlineData(SubscriptionKind.MobileBroadband, SubscriptionStatus.Terminating, null)]
    [InlineData(SubscriptionKind.Mobile, SubscriptionStatus.Ordered, "ServiceNotActive")]
    [InlineData(SubscriptionKind.Mobile, SubscriptionStatus.Terminated, "ServiceHasEnded")]
    [InlineData(SubscriptionKind.Broadband, SubscriptionStatus.Active, "ChangeNotForThisService")]
    [InlineData(SubscriptionKind.FixedTelephony, SubscriptionStatus.Active, "ChangeNotForThisService")]
    public void Mobile_services_in_use_can_be_changed(SubscriptionKind kind, SubscriptionStatus status, string? code)
    {
        void Change() => Service(kind, status).Change(Ten, Plan(20, 149), Start(Today));
        if (code is null) Should.NotThrow(Change);
        else Should.Throw<DomainRuleException>(Change).Code.ShouldBe(code);
    }

    [Fact]
    public void Not_on_the_day_the_service_ends_nor_on_one_that_has_been()
    {
        var service = Service();
        service.Terminate(Start(Today.AddDays(9)), []);
        Should.Throw<DomainRuleException>(() => service.Change(Ten, Plan(20, 149), Start(Today.AddDays(9)))).Code.ShouldBe("ServiceEndsFirst");
        Should.Throw<DomainRuleException>(() => service.Change(Ten, Plan(20, 149), Start(Today.AddDays(-1)))).Code.ShouldBe("DayHasBeen");
        Should.Throw<DomainRuleException>(() => Service().Change(Ten, Plan(20, 149), Start(Today.AddYears(10).AddDays(1)))).Code.ShouldBe("DayTooFar");
    }

    [Fact]
    public void Rejected_it_has_what_it_had()
    {
        var service = Service();
        var order = service.Change(Ten, Plan(20, 149), Start(Today));
        order.Reject("Paketet säljs inte längre", Now);
        service.ChangeEnded(order, SubscriptionEvent.OperatorActor, Now);
        (service.Data.MonthlyPrice.Kronor, service.NewEvents[^1].Kind).ShouldBe((300, SubscriptionEventKinds.ChangeRejected));
        service.NewEvents[^1].Values.ShouldBe(["1001", "Paketet säljs inte längre"]);
    }

    private static ServicePlan Plan(int? giga, decimal monthly) =>
        new(new DataPackage(new Guid(giga ?? -1, 0, 0, new byte[8]), $"D{giga}", $"{giga} GB", giga * 1_000_000_000L, Money.FromKronor(monthly)), Fri, []);

    private static PriceList List(string name, decimal monthly) => new(Guid.CreateVersion7(), name, name, null, true, Money.FromKronor(monthly));

    private static OrderStart Start(DateOnly day) => new("1001", Guid.CreateVersion7(), "Anna", Now, day, day);

    private static Subscription Service(SubscriptionKind kind = SubscriptionKind.Mobile, SubscriptionStatus status = SubscriptionStatus.Active, int months = 3, bool toMonthEnd = false, DateOnly? committed = null) => new(new SubscriptionData
    {
        Id = Guid.CreateVersion7(), OrganisationId = Guid.CreateVersion7(), ExternalId = "S1", AccountId = Guid.CreateVersion7(), Kind = kind, Status = status, UserName = "Åke Ek",
        NoticeMonths = months, NoticeToMonthEnd = toMonthEnd, CommittedUntil = committed, MonthlyPrice = Money.FromKronor(300), Version = 1,
    });
}
