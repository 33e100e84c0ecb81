using System.Globalization;
using Connect.Application.Common.Errors;
using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Subscriptions;

[Covers("SVC-13", "what is told beforehand")]
public sealed class GetTerminationTests
{
    private static readonly DateOnly April = new(2026, 4, 1);
    private readonly ISubscriptionRepository _subscriptions = Substitute.For<ISubscriptionRepository>();
    private readonly IOrderRepository _orders = Substitute.For<IOrderRepository>();
    private readonly Subscription _service = Scene.Service();

    public GetTerminationTests()
    {
        Holds(_service);
        _orders.OpenOfServiceAsync(Scene.Reach.OrganisationId, _service.Id, Arg.Any<CancellationToken>()).Returns([Scene.Replacement(_service.Id)]);
    }

    [Fact]
    public async Task Until_when_it_is_invoiced_what_that_costs_and_what_is_called_off()
    {
        var today = (await AskAsync(Scene.Today)).Outcome.ShouldNotBeNull();
        (today.IsAtOnce, today.InvoicedUntil, today.CostAfter).ShouldBe((true, Scene.Today, Money.Zero));
        today.Ended.ShouldHaveSingleItem().ShouldBe(new EndedChange("1001", OrderType.SimReplacement, Scene.Today));
        (await AskAsync(April)).Outcome.ShouldNotBeNull().ShouldSatisfyAllConditions(o => o.IsAtOnce.ShouldBeFalse(), o => o.Ended.ShouldBeEmpty());
    }

    [Fact]
    public async Task What_the_operator_has_already_is_not_called_off()
    {
        var begun = Scene.Replacement(_service.Id);
        begun.Sent("OP-1", Scene.Now);
        _orders.OpenOfServiceAsync(Scene.Reach.OrganisationId, _service.Id, Arg.Any<CancellationToken>()).Returns([begun]);
        var outcome = (await AskAsync(Scene.Today)).Outcome.ShouldNotBeNull();
        outcome.Ended.ShouldBeEmpty();
        outcome.Begun.ShouldHaveSingleItem().OrderNumber.ShouldBe("1001");
    }

    [Fact]
    public async Task A_day_that_has_been_is_refused() =>
        (await Should.ThrowAsync<DomainRuleException>(() => AskAsync(Scene.Today.AddDays(-1)))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("DayHasBeen"), e => e.Field.ShouldBe("EndsOn"));

    [Fact]
    public async Task Without_a_day_the_terms_stand_alone() => (await AskAsync(null)).ShouldSatisfyAllConditions(t => t.Outcome.ShouldBeNull(), t => t.Obstacle.ShouldBeNull());

    [Theory]
    [InlineData(0, null, "2026-03-11")]
    [InlineData(3, null, "2026-06-11")]
    [InlineData(3, "2026-06-11", "2026-06-12")]
    [InlineData(3, "2026-05-31", "2026-06-11")]
    public async Task The_first_day_that_costs_nothing_after_the_end_is_told(int months, string? committed, string from)
    {
        var until = committed is null ? (DateOnly?)null : DateOnly.Parse(committed, CultureInfo.InvariantCulture);
        var bound = new Subscription(_service.Data with { NoticeMonths = months, CommittedUntil = until, MonthlyPrice = Money.FromKronor(300) });
        Holds(bound);
        var terms = await AskAsync(null);
        terms.FreeFrom.ShouldBe(DateOnly.Parse(from, CultureInfo.InvariantCulture));
        (await AskAsync(terms.FreeFrom)).Outcome!.CostAfter.ShouldBe(Money.Zero);
        if (terms.FreeFrom > Scene.Today.AddDays(1)) (await AskAsync(terms.FreeFrom.AddDays(-1))).Outcome!.CostAfter.ShouldNotBe(Money.Zero);
    }

    [Fact]
    public async Task What_can_not_be_ended_says_why()
    {
        var ending = Scene.Service(SubscriptionStatus.Terminating);
        Holds(ending);
        (await AskAsync(April, ending.Id)).ShouldSatisfyAllConditions(t => t.Obstacle.ShouldBe("TerminationOpen"), t => t.Outcome.ShouldBeNull());
    }

    [Fact]
    public Task A_service_outside_the_reach_is_not_there() => Should.ThrowAsync<NotFoundException>(() => AskAsync(April, Guid.CreateVersion7()));

    private void Holds(Subscription service) => _subscriptions.FindAsync(Scene.Reach, service.Id, Arg.Any<CancellationToken>()).Returns(service);

    private Task<TerminationTerms> AskAsync(DateOnly? endsOn, Guid? id = null) =>
        new GetTermination.Handler(_subscriptions, _orders, Scene.Caller(), Scene.Clock()).Handle(new GetTermination(id ?? _service.Id, endsOn), default);
}
