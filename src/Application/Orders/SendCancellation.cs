using Connect.Application.Common.Ports;
using Connect.Application.Operator;
using Connect.Domain.Orders;

namespace Connect.Application.Orders;

/// <summary>Asks the operator to stop an order that it has already; its answer decides.</summary>
internal sealed class SendCancellation(IOrderRepository orders, IOperatorGateway gateway, ITransactions transactions, OrderEnding ending) : IWorkHandler
{
    public const string KindName = "orders.cancel";

    public string Kind => KindName;

    public async Task RunAsync(DueWork work, CancellationToken cancellation)
    {
        var order = await orders.FindForOperatorAsync(work.SubjectId, cancellation);
        if (order is null or { State: not OrderState.Received } or { Data.CancelRequestedAt: null }) return;
        // The order itself is on its way: nobody can stop what has not arrived.
        if (order.Data.SentAt is null) throw new GatewayUnavailableException("not sent yet");
        switch (await gateway.CancelAsync(new OrderCancellation(work.IdempotencyKey, order.Id, order.Number, order.Data.ExternalId), cancellation))
        {
            case GatewayAnswer.Unknown unknown: throw new GatewayUnavailableException(unknown.Detail);
            case GatewayAnswer.Rejected rejected: throw new WorkRejectedException(rejected.Reason ?? OwnReasons.CancellationRefused);
            case GatewayAnswer.Done:
                await ending.EndAsync(order.Id, (o, at) => o.Cancel(at), order.Data.OrderedBy, cancellation);
                break;
            case GatewayAnswer.Accepted: break; // a report tells how it went
        }
    }

    public Task GiveUpAsync(DueWork work, string? refusal, CancellationToken cancellation) => transactions.RunAsync(async () =>
    {
        if (await orders.FindForOperatorAsync(work.SubjectId, cancellation) is not { IsOpen: true } order) return false;
        order.CancelRefused(refusal ?? OwnReasons.CancellationNoAnswer, ending.Now);
        await orders.SaveAsync(order, cancellation);
        return true;
    }, cancellation);
}
