using Connect.Application.Common.Errors;
using Connect.Application.Operator;
using Connect.Application.Orders;
using Connect.Domain.Orders;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Orders;

public abstract class GetOrderTests(DatabaseEngine engine) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(Engines.Available(engine));
    private World _world = null!;
    private Guid _root, _north, _service;

    public async ValueTask InitializeAsync()
    {
        _world = new World(_database);
        _root = (await _world.OrganisationAsync()).RootId;
        _north = await _world.AccountAsync(_root, "Norr");
        _service = await _world.SubscriptionAsync(_root, "Åke Ström");
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    [Covers("ORD-3", "what was ordered, states with their times, the service linked")]
    public async Task An_order_tells_what_was_ordered_and_how_far_it_came()
    {
        var number = await _world.OrderAsync(_root, _service, OrderState.Rejected, more: [("Reason", OwnReasons.NoAnswer), ("ExternalId", "OP-1")]);
        var order = await AskAsync(_root, number, Right.PlaceOrders);
        (order.SubscriptionId, order.Service, order.ExternalId).ShouldBe((_service, "Åke Ström", "OP-1"));
        ((SimReplacementDetail)order.Lines.ShouldHaveSingleItem().Detail).Way.ShouldBe(SimDeliveryWay.Post);
        order.Steps.Select(step => (step.State, step.At)).ShouldBe([(OrderState.Received, World.Now), (OrderState.Rejected, World.Now.AddHours(2))]);
        order.Reason!.ShouldNotStartWith("@");
        order.CanCancel.ShouldBeFalse();
    }

    [Fact]
    public async Task A_service_outside_the_reach_stands_as_text()
    {
        var number = await _world.OrderAsync(_north, _service);
        (await AskAsync(_root, number, Right.PlaceOrders)).SubscriptionId.ShouldBe(_service);
        var order = await AskAsync(_north, number, Right.PlaceOrders);
        (order.SubscriptionId, order.Service).ShouldBe((null, "Åke Ström"));
    }

    [Theory]
    [InlineData(Right.PlaceOrders, true)]
    [InlineData(Right.ViewSubscriptions, true)]
    [InlineData(Right.ManageSubscriptions, true)]
    [InlineData(Right.ViewInvoices, false)]
    public async Task It_is_for_who_orders_and_for_who_sees_or_manages_services(Right right, bool may)
    {
        var number = await _world.OrderAsync(_root, _service);
        if (may) (await AskAsync(_root, number, right)).Number.ShouldBe(number);
        else await Should.ThrowAsync<ForbiddenException>(() => AskAsync(_root, number, right));
    }

    [Fact]
    public async Task Outside_the_reach_and_of_hidden_services_there_is_none()
    {
        await Should.ThrowAsync<NotFoundException>(async () => await AskAsync(_north, await _world.OrderAsync(_root, _service), Right.PlaceOrders));
        await Should.ThrowAsync<NotFoundException>(async () => await AskAsync(_root, await _world.OrderAsync(_root, await _world.SubscriptionAsync(_root, hidden: true)), Right.PlaceOrders));
    }

    private async Task<OrderView> AskAsync(Guid account, string number, Right right)
    {
        await using var scope = new TestScope(_database, await _world.UserAsync(account, rights: [right]));
        return await scope.SendAsync(new GetOrder(number));
    }
}

public sealed class GetOrderOnSqlite() : GetOrderTests(DatabaseEngine.Sqlite);

public sealed class GetOrderOnSqlServer() : GetOrderTests(DatabaseEngine.SqlServer);
