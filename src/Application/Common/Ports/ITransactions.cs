namespace Connect.Application.Common.Ports;

/// <summary>One database transaction around a piece of work. Used by the pipeline and by jobs, never by handlers.</summary>
public interface ITransactions
{
    /// <summary>
    /// Runs the work and commits, or rolls back when it throws. A transient database error runs the work again (≤ 3 times),
    /// so it must have no effect outside the database. Inside a running transaction the work joins it.
    /// </summary>
    Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellation);
}
