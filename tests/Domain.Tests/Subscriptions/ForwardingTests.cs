using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.TestKit;

namespace Connect.Domain.Tests.Subscriptions;

public sealed class ForwardingTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero);
    private static readonly CallForwarding Busy = new(CallForwardingKind.Busy, "+46846500411"), NoReply = new(CallForwardingKind.NoReply, "+46701740699", 20);

    [Fact]
    [Covers("SVC-8", "3GPP names and ring times")]
    public void Each_kind_is_called_what_the_standard_calls_it()
    {
        Enum.GetValues<CallForwardingKind>().Select(kind => kind.NetworkName()).ShouldBe(["CFU", "CFNRc", "CFB", "CFNRy"]);
        ForwardingFacts.RingTimes.ShouldBe([5, 10, 15, 20, 25, 30]);
    }

    [Theory]
    [InlineData("112")]
    [InlineData(" 1 1 2 ")]
    [InlineData("+46112")]
    [InlineData("0046 112")]
    [InlineData("0112")]
    [InlineData("+46 (0)112")]
    [Covers("SVC-8", "never to the emergency number")]
    public void The_emergency_number_is_no_target_in_any_spelling(string typed) => ForwardingTarget.Problem(typed, out _).ShouldBe(ForwardingTarget.Emergency);

    [Theory]
    [InlineData(null)]
    [InlineData("hej")]
    [InlineData("12345")]
    [InlineData("118 118")]
    [InlineData("+46118118")]
    [InlineData("+46 114 14")]
    [InlineData("072")]
    [InlineData("+46701234567890123")]
    [InlineData("070-174 06 99\0")]
    [Covers("SVC-8", "a valid number")]
    public void What_is_no_subscribers_number_is_none(string? typed) => ForwardingTarget.Problem(typed, out _).ShouldBe(ForwardingTarget.NoNumber);

    [Theory]
    [InlineData("070-174 06 99", null)]
    [InlineData("0046 70 174 06 99", null)]
    [InlineData("08-12 34 56", null)]
    [InlineData("+47 22 12 34 56", null)]
    [InlineData("0900-123 45 67", ForwardingTarget.Premium)]
    [InlineData("+46 939 123 45 67", ForwardingTarget.Premium)]
    [InlineData("0046(0)944-1234567", ForwardingTarget.Premium)]
    [InlineData("070 174 06 31", ForwardingTarget.Self)]
    [InlineData("+46 (0)70-174 06 31", ForwardingTarget.Self)]
    [InlineData("004670-1740631", ForwardingTarget.Self)]
    [InlineData("08/465 004 10", ForwardingTarget.Self)]
    [Covers("SVC-8", "never itself")]
    public void A_number_in_any_spelling_is_held_against_the_services_own(string typed, string? problem)
    {
        var service = Service();
        ForwardingTarget.Problem(typed, out var number, service.Data.OwnNumbers).ShouldBe(problem);
        if (problem is null) service.ChangeForwardings(new([]), [Busy with { Target = number.E164 }], [], "Anna", At).Set.Single().Target.ShouldBe(number.E164);
        else Should.Throw<DomainRuleException>(() => service.ChangeForwardings(new([]), [Busy with { Target = number.E164 }], [], "Anna", At)).ShouldSatisfyAllConditions(
            error => error.Code.ShouldBe(problem), error => error.Field.ShouldBe("Busy.Target"), _ => service.NewEvents.ShouldBeEmpty());
    }

    [Fact]
    [Covers("SVC-8", "register, change, remove")]
    public void They_are_set_changed_and_removed_and_stand_in_the_history()
    {
        var service = Service();
        var change = service.ChangeForwardings(new([Busy, NoReply]), [NoReply with { RingSeconds = 25 }, Busy], [CallForwardingKind.NotReachable], "Anna", At);
        (change.Set.Single(), change.Removed.Count).ShouldBe((NoReply with { RingSeconds = 25 }, 0), "what is so already is left out");
        service.ChangeForwardings(new([Busy, NoReply]), [], [CallForwardingKind.NoReply, CallForwardingKind.Busy], "Anna", At).Removed.ShouldBe([CallForwardingKind.Busy, CallForwardingKind.NoReply]);
        service.NewEvents.Select(line => (line.Kind, line.Actor, line.Values[0])).ShouldBe([
            (SubscriptionEventKinds.ForwardingsSet, "Anna", "NoReply +46701740699 25"), (SubscriptionEventKinds.ForwardingsRemoved, "Anna", "Busy,NoReply")]);
        service.ChangeForwardings(new([Busy]), [Busy], [], "Anna", At).IsEmpty.ShouldBeTrue();
        service.NewEvents.Count.ShouldBe(2);
    }

    [Fact]
    public void A_set_with_a_change_has_one_of_each_kind()
    {
        var after = new ForwardingSet([NoReply, Busy]).With(new([Busy with { Target = "+46701740698" }], [CallForwardingKind.NoReply]));
        after.ToString().ShouldBe("Busy +46701740698");
        after.Find(CallForwardingKind.NoReply).ShouldBeNull();
    }

    [Fact]
    [Covers("SVC-14", "when a forwarding began and ceased to act")]
    public void What_the_operator_has_carried_out_stands_in_the_history_and_what_was_so_already_does_not()
    {
        var service = Service();
        service.ForwardingsTaken(new([Busy, NoReply with { RingSeconds = 10 }]), new([NoReply], [CallForwardingKind.Busy, CallForwardingKind.NotReachable]), At);
        service.NewEvents.Select(line => (line.Kind, line.Actor, line.Values.Single())).ShouldBe([
            (SubscriptionEventKinds.ForwardingsInEffect, SubscriptionEvent.OperatorActor, "NoReply +46701740699 20"), (SubscriptionEventKinds.ForwardingsEnded, SubscriptionEvent.OperatorActor, "Busy")]);
        var again = Service();
        again.ForwardingsTaken(new([Busy]), new([Busy], [CallForwardingKind.NoReply]), At);
        again.NewEvents.ShouldBeEmpty();
    }

    [Fact]
    public void A_refusal_is_the_operators_and_says_why()
    {
        var service = Service();
        service.ForwardingsRefused(new([NoReply], [CallForwardingKind.Busy]), "Nej.", At);
        var line = service.NewEvents.ShouldHaveSingleItem();
        (line.Kind, line.Actor).ShouldBe((SubscriptionEventKinds.ForwardingsRefused, SubscriptionEvent.OperatorActor));
        line.Values.ShouldBe(["NoReply +46701740699 20,Busy", "Nej."]);
    }

    [Theory]
    [InlineData(SubscriptionKind.Mobile, SubscriptionStatus.Terminated, "MobileNotInUse")]
    [InlineData(SubscriptionKind.MobileBroadband, SubscriptionStatus.Active, "MobileOnly")]
    [InlineData(SubscriptionKind.FixedTelephony, SubscriptionStatus.Active, "MobileOnly")]
    [Covers("SVC-8", "which services")]
    public void Only_a_mobile_service_in_use_is_forwarded(SubscriptionKind kind, SubscriptionStatus status, string code) =>
        Should.Throw<DomainRuleException>(() => Service(status, kind).ChangeForwardings(new([]), [Busy with { Target = "+46701740698" }], [], "Anna", At)).Code.ShouldBe(code);

    private static Subscription Service(SubscriptionStatus status = SubscriptionStatus.Active, SubscriptionKind kind = SubscriptionKind.PbxUser) => new(new SubscriptionData
    {
        Id = Guid.CreateVersion7(), OrganisationId = Guid.CreateVersion7(), ExternalId = "T-1", AccountId = Guid.CreateVersion7(), Kind = kind, Status = status, UserName = "Åke Ek",
        PhoneNumber = "+46701740631", FixedNumber = "+46846500410", Version = 1,
    });
}
