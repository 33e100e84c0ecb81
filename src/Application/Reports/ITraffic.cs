using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;

namespace Connect.Application.Reports;

/// <summary>Traffic as reports read it. Usage belongs to the account of its day: what lies on an account outside the reach is not there.</summary>
public interface ITraffic
{
    /// <summary>Services within the reach that have the number, mobile or fixed, the oldest first: a number may have had several.</summary>
    Task<IReadOnlyList<TrafficService>> FindByNumberAsync(AccountReach reach, PhoneNumber number, CancellationToken cancellation);

    Task<TrafficService?> FindAsync(AccountReach reach, Guid subscriptionId, CancellationToken cancellation);

    /// <summary>The first rows of the period, and the sums of all of it.</summary>
    Task<TrafficPreview> PreviewAsync(AccountReach reach, TrafficReport report, int rows, CancellationToken cancellation);
}

/// <summary>A service whose traffic can be asked for.</summary>
/// <param name="Number">E.164; null when it has none.</param>
/// <param name="CostCentre">As it is now, also for traffic of before.</param>
/// <param name="EmployeeNumber">As <paramref name="CostCentre"/>.</param>
public sealed record TrafficService(Guid Id, string? Number, string UserName, string? CostCentre = null, string? EmployeeNumber = null);

/// <summary>A traffic report that can be run: the parameters of the export.</summary>
public sealed record TrafficReport
{
    public required IReadOnlyList<Guid> SubscriptionIds { get; init; }

    /// <summary>As the user is shown it.</summary>
    public required string Number { get; init; }

    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required CalledNumbers CalledNumbers { get; init; }

    /// <summary>Start of the first day, in UTC.</summary>
    public DateTimeOffset Start => StockholmTime.StartOf(From);

    /// <summary>End of the last day, in UTC.</summary>
    public DateTimeOffset End => StockholmTime.StartOf(To.AddDays(1));
}

/// <summary>The first rows and the sums of a traffic report.</summary>
/// <param name="Services">Those with traffic in the period.</param>
public sealed record TrafficPreview(TrafficReport Report, IReadOnlyList<TrafficService> Services, IReadOnlyList<TrafficRow> Rows, TrafficSums Sums);

/// <summary>Sums of a period.</summary>
public sealed record TrafficSums
{
    public long Records { get; init; }
    public long Seconds { get; init; }
    public long Messages { get; init; }
    public long Bytes { get; init; }
    public Money Charge { get; init; }
}

/// <summary>One call, message or data session.</summary>
public sealed record TrafficRow
{
    public required DateTimeOffset At { get; init; }

    /// <summary>E.164 of the service.</summary>
    public string? Number { get; init; }

    public required string UserName { get; init; }

    /// <summary>Of the service, as it is now.</summary>
    public string? CostCentre { get; init; }

    /// <inheritdoc cref="CostCentre"/>
    public string? EmployeeNumber { get; init; }

    /// <summary>The account of that day.</summary>
    public required string Account { get; init; }

    public required TrafficDirection Direction { get; init; }
    public required TrafficType Type { get; init; }
    public required TrafficZone Zone { get; init; }

    /// <summary>ISO 3166 code.</summary>
    public string? Country { get; init; }

    /// <summary>The other party, as the report may show it; null when left out.</summary>
    public string? OtherNumber { get; init; }

    /// <summary>Seconds, messages or bytes, by type.</summary>
    public required long Amount { get; init; }

    public required Money Charge { get; init; }

    /// <summary>Null when it is not yet invoiced.</summary>
    public string? Invoice { get; init; }
}
