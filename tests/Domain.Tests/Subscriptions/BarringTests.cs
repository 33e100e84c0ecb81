using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.TestKit;

namespace Connect.Domain.Tests.Subscriptions;

public sealed class BarringTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(BarringKind.AllOutgoing, BarringKind.OutgoingInternational, true)]
    [InlineData(BarringKind.AllOutgoing, BarringKind.OutgoingInternationalExceptHome, true)]
    [InlineData(BarringKind.AllOutgoing, BarringKind.PremiumCalls, true)]
    [InlineData(BarringKind.AllOutgoing, BarringKind.OutgoingSms, false)]
    [InlineData(BarringKind.AllOutgoing, BarringKind.AllIncoming, false)]
    [InlineData(BarringKind.OutgoingInternational, BarringKind.OutgoingInternationalExceptHome, true)]
    [InlineData(BarringKind.OutgoingInternationalExceptHome, BarringKind.OutgoingInternational, false)]
    [InlineData(BarringKind.AllIncoming, BarringKind.IncomingWhenRoaming, true)]
    [InlineData(BarringKind.AllRoaming, BarringKind.IncomingWhenRoaming, true)]
    [InlineData(BarringKind.AllRoaming, BarringKind.RoamingData, true)]
    [InlineData(BarringKind.AllData, BarringKind.RoamingData, true)]
    [InlineData(BarringKind.OutgoingSms, BarringKind.PremiumMessages, false)]
    [InlineData(BarringKind.LostOrStolen, BarringKind.AllOutgoing, true)]
    [InlineData(BarringKind.LostOrStolen, BarringKind.PremiumMessages, true)]
    [InlineData(BarringKind.LostOrStolen, BarringKind.LostOrStolen, false)]
    [Covers("SVC-7", "what is contained in another")]
    public void A_barring_contains_those_that_bar_nothing_more(BarringKind kind, BarringKind other, bool contains) => kind.Contains(other).ShouldBe(contains);

    [Fact]
    [Covers("SVC-7", "3GPP names")]
    public void Each_is_called_what_the_standard_calls_it_and_found_by_that_name()
    {
        Enum.GetValues<BarringKind>().Select(kind => kind.NetworkName()).ShouldBe([
            "BAOC", "BOIC", "BOIC-exHC", "BAIC", "BIC-Roam", "ODB-PremiumCalls", "ODB-PremiumMessages", "ODB-RoamingData", "ODB-OutgoingSms", "ODB-LostOrStolen", "ODB-AllData", "ODB-AllRoaming"]);
        foreach (var kind in Enum.GetValues<BarringKind>()) BarringFacts.FromNetworkName(kind.NetworkName()).ShouldBe(kind);
        BarringFacts.FromNetworkName("BAXX").ShouldBeNull();
    }

    [Fact]
    public void What_is_so_already_is_left_out()
    {
        var change = Set(BarringKind.PremiumCalls).Change([BarringKind.PremiumCalls, BarringKind.OutgoingSms, BarringKind.OutgoingSms], [BarringKind.AllData]);
        (change.Added.ShouldHaveSingleItem(), change.Removed.Count).ShouldBe((BarringKind.OutgoingSms, 0));
        Set(BarringKind.PremiumCalls).Change([BarringKind.PremiumCalls], []).IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData(new[] { BarringKind.AllOutgoing }, new[] { BarringKind.OutgoingInternational })]
    [InlineData(new BarringKind[0], new[] { BarringKind.AllOutgoing, BarringKind.PremiumCalls })]
    [InlineData(new[] { BarringKind.LostOrStolen }, new[] { BarringKind.OutgoingSms })]
    [Covers("SVC-7", "what is contained in another")]
    public void A_barring_that_is_contained_in_another_is_not_added(BarringKind[] now, BarringKind[] add)
    {
        var problem = Should.Throw<DomainRuleException>(() => Set(now).Change(add, []));
        (problem.Code, problem.Field).ShouldBe(("BarringContained", "Add"));
    }

    [Fact]
    public void A_larger_barring_leaves_the_smaller_as_it_is_and_takes_its_place_when_that_goes()
    {
        var now = Set(BarringKind.OutgoingInternational);
        now.Change([BarringKind.AllOutgoing], []).ShouldSatisfyAllConditions(change => change.Added.ShouldBe([BarringKind.AllOutgoing]), change => change.Removed.ShouldBeEmpty());
        var swapped = Set(BarringKind.AllOutgoing).Change([BarringKind.OutgoingInternational], [BarringKind.AllOutgoing]);
        (swapped.Added.Single(), swapped.Removed.Single()).ShouldBe((BarringKind.OutgoingInternational, BarringKind.AllOutgoing));
    }

    [Fact]
    [Covers("SVC-7", "several on one service")]
    public void Several_come_and_go_at_once_and_stand_in_the_history()
    {
        var service = Service();
        var change = service.ChangeBarrings(Set(BarringKind.AllData), [BarringKind.PremiumCalls, BarringKind.OutgoingSms], [BarringKind.AllData], "Anna", At);
        (change.Added.Count, change.Removed.Single()).ShouldBe((2, BarringKind.AllData));
        service.NewEvents.Select(line => (line.Kind, line.Actor, line.Values[0])).ShouldBe([
            (SubscriptionEventKinds.BarringsAdded, "Anna", "PremiumCalls,OutgoingSms"), (SubscriptionEventKinds.BarringsRemoved, "Anna", "AllData")]);
    }

    [Theory]
    [InlineData(SubscriptionKind.Mobile, SubscriptionStatus.Active, null)]
    [InlineData(SubscriptionKind.PbxUser, SubscriptionStatus.Active, null)]
    [InlineData(SubscriptionKind.Mobile, SubscriptionStatus.Barred, null)]
    [InlineData(SubscriptionKind.Mobile, SubscriptionStatus.Terminating, null)]
    [InlineData(SubscriptionKind.Mobile, SubscriptionStatus.Ordered, "MobileNotInUse")]
    [InlineData(SubscriptionKind.Mobile, SubscriptionStatus.Terminated, "MobileNotInUse")]
    [InlineData(SubscriptionKind.MobileBroadband, SubscriptionStatus.Active, "MobileOnly")]
    [InlineData(SubscriptionKind.FixedTelephony, SubscriptionStatus.Active, "MobileOnly")]
    [InlineData(SubscriptionKind.Broadband, SubscriptionStatus.Terminated, "MobileOnly")]
    [Covers("SVC-7", "which services")]
    public void Only_a_mobile_service_in_use_is_barred(SubscriptionKind kind, SubscriptionStatus status, string? code)
    {
        MobileNetwork.Obstacle(kind, status).ShouldBe(code);
        var service = Service(status, kind);
        if (code is null) service.ChangeBarrings(Set(), [BarringKind.AllData], [], "Anna", At).IsEmpty.ShouldBeFalse();
        else Should.Throw<DomainRuleException>(() => service.ChangeBarrings(Set(), [BarringKind.AllData], [], "Anna", At)).Code.ShouldBe(code);
    }

    [Theory]
    [InlineData(SubscriptionStatus.Active, false, SubscriptionStatus.Barred, SubscriptionStatus.Active)]
    [InlineData(SubscriptionStatus.Terminating, true, SubscriptionStatus.Terminating, SubscriptionStatus.Terminating)]
    [InlineData(SubscriptionStatus.Barred, true, SubscriptionStatus.Barred, SubscriptionStatus.Terminating)]
    [Covers("SVC-7", "lost or stolen: bar everything at once")]
    public void A_lost_service_is_barred_as_a_whole_and_what_it_was_when_that_is_lifted(SubscriptionStatus before, bool ends, SubscriptionStatus barred, SubscriptionStatus lifted)
    {
        var service = Service(before, ends: ends);
        service.BarringsTaken(Set(), new([BarringKind.LostOrStolen], []), At).ShouldBe(before != barred);
        service.Data.Status.ShouldBe(barred);
        service.BarringsTaken(Set(BarringKind.LostOrStolen), new([], [BarringKind.LostOrStolen]), At).ShouldBe(barred != lifted);
        service.Data.Status.ShouldBe(lifted);
    }

    [Fact]
    public void Other_barrings_leave_the_status_as_it_is()
    {
        var service = Service();
        service.BarringsTaken(Set(), new([BarringKind.AllOutgoing, BarringKind.AllIncoming], [BarringKind.AllData]), At).ShouldBeFalse();
        service.Data.Status.ShouldBe(SubscriptionStatus.Active);
    }

    [Fact]
    [Covers("SVC-14", "when a barring began and ceased to act")]
    public void What_the_operator_has_carried_out_stands_in_the_history_and_what_was_so_already_does_not()
    {
        var service = Service();
        service.BarringsTaken(Set(BarringKind.AllData, BarringKind.AllIncoming), new([BarringKind.AllIncoming, BarringKind.OutgoingSms, BarringKind.PremiumCalls], [BarringKind.AllData, BarringKind.RoamingData]), At);
        service.NewEvents.Select(line => (line.Kind, line.Actor, line.Values.Single())).ShouldBe([
            (SubscriptionEventKinds.BarringsInEffect, SubscriptionEvent.OperatorActor, "PremiumCalls,OutgoingSms"), (SubscriptionEventKinds.BarringsLifted, SubscriptionEvent.OperatorActor, "AllData")]);
        var again = Service();
        again.BarringsTaken(Set(BarringKind.OutgoingSms), new([BarringKind.OutgoingSms], [BarringKind.AllData]), At);
        again.NewEvents.ShouldBeEmpty();
    }

    [Fact]
    public void A_refusal_is_the_operators_and_says_why()
    {
        var service = Service();
        service.BarringsRefused(new([BarringKind.AllData], [BarringKind.OutgoingSms]), "Nej.", At);
        var line = service.NewEvents.ShouldHaveSingleItem();
        (line.Kind, line.Actor).ShouldBe((SubscriptionEventKinds.BarringsRefused, SubscriptionEvent.OperatorActor));
        line.Values.ShouldBe(["AllData,OutgoingSms", "Nej."]);
    }

    private static BarringSet Set(params BarringKind[] kinds) => new(kinds);

    private static Subscription Service(SubscriptionStatus status = SubscriptionStatus.Active, SubscriptionKind kind = SubscriptionKind.Mobile, bool ends = false) => new(new SubscriptionData
    {
        Id = Guid.CreateVersion7(), OrganisationId = Guid.CreateVersion7(), ExternalId = "T-1", AccountId = Guid.CreateVersion7(), Kind = kind, Status = status, UserName = "Åke Ek",
        EndsOn = ends ? new DateOnly(2026, 6, 30) : null, Version = 1,
    });
}
