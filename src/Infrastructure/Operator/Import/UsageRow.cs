using Connect.Domain.Common;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>A usage record as stored.</summary>
internal sealed record UsageRow
{
    public static readonly IReadOnlyList<string> Columns =
        ["SubscriptionSeq", "AccountSeq", "At", "ExternalId", "InvoiceNumber", "TrafficType", "Direction", "Zone", "Country", "OtherNumber", "Amount", "Charge"];

    public required long SubscriptionSeq { get; init; }
    public required long AccountSeq { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string ExternalId { get; init; }
    public string? InvoiceNumber { get; init; }
    public required long TrafficType { get; init; }
    public required long Direction { get; init; }
    public required long Zone { get; init; }
    public string? Country { get; init; }
    public string? OtherNumber { get; init; }
    public required long Amount { get; init; }
    public required long Charge { get; init; }

    /// <summary>First day of the Swedish month that it counts in.</summary>
    public DateOnly Month => StockholmTime.MonthOf(StockholmTime.DayOf(At));

    public IReadOnlyList<object?> Values =>
        [SubscriptionSeq, AccountSeq, At, ExternalId, InvoiceNumber, TrafficType, Direction, Zone, Country, OtherNumber, Amount, Charge];
}
