using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.TestKit;

namespace Connect.Domain.Tests.Subscriptions;

[Covers("SVC-11", "what a move does to the service")]
public sealed class MoveTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly April = new(2026, 4, 1);
    private static readonly Guid From = Guid.CreateVersion7(), To = Guid.CreateVersion7();
    private static readonly MoveDetail Wanted = new(To, "1001", "Verkstad", "1002", "Kontor");

    [Fact]
    public void Carried_out_it_belongs_to_the_other_account_from_the_day_of_the_order()
    {
        var service = Service();
        var order = service.Move(Wanted, Start(April));
        service.Data.AccountId.ShouldBe(From);
        service.Moved(order, Wanted, Now.AddDays(25));
        (service.Data.AccountId, service.Left).ShouldBe((To, new AccountLeft(From, April)));
        service.NewEvents.Select(e => e.Values).ShouldBe([["1001", "Verkstad (1001)", "Kontor (1002)", "2026-04-01"], ["1001", "Verkstad (1001)", "Kontor (1002)"]]);
    }

    [Fact]
    public void Rejected_or_called_off_it_stays()
    {
        var service = Service();
        var order = service.Move(Wanted, Start(April));
        order.Reject("Kontot är spärrat", Now);
        service.MoveEnded(order, SubscriptionEvent.OperatorActor, Now);
        (service.Data.AccountId, service.Left).ShouldBe((From, (AccountLeft?)null));
        service.NewEvents[^1].Values.ShouldBe(["1001", "Kontot är spärrat"]);
    }

    [Theory]
    [InlineData(SubscriptionStatus.Active, null)]
    [InlineData(SubscriptionStatus.Barred, null)]
    [InlineData(SubscriptionStatus.Terminating, null)]
    [InlineData(SubscriptionStatus.Ordered, "ServiceNotActive")]
    [InlineData(SubscriptionStatus.Terminated, "ServiceHasEnded")]
    public void A_service_in_use_can_be_moved(SubscriptionStatus status, string? code)
    {
        void Move() => Service(status).Move(Wanted, Start(April));
        if (code is null) Should.NotThrow(Move);
        else Should.Throw<DomainRuleException>(Move).Code.ShouldBe(code);
    }

    [Fact]
    public void It_can_be_moved_on_a_day_before_it_ends_only()
    {
        var service = Service();
        service.Terminate(Start(April), []);
        Should.Throw<DomainRuleException>(() => service.Move(Wanted, Start(April))).ShouldSatisfyAllConditions(
            e => e.Code.ShouldBe("ServiceEndsFirst"), e => e.Field.ShouldBe("StartsOn"), e => e.Arguments.ShouldBe(["2026-04-01"]));
        Should.NotThrow(() => service.Move(Wanted, Start(April.AddDays(-1))));
    }

    [Fact]
    public void Where_it_is_already_it_is_not_moved_to() =>
        Should.Throw<DomainRuleException>(() => Service().Move(Wanted with { ToAccountId = From }, Start(April))).ShouldSatisfyAllConditions(
            e => e.Code.ShouldBe("MoveSameAccount"), e => e.Field.ShouldBe("Account"));

    [Fact]
    public void A_day_that_has_been_is_refused() =>
        Should.Throw<DomainRuleException>(() => Service().Move(Wanted, Start(new(2026, 3, 9)))).Code.ShouldBe("DayHasBeen");

    private static OrderStart Start(DateOnly day) => new("1001", Guid.CreateVersion7(), "Anna", Now, day, day);

    private static Subscription Service(SubscriptionStatus status = SubscriptionStatus.Active) => new(new SubscriptionData
    {
        Id = Guid.CreateVersion7(), OrganisationId = Guid.CreateVersion7(), ExternalId = "S1", AccountId = From, Kind = SubscriptionKind.Mobile, Status = status, UserName = "Åke Ek", Version = 1,
    });
}
