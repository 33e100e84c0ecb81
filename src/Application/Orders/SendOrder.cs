using Connect.Application.Common.Ports;
using Connect.Application.Operator;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Orders;

/// <summary>Sends an order to the operator, under the same key at every try.</summary>
internal sealed class SendOrder(IOrderRepository orders, IOrderRequests requests, IOperatorGateway gateway, ITransactions transactions, OrderEnding ending) : IWorkHandler
{
    public const string KindName = "orders.send";

    public string Kind => KindName;

    public async Task RunAsync(DueWork work, CancellationToken cancellation)
    {
        var order = await orders.FindForOperatorAsync(work.SubjectId, cancellation);
        if (order is null or { State: not OrderState.Received } or { Data.SentAt: not null }) return;
        switch (await gateway.SendAsync(await requests.MakeAsync(order, work.IdempotencyKey, cancellation), cancellation))
        {
            case GatewayAnswer.Rejected rejected: throw new WorkRejectedException(rejected.Reason ?? OwnReasons.Refused);
            case GatewayAnswer.Unknown unknown: throw new GatewayUnavailableException(unknown.Detail);
            case GatewayAnswer.Accepted accepted: await SentAsync(order.Id, accepted.ExternalId, isDone: false, cancellation); break;
            case GatewayAnswer.Done done: await SentAsync(order.Id, done.ExternalId, isDone: true, cancellation); break;
        }
    }

    public Task GiveUpAsync(DueWork work, string? refusal, CancellationToken cancellation) =>
        ending.EndAsync(work.SubjectId, (order, at) => order.Reject(refusal ?? OwnReasons.NoAnswer, at), SubscriptionEvent.OperatorActor, cancellation);

    private Task SentAsync(Guid id, string? externalId, bool isDone, CancellationToken cancellation) => transactions.RunAsync(async () =>
    {
        // Read anew: the operator's first report may have been quicker than its answer.
        var order = await orders.FindForOperatorAsync(id, cancellation);
        if (order is not { IsOpen: true }) return false;
        order.Sent(externalId, ending.Now);
        if (isDone && order.IsToldByDone) await ending.DeliverAsync(order, DeliveredSim.Known, cancellation);
        else await orders.SaveAsync(order, cancellation);
        return true;
    }, cancellation);
}

/// <summary>Makes of an order what the operator's systems understand: their own ids in place of ours.</summary>
public interface IOrderRequests
{
    Task<OrderRequest> MakeAsync(Order order, string idempotencyKey, CancellationToken cancellation);
}
