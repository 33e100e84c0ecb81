using System.Globalization;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Operator;
using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Subscriptions;

[Covers("SVC-13", "ordering the end")]
public sealed class TerminateSubscriptionTests
{
    private static readonly DateOnly April = new(2026, 4, 1);
    private readonly ISubscriptionRepository _subscriptions = Substitute.For<ISubscriptionRepository>();
    private readonly IOrderRepository _orders = Substitute.For<IOrderRepository>();
    private readonly IWorkQueue _work = Substitute.For<IWorkQueue>();
    private readonly IOrderOutcome _replacements = Substitute.For<IOrderOutcome>();
    private readonly Scene.Audit _audit = new();
    private readonly CurrentUser _user = Scene.Caller();
    private readonly Subscription _service = Scene.Service();
    private readonly List<Order> _saved = [];
    private readonly List<NewWork> _toSend = [];

    public TerminateSubscriptionTests()
    {
        _subscriptions.FindAsync(Scene.Reach, _service.Id, Arg.Any<CancellationToken>()).Returns(_service);
        _orders.SaveAsync(Arg.Do<Order>(_saved.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        _orders.OpenOfServiceAsync(Scene.Reach.OrganisationId, _service.Id, Arg.Any<CancellationToken>()).Returns([]);
        _work.EnqueueAsync(Arg.Do<NewWork>(_toSend.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        _replacements.Type.Returns(OrderType.SimReplacement);
    }

    [Fact]
    public async Task The_order_is_sent_on_its_day()
    {
        var answer = await SendAsync(April);
        var order = _saved.ShouldHaveSingleItem();
        (answer.Id, answer.Number, order.Data.Type, order.Data.StartsOn).ShouldBe((order.Id, "1001", OrderType.Termination, April));
        _toSend.ShouldHaveSingleItem().ShouldBe(new NewWork(SendOrder.KindName, order.Id) { DueOn = April });
        await _subscriptions.Received(1).SaveAsync(_service, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Today_is_at_once()
    {
        await SendAsync(Scene.Today);
        _toSend.ShouldHaveSingleItem().DueOn.ShouldBeNull();
    }

    [Fact]
    public async Task It_stands_in_the_audit_log_with_before_and_after()
    {
        await SendAsync(April);
        _audit.About.ShouldBe(("Subscription", _service.Id));
        _audit.Before.ShouldNotBeNull().ShouldContain("Active");
        _audit.After.ShouldNotBeNull().ShouldContain("Terminating");
    }

    [Fact]
    public async Task A_service_outside_the_reach_is_not_there()
    {
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(April, Guid.CreateVersion7()));
        _saved.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-04-01", 0)]
    [InlineData("2026-03-31", 1)]
    public async Task On_other_terms_than_were_shown_nothing_is_ended(string until, int cost)
    {
        var end = new TerminateSubscription(_service.Id, April, Guid.CreateVersion7()) { InvoicedUntil = DateOnly.Parse(until, CultureInfo.InvariantCulture), CostAfter = Money.FromKronor(cost) };
        (await Should.ThrowAsync<ConflictException>(() => SendAsync(end))).Code.ShouldBe("TermsChanged");
        _saved.ShouldBeEmpty();
    }

    [Fact]
    public async Task On_the_terms_that_were_shown_it_is_ended()
    {
        await SendAsync(new TerminateSubscription(_service.Id, April, Guid.CreateVersion7()) { InvoicedUntil = April.AddDays(-1), CostAfter = Money.Zero });
        _saved.ShouldHaveSingleItem().Lines[0].Detail.ShouldBe(new TerminationDetail(April.AddDays(-1), Money.Zero, WasBarred: false));
    }

    [Fact]
    public async Task What_was_to_come_later_and_was_not_begun_is_called_off()
    {
        var (begun, later) = (Scene.Replacement(_service.Id), Scene.Replacement(_service.Id));
        _orders.OpenOfServiceAsync(Scene.Reach.OrganisationId, _service.Id, Arg.Any<CancellationToken>()).Returns([begun, later]);
        _work.CancelAsync(SendOrder.KindName, later.Id, Arg.Any<CancellationToken>()).Returns(true);
        await SendAsync(Scene.Today);
        (begun.State, later.State, later.Data.Reason).ShouldBe((OrderState.Received, OrderState.Cancelled, OwnReasons.ServiceEnds));
        await _replacements.Received(1).EndedAsync(later, "Anna Åkesson", Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task What_comes_before_the_end_stays()
    {
        var before = Scene.Replacement(_service.Id);
        _orders.OpenOfServiceAsync(Scene.Reach.OrganisationId, _service.Id, Arg.Any<CancellationToken>()).Returns([before]);
        _work.CancelAsync(default!, default, default).ReturnsForAnyArgs(true);
        await SendAsync(April);
        before.State.ShouldBe(OrderState.Received);
    }

    [Fact]
    public void A_day_is_needed()
    {
        new TerminateSubscription.Validator().Problems(new TerminateSubscription(_service.Id, null, Guid.CreateVersion7())).ShouldBe(["EndsOn NotNullValidator"]);
        new TerminateSubscription.Validator().Problems(new TerminateSubscription(_service.Id, April, Guid.CreateVersion7())).ShouldBeEmpty();
    }

    private Task<PlacedOrder> SendAsync(DateOnly endsOn, Guid? id = null) => SendAsync(new TerminateSubscription(id ?? _service.Id, endsOn, Guid.CreateVersion7()));

    private Task<PlacedOrder> SendAsync(TerminateSubscription request)
    {
        var numbers = Substitute.For<INumberSeries>();
        numbers.NextAsync("order", Arg.Any<CancellationToken>()).Returns(1001);
        var desk = new OrderDesk(_orders, numbers, _work, _user, Scene.Clock());
        var ending = new OrderEnding(_orders, Scene.Outcomes(_orders, _replacements), _work, new Scene.Transactions(), Scene.Clock());
        return new TerminateSubscription.Handler(_subscriptions, desk, ending, _user, _audit).Handle(request, default);
    }
}
