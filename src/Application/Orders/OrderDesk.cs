using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Orders;

/// <summary>Takes in orders: gives the number, writes the order and puts its sending aside, all in the command's transaction.</summary>
public sealed class OrderDesk(IOrderRepository orders, INumberSeries numbers, IWorkQueue work, ICurrentUser user, TimeProvider clock)
{
    public Task<bool> HasOpenAsync(Guid subscriptionId, OrderType type, CancellationToken cancellation) =>
        orders.HasOpenAsync(user.Reach, subscriptionId, type, cancellation);

    /// <summary>The open orders of a service that was found within the reach, the next first.</summary>
    public Task<IReadOnlyList<Order>> OpenOfAsync(Subscription subscription, CancellationToken cancellation) =>
        orders.OpenOfServiceAsync(subscription.OrganisationId, subscription.Id, cancellation);

    /// <param name="workdays">How many workdays it takes before it is expected to be done.</param>
    public Task<OrderStart> StartAsync(int workdays, CancellationToken cancellation)
    {
        var today = clock.Today();
        return StartAsync(today, SwedishHolidays.WorkdaysAfter(today, workdays), cancellation);
    }

    /// <param name="startsOn">The Swedish day on which it is carried out.</param>
    public Task<OrderStart> StartOnAsync(DateOnly startsOn, CancellationToken cancellation) => StartAsync(startsOn, startsOn, cancellation);

    public async Task PlaceAsync(Order order, CancellationToken cancellation)
    {
        await orders.SaveAsync(order, cancellation);
        var waits = order.Data.StartsOn > clock.Today() && !order.Lines.Any(line => line.Detail.IsSentAhead);
        await work.EnqueueAsync(new NewWork(SendOrder.KindName, order.Id) { DueOn = waits ? order.Data.StartsOn : null }, cancellation);
    }

    /// <param name="startsOn">The Swedish day that is wished for.</param>
    /// <param name="expectedOn">When it will be done.</param>
    public async Task<OrderStart> StartAsync(DateOnly startsOn, DateOnly expectedOn, CancellationToken cancellation)
    {
        var number = await numbers.NextFreeAsync("order", orders.IsTakenAsync, cancellation);
        return new OrderStart(number, user.Id, user.Identity!.DisplayName, clock.GetUtcNow(), startsOn, expectedOn);
    }
}

/// <summary>The answer to whoever ordered.</summary>
public sealed record PlacedOrder(Guid Id, string Number);
