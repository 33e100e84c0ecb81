using Connect.Application.Common.Ports;
using Connect.Application.Operator;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Orders;

/// <summary>Ends an order, carried out or not, with all that hangs on it, in one transaction.</summary>
public sealed class OrderEnding(IOrderRepository orders, OrderOutcomes outcomes, IWorkQueue work, ITransactions transactions, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <param name="end">Moves the order to its end.</param>
    /// <param name="actor">Who called it off, for the service's history.</param>
    /// <returns>False when it had ended already.</returns>
    public Task<bool> EndAsync(Guid orderId, Action<Order, DateTimeOffset> end, string actor, CancellationToken cancellation) => transactions.RunAsync(async () =>
    {
        var order = await orders.FindForOperatorAsync(orderId, cancellation);
        if (order is not { IsOpen: true }) return false;
        await EndAsync(order, end, actor, cancellation);
        return true;
    }, cancellation);

    /// <summary>It is carried out. For an order at hand, in the running transaction.</summary>
    /// <param name="card">What the operator tells of a new SIM card; <see cref="DeliveredSim.Known"/> when there is nothing to tell.</param>
    public async Task DeliverAsync(Order order, DeliveredSim card, CancellationToken cancellation)
    {
        await outcomes.Of(order).DeliveredAsync(order, card, cancellation);
        order.Deliver(Now);
        await orders.SaveAsync(order, cancellation);
        await outcomes.TellAsync(order, cancellation);
        if (order.Data is { Type: OrderType.Termination, IsLoaded: false }) await EndLaterAsync(order, DateOnly.MinValue, cancellation);
    }

    /// <summary>It will not be carried out. For an order at hand, in the running transaction.</summary>
    public async Task EndAsync(Order order, Action<Order, DateTimeOffset> end, string actor, CancellationToken cancellation)
    {
        end(order, Now);
        await orders.SaveAsync(order, cancellation);
        await outcomes.Of(order).EndedAsync(order, actor, cancellation);
        await outcomes.TellAsync(order, cancellation);
    }

    /// <summary>What was to come from that day on is off, since the service ends first; what the operator has begun goes on.</summary>
    public async Task EndLaterAsync(Order termination, DateOnly from, CancellationToken cancellation)
    {
        foreach (var later in await orders.OpenOfServiceAsync(termination.Data.OrganisationId, termination.Lines[0].SubscriptionId!.Value, cancellation))
        {
            if (later.Id == termination.Id || later.Data.StartsOn < from) continue;
            if (await work.CancelAsync(SendOrder.KindName, later.Id, cancellation) || termination.State == OrderState.Delivered)
                await EndAsync(later, (order, at) => order.Cancel(at, OwnReasons.ServiceEnds, termination.Data.OrderedById), termination.Data.OrderedBy, cancellation);
        }
    }
}

/// <summary>What the end of an order sets off: what it means for its service, and a mail to whoever ordered.</summary>
public sealed class OrderOutcomes(IEnumerable<IOrderOutcome> outcomes, OrderMail mail)
{
    public IOrderOutcome Of(Order order) => order.Data.IsLoaded ? new LoadedOutcome(order.Data.Type) : outcomes.Single(outcome => outcome.Type == order.Data.Type);

    /// <inheritdoc cref="OrderMail.SendAsync"/>
    public Task TellAsync(Order order, CancellationToken cancellation) => mail.SendAsync(order, cancellation);
}

/// <summary>What the end of an order of one type means for its service. One a type; runs in the caller's transaction.</summary>
public interface IOrderOutcome
{
    OrderType Type { get; }

    /// <summary>It is carried out; called before the order is saved.</summary>
    /// <param name="card">What the operator tells of a new SIM card.</param>
    Task DeliveredAsync(Order order, DeliveredSim card, CancellationToken cancellation);

    /// <summary>It was rejected or cancelled.</summary>
    /// <param name="actor">Who called it off.</param>
    Task EndedAsync(Order order, string actor, CancellationToken cancellation);
}

/// <summary>What an order that the operator loaded does to its service is loaded with the service.</summary>
internal sealed class LoadedOutcome(OrderType type) : IOrderOutcome
{
    public OrderType Type => type;

    public Task DeliveredAsync(Order order, DeliveredSim card, CancellationToken cancellation) => Task.CompletedTask;

    public Task EndedAsync(Order order, string actor, CancellationToken cancellation) => Task.CompletedTask;
}
