namespace Connect.Infrastructure.Jobs;

/// <summary>Settings <c>Work:*</c> of the work engine.</summary>
internal sealed record WorkOptions
{
    /// <summary>How often each worker looks for what is due.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a worker may be silent before its work is taken over; prolonged while the work runs.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Items done at the same time by one process.</summary>
    public int Workers { get; init; } = 4;

    /// <summary>Tries, the first included, before failing work is given up: with the back-off below, most of a day.</summary>
    public int MaxAttempts { get; init; } = 25;

    /// <summary>How many times a process may die over an item before the item is given up.</summary>
    public int MaxLostLeases { get; init; } = 5;

    /// <summary>Wait after the first failed try; doubled after each further one.</summary>
    public TimeSpan BackOff { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan MaxBackOff { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long running work may go on after the program was told to stop; what remains is tried again at the next start.</summary>
    public TimeSpan StopWithin { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long finished items are kept.</summary>
    public int KeepDays { get; init; } = 90;

    /// <summary>Between half and all of the doubled wait, so that many that failed together do not come back together.</summary>
    public TimeSpan WaitAfter(int attempt, double random)
    {
        var doubled = BackOff * Math.Pow(2, Math.Min(attempt - 1, 20));
        return (doubled < MaxBackOff ? doubled : MaxBackOff) * (0.5 + random / 2);
    }
}
