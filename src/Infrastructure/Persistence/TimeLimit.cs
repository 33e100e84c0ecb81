using System.Data.Common;
using Connect.Application.Common.Ports;

namespace Connect.Infrastructure.Persistence;

internal sealed class TimeLimit(DbSession db, TimeProvider clock) : ITimeLimit
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    public async Task<T?> WithinAsync<T>(TimeSpan time, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
        where T : class
    {
        using var over = new CancellationTokenSource(time, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellation);
        await using var interrupt = over.Token.Register(db.Interrupt);
        // A statement may begin just as the one before it is stopped.
        await using var again = clock.CreateTimer(_ => db.Interrupt(), null, time + Again, Again);
        try
        {
            return await work(stop.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or DbException && over.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
