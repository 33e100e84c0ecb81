using Connect.Domain.Common;
using Connect.Domain.Subscriptions;

namespace Connect.Domain.Tests.Subscriptions;

public sealed class ReferencesTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Each_field_that_changes_stands_in_the_history_with_what_was_before()
    {
        var service = Service();
        service.EditReferences(new("ake.ek", " 4712 ", ""), "Anna", At)
            .ShouldBe([new("ExternalUserName", null, "ake.ek"), new("CostCentre", "4711", "4712"), new("EmployeeNumber", "85202", null)]);
        service.Data.References.ShouldBe(new ServiceReferences("ake.ek", "4712", null));
        service.NewEvents.Select(line => (line.Kind, line.Actor, line.At)).Distinct().ShouldBe([(SubscriptionEventKinds.ReferenceEdited, "Anna", At)]);
        service.NewEvents.Select(line => string.Join('|', line.Values)).ShouldBe(["ExternalUserName||ake.ek", "CostCentre|4711|4712", "EmployeeNumber|85202|"]);
    }

    [Theory]
    [InlineData(null, "4711", "85202")]
    [InlineData("  ", " 4711", "85202 ")]
    public void The_same_in_another_spelling_is_no_change(string? external, string? costCentre, string? employee)
    {
        var service = Service();
        service.EditReferences(new(external, costCentre, employee), "Anna", At).ShouldBeEmpty();
        service.NewEvents.ShouldBeEmpty();
    }

    [Fact]
    public void A_sign_written_in_two_parts_is_kept_as_one()
    {
        var service = Service();
        service.EditReferences(new(null, "Va\u030Ard", "85202"), "Anna", At);
        service.Data.CostCentre.ShouldBe("V\u00E5rd");
    }

    [Theory]
    [InlineData(SubscriptionStatus.Ordered, null)]
    [InlineData(SubscriptionStatus.Active, null)]
    [InlineData(SubscriptionStatus.Barred, null)]
    [InlineData(SubscriptionStatus.Terminating, null)]
    [InlineData(SubscriptionStatus.Terminated, "ServiceHasEnded")]
    public void Whatever_has_not_ended_can_be_given_them(SubscriptionStatus status, string? code)
    {
        var service = Service(status);
        Subscription.WhyNotEdited(status).ShouldBe(code);
        if (code is null) service.EditReferences(new("ake", null, null), "Anna", At).ShouldNotBeEmpty();
        else Should.Throw<DomainRuleException>(() => service.EditReferences(new("ake", null, null), "Anna", At)).Code.ShouldBe(code);
    }

    [Fact]
    public void What_the_operator_refuses_is_as_before_and_the_history_says_why()
    {
        var service = Service();
        var wished = service.EditReferences(new("ake.ek", "4712", "85202"), "Anna", At);
        service.ReferencesRefused(wished, "Nej.", At);
        service.Data.References.ShouldBe(new ServiceReferences(null, "4711", "85202"));
        service.NewEvents.Skip(2).Select(line => string.Join('|', [line.Kind, line.Actor, .. line.Values])).ShouldBe(
            ["ReferenceRefused|operator|ExternalUserName|ake.ek||Nej.", "ReferenceRefused|operator|CostCentre|4712|4711|Nej."]);
    }

    [Fact]
    public void A_refusal_leaves_what_was_changed_once_more_since()
    {
        var service = Service();
        var wished = service.EditReferences(new("ake.ek", "4712", "85202"), "Anna", At);
        service.EditReferences(new("ake.ek", "4713", "85202"), "Anna", At);
        service.ReferencesRefused(wished, "Nej.", At);
        service.Data.References.ShouldBe(new ServiceReferences(null, "4713", "85202"));
    }

    private static Subscription Service(SubscriptionStatus status = SubscriptionStatus.Active) => new(new SubscriptionData
    {
        Id = Guid.CreateVersion7(), OrganisationId = Guid.CreateVersion7(), ExternalId = "T-1", AccountId = Guid.CreateVersion7(), Kind = SubscriptionKind.Broadband, Status = status,
        UserName = "Åke Ek", CostCentre = "4711", EmployeeNumber = "85202", Version = 1,
    });
}
