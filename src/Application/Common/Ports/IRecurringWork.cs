namespace Connect.Application.Common.Ports;

/// <summary>
/// Work of the house that comes back every day, such as clearing out what is past its retention time. One line registers it:
/// <c>services.AddScoped&lt;IRecurringWork, MyWork&gt;()</c>. It runs once a day in the whole installation; after days
/// of standing still, once. It may be called again after a crash, so it must be repeatable; it opens its own transactions.
/// </summary>
public interface IRecurringWork
{
    /// <summary>Stable, unique, at most 40 characters.</summary>
    string Name { get; }

    /// <summary>Time of day in Stockholm.</summary>
    TimeOnly At { get; }

    Task RunAsync(CancellationToken cancellation);
}
