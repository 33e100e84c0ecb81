namespace Connect.Benchmarks;

/// <summary>
/// One line of the table: the product against the least code that does the same work. A public class of this project with a
/// constructor without parameters is found by itself.
/// </summary>
public interface IScenario : IAsyncDisposable
{
    /// <summary>Letter of the row in docs/benchmarks.md and what is measured: <c>a. services list, contains, 10 %</c>.</summary>
    string Name { get; }

    /// <summary>The product may take <c>Ratio</c> times the floor plus <c>Plus</c>.</summary>
    Limit Limit { get; }

    /// <summary>Rounds that are measured; at least 7.</summary>
    int Rounds => 7;

    /// <summary>Makes the data; not measured.</summary>
    Task PrepareAsync(CancellationToken cancellation);

    /// <summary>The product does the work once. Answers what it took, or null to let the runner take the time.</summary>
    Task<TimeSpan?> ProductAsync(CancellationToken cancellation);

    /// <summary>The floor does the same work once.</summary>
    Task<TimeSpan?> FloorAsync(CancellationToken cancellation);

    /// <summary>Further findings for the table's last column, such as memory or bytes; asked once after the rounds.</summary>
    string? Remark => null;

    /// <summary>False when a further finding breaks its own limit.</summary>
    bool RemarkHolds => true;
}

/// <summary>Several scenarios that share their data, such as the views of one list.</summary>
public interface IScenarioGroup : IAsyncDisposable
{
    /// <summary>Makes the shared data; not measured. Called before <see cref="Scenarios"/> is read.</summary>
    Task PrepareAsync(CancellationToken cancellation);

    IReadOnlyList<IScenario> Scenarios { get; }
}

/// <param name="Ratio">Of the medians of paired rounds.</param>
/// <param name="Plus">Time the product may take beyond that, for work the floor does not do.</param>
public sealed record Limit(double Ratio, TimeSpan Plus = default);
