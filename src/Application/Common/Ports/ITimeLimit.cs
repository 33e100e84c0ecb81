namespace Connect.Application.Common.Ports;

/// <summary>Stops what takes too long, with the statement that the database is at.</summary>
public interface ITimeLimit
{
    /// <param name="time">How long it may take.</param>
    /// <param name="work">Only reads; is given what says that it is to stop.</param>
    /// <param name="cancellation">Nobody waits for it any more.</param>
    /// <returns>Null when it was stopped.</returns>
    Task<T?> WithinAsync<T>(TimeSpan time, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
        where T : class;
}
