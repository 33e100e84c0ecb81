using Connect.Application.Common.Ports;
using Connect.Domain.Orders;

namespace Connect.Application.Operator;

/// <summary>Sends a change to the operator, under the same key at every try, and tells the outcome of its kind what the operator said.</summary>
internal sealed class SendChange(IOperatorGateway gateway, ITransactions transactions, IEnumerable<IChangeOutcome> outcomes, ChangeDesk desk) : IWorkHandler
{
    public const string KindName = "operator.change";

    public string Kind => KindName;

    public async Task RunAsync(DueWork work, CancellationToken cancellation)
    {
        var (at, change) = Read(work);
        switch (await gateway.ChangeAsync(new ChangeRequest(work.IdempotencyKey, at, change), cancellation))
        {
            case GatewayAnswer.Rejected rejected: throw new WorkRejectedException(rejected.Reason ?? OwnReasons.Refused);
            case GatewayAnswer.Unknown unknown: throw new GatewayUnavailableException(unknown.Detail);
            case GatewayAnswer.Accepted accepted: await TakenAsync(change, accepted.ExternalId, cancellation); break;
            case GatewayAnswer.Done done: await TakenAsync(change, done.ExternalId, cancellation); break;
        }
    }

    public Task GiveUpAsync(DueWork work, string? refusal, CancellationToken cancellation) => TellAsync(Read(work).Change, async (outcome, change) =>
    {
        await desk.RefusedAsync(change, cancellation);
        await outcome.RefusedAsync(change, OrderData.Shortened(refusal ?? OwnReasons.NoAnswer), cancellation);
    }, cancellation);

    private Task TakenAsync(OperatorChange change, string? reference, CancellationToken cancellation) =>
        TellAsync(change, (outcome, told) => outcome.TakenAsync(told, reference, cancellation), cancellation);

    private Task TellAsync(OperatorChange change, Func<IChangeOutcome, OperatorChange, Task> tell, CancellationToken cancellation) => transactions.RunAsync(async () =>
    {
        await tell(outcomes.Single(outcome => outcome.Kind == change.Kind), change);
        return true;
    }, cancellation);

    private static ToldChange Read(DueWork work) => ToldChange.Read(work.Payload!);
}

/// <summary>The operator's systems do not answer as they should; worth another try.</summary>
internal sealed class GatewayUnavailableException(string detail) : Exception(detail);
