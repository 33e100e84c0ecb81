using Connect.Application.Common.Ports;

namespace Connect.Application.Subscriptions.Bulk;

/// <summary>Makes the preview: tries out row after row, some at a time.</summary>
internal sealed class CheckBulk(IBulkRuns runs, BulkStage stage, BulkQueue queue, TimeProvider clock) : IWorkHandler
{
    public const string KindName = "services.bulk-check";

    public string Kind => KindName;

    public async Task RunAsync(DueWork work, CancellationToken cancellation)
    {
        if (await runs.FindAsync(work.SubjectId, cancellation) is not { State: BulkJobState.Checking } job) return;
        var rows = await runs.NextAsync(job.Id, [BulkRowState.Unchecked], BulkQueue.AtATime, cancellation);
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            if (await runs.BeginCheckAsync(job.Id, row.No, cancellation)) await TryOutAsync(job, row, cancellation);
        }

        if (rows.Count == BulkQueue.AtATime) await queue.GoOnAsync(KindName, job.Id, cancellation);
        else await runs.CheckedAsync(job.Id, cancellation);
    }

    public Task GiveUpAsync(DueWork work, string? refusal, CancellationToken cancellation) =>
        runs.GiveUpAsync(work.SubjectId, new BulkProblem(BulkStage.Broken), clock.GetUtcNow(), cancellation);

    private async Task TryOutAsync(BulkJob job, BulkRow row, CancellationToken cancellation)
    {
        var result = row.Tries >= BulkStage.MostTries ? BulkResult.Broken : await stage.TryOutAsync(job, row, cancellation);
        var state = result.Outcome is not { } outcome ? BulkRowState.Impossible : outcome.IsNothing ? BulkRowState.Unchanged : BulkRowState.Ready;
        await runs.TellAsync(job.Id, row.No, state, result.Outcome, result.Problem, cancellation);
    }
}

/// <summary>Carries a confirmed job out, some rows at a time. A row that a kill cut off is sent again under its own request id: what was done is not done twice.</summary>
internal sealed class RunBulk(IBulkRuns runs, BulkStage stage, BulkQueue queue, TimeProvider clock) : IWorkHandler
{
    public const string KindName = "services.bulk-run";

    public string Kind => KindName;

    public async Task RunAsync(DueWork work, CancellationToken cancellation)
    {
        if (await runs.FindAsync(work.SubjectId, cancellation) is not { State: BulkJobState.Running } job) return;
        var rows = await runs.NextAsync(job.Id, [BulkRowState.Running, BulkRowState.Ready], BulkQueue.AtATime, cancellation);
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            if (await runs.BeginAsync(job.Id, row.No, cancellation)) await DoAsync(job, row, cancellation);
        }

        if (rows.Count == BulkQueue.AtATime) await queue.GoOnAsync(KindName, job.Id, cancellation);
        else await runs.EndAsync(job.Id, clock.GetUtcNow(), cancellation);
    }

    public Task GiveUpAsync(DueWork work, string? refusal, CancellationToken cancellation) =>
        runs.GiveUpAsync(work.SubjectId, new BulkProblem(BulkStage.Broken), clock.GetUtcNow(), cancellation);

    // The process died over it every time: it stops nothing else.
    private async Task DoAsync(BulkJob job, BulkRow row, CancellationToken cancellation)
    {
        var result = row.Tries >= BulkStage.MostTries ? BulkResult.Broken : await stage.DoAsync(job, row, cancellation);
        var state = result.Outcome is not { } outcome ? BulkRowState.Failed : outcome.IsNothing ? BulkRowState.Unchanged : BulkRowState.Done;
        await runs.TellAsync(job.Id, row.No, state, result.Outcome, result.Problem, cancellation);
    }
}

/// <summary>Puts a job's next rows aside as an item of their own, so that a long job keeps no worker from orders and mail.</summary>
internal sealed class BulkQueue(IWorkQueue queue, ITransactions transactions)
{
    /// <summary>Rows of one item.</summary>
    public const int AtATime = 25;

    public Task GoOnAsync(string kind, Guid id, CancellationToken cancellation) => transactions.RunAsync(async () =>
    {
        await queue.EnqueueAsync(new NewWork(kind, id) { IdempotencyKey = $"bulk/{Guid.CreateVersion7():N}" }, cancellation);
        return true;
    }, cancellation);
}
