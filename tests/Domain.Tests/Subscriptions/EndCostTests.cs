using System.Globalization;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.TestKit;

namespace Connect.Domain.Tests.Subscriptions;

/// <summary>Today is 10 March 2026, the notice three months: invoiced until 10 June. The service costs 300, with the ordered change 390. The costs were computed by hand.</summary>
[Covers("SVC-13", "what is ordered of the price counts after the end")]
public sealed class EndCostTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-03-10", false, "2026-04-01", 910.00, 390, "", "from today: April and May of 390, ten days of June's thirty")]
    [InlineData("2026-03-31", false, "2026-04-01", 910.00, 390, "", "from the last day of use")]
    [InlineData("2026-03-10", true, "2026-04-01", 910.00, 390, "", "the operator has it and it begins before the end")]
    [InlineData("2026-04-01", false, "2026-04-01", 700.00, 300, null, "on the day of the end: called off")]
    [InlineData("2026-05-16", false, "2026-04-01", 700.00, 300, null, "after the end: called off")]
    [InlineData("2026-05-16", true, "2026-04-01", 776.45, 300, "1001", "the operator has it: April 300, of May 15 days of 300 and 16 of 390, of June ten of 390; if it is carried out")]
    [InlineData("2026-06-11", true, "2026-04-01", 700.00, 300, null, "after all that is invoiced")]
    [InlineData("2026-03-10", false, "2026-06-11", 0.00, 300, null, "nothing is invoiced after the end")]
    public void Days_after_the_end_cost_what_will_hold_on_them(string changesOn, bool isSent, string endsOn, double cost, double first, string? unsure, string why)
    {
        var change = Change(Day(changesOn), 300, 390);
        if (isSent) change.Sent(null, Now);
        var found = Cost(Service(300), Day(endsOn), change);
        (found.Cost, found.MonthlyPrice).ShouldBe((Money.FromKronor((decimal)cost), Money.FromKronor((decimal)first)), why);
        found.Changes.ShouldBe(unsure is null ? [] : [new ComingPrice(Day(changesOn), Money.FromKronor(390), "1001")], why);
        string.Join(",", found.Unsure).ShouldBe(unsure ?? "", why);
    }

    [Fact]
    public void The_order_of_the_end_says_it()
    {
        var service = Service(300);
        var end = service.Terminate(new OrderStart("1002", null, "Anna", Now, Day("2026-04-01"), null), [Change(Day("2026-03-10"), 300, 390)]);
        end.Lines[0].Detail.ShouldBe(new TerminationDetail(Day("2026-06-10"), Money.FromKronor(910), WasBarred: false));
    }

    [Theory]
    [InlineData(390, 910.00, "a load told of the new price before the order was done")]
    [InlineData(330, 980.00, "the price rose by 30 since the order: 420 with the change")]
    public void A_price_that_changed_since_the_order_is_counted_as_the_change_will_count_it(int now, double cost, string why) =>
        Cost(Service(now), Day("2026-04-01"), Change(Day("2026-03-10"), 300, 390)).Cost.ShouldBe(Money.FromKronor((decimal)cost), why);

    [Fact]
    public void A_change_that_is_wished_off_may_make_it_another_cost()
    {
        var change = Change(Day("2026-03-10"), 300, 390);
        change.RequestCancel(Now, null);
        Cost(Service(300), Day("2026-04-01"), change).ShouldSatisfyAllConditions(c => c.Cost.Kronor.ShouldBe(910), c => c.Unsure.ShouldBe(["1001"]));
    }

    [Fact]
    public void So_may_a_change_of_the_operators_own_whose_price_is_not_known()
    {
        var change = Order.Place(OrderType.Change, Guid.Empty, Guid.Empty, Start(Day("2026-03-10")), [OrderLine.For(Guid.Empty, new LoadedDetail(OrderType.Change, "Nytt avtal"))]);
        Cost(Service(300), Day("2026-04-01"), change).ShouldSatisfyAllConditions(c => c.Cost.Kronor.ShouldBe(700), c => c.Changes.ShouldBeEmpty(), c => c.Unsure.ShouldBe(["1001"]));
    }

    private static EndCost Cost(Subscription service, DateOnly endsOn, Order open) => service.CostAfter(endsOn, service.Data.Terms.InvoicedUntil(endsOn, Day("2026-03-10")), [open]);

    private static Order Change(DateOnly from, int before, int after) => Order.Place(OrderType.Change, Guid.Empty, Guid.Empty, Start(from),
        [OrderLine.For(Guid.Empty, new ChangeDetail(null, null, [], "", Money.FromKronor(before), Money.FromKronor(after)))]);

    private static OrderStart Start(DateOnly on) => new("1001", null, "Anna", Now, on, null);

    private static Subscription Service(int price) => new(new SubscriptionData
    {
        Id = Guid.CreateVersion7(), OrganisationId = Guid.CreateVersion7(), ExternalId = "S1", AccountId = Guid.CreateVersion7(), Kind = SubscriptionKind.Mobile,
        Status = SubscriptionStatus.Active, UserName = "Åke Ek", NoticeMonths = 3, MonthlyPrice = Money.FromKronor(price), Version = 1,
    });

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
