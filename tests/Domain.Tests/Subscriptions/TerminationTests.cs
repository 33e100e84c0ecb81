using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.TestKit;

namespace Connect.Domain.Tests.Subscriptions;

[Covers("SVC-13", "what a termination does to the service")]
public sealed class TerminationTests
{
    /// <summary>23:30 in Stockholm on 10 March.</summary>
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 22, 30, 0, TimeSpan.Zero);

    [Fact]
    public void The_service_is_ending_and_the_order_says_until_when_it_is_invoiced()
    {
        var service = Service();
        var order = service.Terminate(Start(new(2026, 4, 1)), []);
        (service.Data.Status, service.Data.EndsOn).ShouldBe((SubscriptionStatus.Terminating, new DateOnly(2026, 4, 1)));
        // Notice given on the 10th: three months. From 1 April: two months of 300 and ten days of June.
        order.Lines.ShouldHaveSingleItem().Detail.ShouldBe(new TerminationDetail(new(2026, 6, 10), Money.FromKronor(700), WasBarred: false));
        service.NewEvents.ShouldHaveSingleItem().Values.ShouldBe(["1001", "2026-04-01", "2026-06-10"]);
    }

    [Theory]
    [InlineData(SubscriptionStatus.Ordered, "ServiceNotActive")]
    [InlineData(SubscriptionStatus.Terminating, "TerminationOpen")]
    [InlineData(SubscriptionStatus.Terminated, "ServiceHasEnded")]
    public void A_service_that_is_not_in_use_can_not_be_ended(SubscriptionStatus status, string code)
    {
        Should.Throw<DomainRuleException>(() => Service(status).Terminate(Start(new(2026, 4, 1)), [])).Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("2026-03-09", "DayHasBeen")]
    [InlineData("2036-03-11", "DayTooFar")]
    [InlineData("2026-03-10", null)]
    [InlineData("2028-02-29", null)]
    [InlineData("2036-03-10", null)]
    public void The_day_is_today_or_one_of_the_next_ten_years(string day, string? code)
    {
        var service = Service();
        void End() => service.Terminate(Start(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), []);
        if (code is null) Should.NotThrow(End);
        else Should.Throw<DomainRuleException>(End).ShouldSatisfyAllConditions(e => e.Code.ShouldBe(code), e => e.Field.ShouldBe("EndsOn"));
    }

    [Fact]
    public void Carried_out_the_service_has_ended_and_its_card_never_works_again()
    {
        var service = Service();
        var card = new SimCard(new SimCardData { Id = Guid.CreateVersion7(), OrganisationId = service.OrganisationId, SubscriptionId = service.Id, Icc = "8946010000000000012", Form = SimForm.Physical, State = SimCardState.Active, Version = 1 });
        var order = service.Terminate(Start(new(2026, 3, 11)), []);
        service.Terminated(order, card, Now.AddDays(1));
        (service.Data.Status, service.Data.EndsOn, card.Data.State).ShouldBe((SubscriptionStatus.Terminated, new DateOnly(2026, 3, 11), SimCardState.Expired));
    }

    [Theory]
    [InlineData(SubscriptionStatus.Active)]
    [InlineData(SubscriptionStatus.Barred)]
    public void Called_off_the_service_goes_on_as_it_stood(SubscriptionStatus before)
    {
        var service = Service(before);
        var order = service.Terminate(Start(new(2026, 4, 1)), []);
        order.Cancel(Now);
        service.TerminationEnded(order, (TerminationDetail)order.Lines[0].Detail, "Anna", Now);
        (service.Data.Status, service.Data.EndsOn).ShouldBe((before, (DateOnly?)null));
        service.NewEvents[^1].Kind.ShouldBe(SubscriptionEventKinds.TerminationCancelled);
    }

    [Fact]
    public void Rejected_the_reason_stands_in_the_history()
    {
        var service = Service();
        var order = service.Terminate(Start(new(2026, 4, 1)), []);
        order.Reject("Obetald faktura", Now);
        service.TerminationEnded(order, (TerminationDetail)order.Lines[0].Detail, SubscriptionEvent.OperatorActor, Now);
        service.Data.Status.ShouldBe(SubscriptionStatus.Active);
        service.NewEvents[^1].Values.ShouldBe(["1001", "Obetald faktura"]);
    }

    private static OrderStart Start(DateOnly endsOn) => new("1001", Guid.CreateVersion7(), "Anna", Now, endsOn, endsOn);

    private static Subscription Service(SubscriptionStatus status = SubscriptionStatus.Active) => new(new SubscriptionData
    {
        Id = Guid.CreateVersion7(), OrganisationId = Guid.CreateVersion7(), ExternalId = "S1", AccountId = Guid.CreateVersion7(), Kind = SubscriptionKind.Mobile,
        Status = status, UserName = "Åke Ek", NoticeMonths = 3, MonthlyPrice = Money.FromKronor(300), Version = 1,
    });
}
