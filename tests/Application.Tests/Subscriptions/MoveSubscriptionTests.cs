using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.Domain.Accounts;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Subscriptions;

[Covers("SVC-11", "ordering a move")]
public sealed class MoveSubscriptionTests
{
    private static readonly DateOnly April = new(2026, 4, 1);
    private readonly ISubscriptionRepository _subscriptions = Substitute.For<ISubscriptionRepository>();
    private readonly IAccountRepository _accounts = Substitute.For<IAccountRepository>();
    private readonly IOrderRepository _orders = Substitute.For<IOrderRepository>();
    private readonly IWorkQueue _work = Substitute.For<IWorkQueue>();
    private readonly Scene.Audit _audit = new();
    private readonly CurrentUser _user = Scene.Caller();
    private readonly Subscription _service = Scene.Service();
    private readonly Account _target = AccountOf(Guid.CreateVersion7(), "1002", "Kontoret", "Kontor");
    private readonly List<Order> _saved = [];

    public MoveSubscriptionTests()
    {
        _subscriptions.FindAsync(Scene.Reach, _service.Id, Arg.Any<CancellationToken>()).Returns(_service);
        _accounts.FindAsync(Scene.Reach, "1002", Arg.Any<CancellationToken>()).Returns(_target);
        _accounts.FindForOperatorAsync(Scene.Reach.OrganisationId, _service.Data.AccountId, Arg.Any<CancellationToken>()).Returns(AccountOf(_service.Data.AccountId, "1001", "Verkstad", null));
        _orders.SaveAsync(Arg.Do<Order>(_saved.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
    }

    [Fact]
    public async Task It_is_sent_on_its_day_with_both_accounts()
    {
        await SendAsync(" 1002 ", April);
        var order = _saved.ShouldHaveSingleItem();
        order.Lines.ShouldHaveSingleItem().Detail.ShouldBe(new MoveDetail(_target.Id, "1001", "Verkstad", "1002", "Kontor"));
        await _work.Received(1).EnqueueAsync(new NewWork(SendOrder.KindName, order.Id) { DueOn = April }, Arg.Any<CancellationToken>());
        await _subscriptions.Received(1).SaveAsync(_service, Arg.Any<CancellationToken>());
        (_audit.Before, _audit.After).ShouldSatisfyAllConditions(a => a.Before.ShouldNotBeNull().ShouldContain("1001"), a => a.After.ShouldNotBeNull().ShouldContain("1002"));
    }

    [Fact]
    [Covers("SVC-11", "an account within reach")]
    public async Task An_account_outside_the_reach_is_not_there()
    {
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync("9999", April))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("AccountUnknown"), e => e.Field.ShouldBe("Account"));
        _saved.ShouldBeEmpty();
    }

    [Fact]
    public Task A_service_outside_the_reach_is_not_there() => Should.ThrowAsync<NotFoundException>(() => SendAsync("1002", April, Guid.CreateVersion7()));

    [Fact]
    public async Task There_is_one_move_at_a_time()
    {
        _orders.HasOpenAsync(Scene.Reach, _service.Id, OrderType.Move, Arg.Any<CancellationToken>()).Returns(true);
        (await Should.ThrowAsync<ConflictException>(() => SendAsync("1002", April))).Code.ShouldBe("MoveOpen");
    }

    [Fact]
    public void An_account_and_a_day_are_needed() =>
        new MoveSubscription.Validator().Problems(new MoveSubscription(_service.Id, " ", null, Guid.CreateVersion7())).ShouldBe(["Account NotEmptyValidator", "StartsOn NotNullValidator"]);

    private static Account AccountOf(Guid id, string number, string name, string? alias) => new(new AccountData
    {
        Id = id, OrganisationId = Scene.Reach.OrganisationId, ExternalId = number, Number = number, Name = name, Alias = alias, Version = 1,
    });

    private Task<PlacedOrder> SendAsync(string account, DateOnly day, Guid? id = null)
    {
        var numbers = Substitute.For<INumberSeries>();
        numbers.NextAsync("order", Arg.Any<CancellationToken>()).Returns(1001);
        var desk = new OrderDesk(_orders, numbers, _work, _user, Scene.Clock());
        return new MoveSubscription.Handler(_subscriptions, _accounts, desk, _user, _audit).Handle(new MoveSubscription(id ?? _service.Id, account, day, Guid.CreateVersion7()), default);
    }
}
