using Connect.Application.Common.Ports;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>
/// Write transactions short enough for others: a chunk is made larger or smaller by how long the last one held the lock.
/// Each writes down how far the load has come.
/// </summary>
internal sealed class Chunks(ITransactions transactions, ImportRuns runs, TimeProvider clock, string contentHash)
{
    private const int Smallest = 100, Largest = 4000;
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(35), Long = TimeSpan.FromMilliseconds(60);

    /// <summary>Rows for the next transaction.</summary>
    public int Size { get; private set; } = 500;

    /// <param name="file">The file whose rows are written.</param>
    /// <param name="rowsApplied">Its rows that are done once this has committed.</param>
    /// <param name="write">The writing.</param>
    public async Task WriteAsync(string file, long rowsApplied, Func<Task> write, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        await transactions.RunAsync(async () =>
        {
            started = clock.GetTimestamp();
            await write();
            await runs.AdvanceAsync(contentHash, file, rowsApplied, cancellation);
            return true;
        }, cancellation);
        var held = clock.GetElapsedTime(started);
        if (held > Long) Size = Math.Max(Smallest, Size * 2 / 3);
        else if (held < Short) Size = Math.Min(Largest, Size * 3 / 2);
    }
}
