using System.Text.Json.Serialization;
using Connect.Domain.Common;
using Connect.Domain.Reports;

namespace Connect.Application.Reports;

/// <summary>
/// A report that can be run: what was asked for, found within the reach. Stored as JSON with each export; names of properties never change.
/// </summary>
public sealed record ReportParameters
{
    /// <summary>What the period was told by; <see cref="From"/> and <see cref="To"/> are its days on the day of the order.</summary>
    public PeriodPreset Preset { get; init; }

    /// <summary>Swedish days, both included; not set in a report of no period.</summary>
    public DateOnly From { get; init; }

    /// <inheritdoc cref="From"/>
    public DateOnly To { get; init; }

    /// <summary>The account asked for; null for all of the reach.</summary>
    public ReportAccount? Account { get; init; }

    /// <summary>With the accounts below it.</summary>
    public bool Below { get; init; }

    /// <summary>The services that have the number, or the chosen one.</summary>
    public IReadOnlyList<Guid> SubscriptionIds { get; init; } = [];

    /// <summary>The service was chosen, not found by its number.</summary>
    public bool IsChosen { get; init; }

    /// <summary>As the user is shown it.</summary>
    public string? Number { get; init; }

    /// <summary>Number of the invoice.</summary>
    public string? Invoice { get; init; }

    public IReadOnlyList<string> Boxes { get; init; } = [];
    public CalledNumbers CalledNumbers { get; init; }

    /// <summary>Start of the first day, in UTC.</summary>
    [JsonIgnore]
    public DateTimeOffset Start => StockholmTime.StartOf(From);

    /// <summary>End of the last day, in UTC.</summary>
    [JsonIgnore]
    public DateTimeOffset End => StockholmTime.StartOf(To.AddDays(1));

    [JsonIgnore]
    public bool HasPeriod => From != default;

    public bool HasBox(string name) => Boxes.Contains(name, StringComparer.OrdinalIgnoreCase);
}

/// <summary>An account that a report is of.</summary>
public sealed record ReportAccount(Guid Id, string Number, string Name);
