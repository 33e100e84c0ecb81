using System.Text.Json.Serialization;
using Connect.Domain.Accounts;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;

namespace Connect.Domain.Orders;

/// <summary>A new service: all that the operator needs to make it, at the price and on the terms that the customer was shown. What its kind lacks is left out.</summary>
public sealed record NewSubscriptionDetail : OrderLineDetail
{
    public required ChangePart Product { get; init; }
    public required SubscriptionKind Kind { get; init; }

    /// <summary>Number of the account that it will belong to.</summary>
    public required string Account { get; init; }

    public required string UserName { get; init; }
    public string? CostCentre { get; init; }
    public string? EmployeeNumber { get; init; }

    /// <summary>The mobile number; for fixed telephony its number.</summary>
    public NumberWish? Number { get; init; }

    /// <summary>Of a PBX user.</summary>
    public NumberWish? FixedNumber { get; init; }

    public CardWish? Sim { get; init; }
    public ChangePart? DataPackage { get; init; }

    /// <summary>The base price list.</summary>
    public ChangePart? PriceList { get; init; }

    /// <summary>The price lists beside it.</summary>
    public IReadOnlyList<ChangePart> ExtraPriceLists { get; init; } = [];

    public IReadOnlyList<ChangePart> AddOns { get; init; } = [];

    /// <summary>By their names between systems, <see cref="BarringFacts.NetworkName"/>.</summary>
    public IReadOnlyList<string> Barrings { get; init; } = [];

    /// <summary>Of a PBX user.</summary>
    public IReadOnlyList<HandsetKind> Handsets { get; init; } = [];

    /// <summary>Where a line is installed.</summary>
    public PostalAddress? Installation { get; init; }

    /// <summary>The other end of a line between two addresses.</summary>
    public PostalAddress? OtherEnd { get; init; }

    public int? DownMbit { get; init; }
    public int? UpMbit { get; init; }

    public required AgreedTerms Terms { get; init; }

    /// <summary>Of the whole service a month, without VAT.</summary>
    public required Money MonthlyPrice { get; init; }

    /// <summary>Once, without VAT.</summary>
    public required Money OneTimePrice { get; init; }

    public override OrderType OrderType => OrderType.NewSubscription;

    /// <summary>The operator's id of it comes with the report, and numbers that it gives.</summary>
    public override bool NeedsReport() => true;

    [JsonIgnore]
    public override CardWish? NewCard => Sim;

    /// <summary>Cards are posted, numbers ported and lines laid before the day.</summary>
    [JsonIgnore]
    public override bool IsSentAhead => true;

    [JsonIgnore]
    public BarringSet BarringSet => new(Barrings.Select(BarringFacts.FromNetworkName).OfType<BarringKind>());

    /// <summary>The numbers that are moved here from another operator, E.164.</summary>
    [JsonIgnore]
    public IEnumerable<string> PortedNumbers => new[] { Number?.Ported, FixedNumber?.Ported }.OfType<string>();
}

/// <summary>A number for a new service.</summary>
/// <param name="Ported">The number that is moved here, E.164; null for a new one that the operator gives.</param>
/// <param name="LosingOperator">Whom it is moved from.</param>
public sealed record NumberWish(string? Ported, string? LosingOperator);

/// <summary>What was agreed on the end of what is ordered.</summary>
/// <param name="Agreement">Its number.</param>
/// <param name="CommitmentMonths">From the first day of the service; 0 for none.</param>
public sealed record AgreedTerms(string Agreement, int NoticeMonths, bool NoticeToMonthEnd, int CommitmentMonths)
{
    /// <summary>The last day of the commitment of a service that starts on that day; null where there is none.</summary>
    public DateOnly? CommittedUntil(DateOnly startsOn) => CommitmentMonths > 0 ? startsOn.AddMonths(CommitmentMonths).AddDays(-1) : null;
}
