using Connect.Application.Common.Ports;
using Connect.Application.Common.Texts;
using Connect.Application.Operator;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Orders;

/// <summary>Sends an order to the operator, under the same key at every try.</summary>
internal sealed class SendOrder(IOrderRepository orders, IOrderRequests requests, IOperatorGateway gateway, ITransactions transactions, OrderEnding ending) : IWorkHandler
{
    public const string KindName = "orders.send";

    /// <summary>What an order is told that could not be sent at all; in the language of the portal's own log.</summary>
    public static string NoAnswer => Text.Get(Text.Swedish, "Orders.NoAnswer");

    public string Kind => KindName;

    public async Task RunAsync(DueWork work, CancellationToken cancellation)
    {
        var order = await orders.FindForOperatorAsync(work.SubjectId, cancellation);
        if (order is null or { State: not OrderState.Received } or { Data.SentAt: not null }) return;
        switch (await gateway.SendAsync(await requests.MakeAsync(order, work.IdempotencyKey, cancellation), cancellation))
        {
            case GatewayAnswer.Rejected rejected: throw new WorkRejectedException(rejected.Reason);
            case GatewayAnswer.Unknown unknown: throw new GatewayUnavailableException(unknown.Detail);
            case GatewayAnswer.Accepted accepted: await SentAsync(order.Id, accepted.ExternalId, cancellation); break;
            case GatewayAnswer.Done: await SentAsync(order.Id, null, cancellation); break; // the report that ends it follows all the same
        }
    }

    public Task GiveUpAsync(DueWork work, string? refusal, CancellationToken cancellation) =>
        ending.EndAsync(work.SubjectId, (order, at) => order.Reject(refusal ?? NoAnswer, at), SubscriptionEvent.OperatorActor, cancellation);

    private Task SentAsync(Guid id, string? externalId, CancellationToken cancellation) => transactions.RunAsync(async () =>
    {
        // Read anew: the operator's first report may have been quicker than its answer.
        var order = await orders.FindForOperatorAsync(id, cancellation);
        if (order is not { IsOpen: true }) return false;
        order.Sent(externalId, ending.Now);
        await orders.SaveAsync(order, cancellation);
        return true;
    }, cancellation);
}

/// <summary>The operator's systems do not answer as they should; worth another try.</summary>
internal sealed class GatewayUnavailableException(string detail) : Exception(detail);

/// <summary>Makes of an order what the operator's systems understand: their own ids in place of ours.</summary>
public interface IOrderRequests
{
    Task<OrderRequest> MakeAsync(Order order, string idempotencyKey, CancellationToken cancellation);
}
