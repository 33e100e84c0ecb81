using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Subscriptions;

/// <summary>One service with all that belongs to it.</summary>
public sealed record SubscriptionDetail
{
    public required SubscriptionFacts Facts { get; init; }

    /// <summary>The card in use; null when there is none.</summary>
    public SimCardView? SimCard { get; init; }

    public required IReadOnlyList<SpecificationLine> PriceLists { get; init; }
    public required IReadOnlyList<SpecificationLine> AddOns { get; init; }
    public required IReadOnlyList<HandsetView> Handsets { get; init; }
    public required IReadOnlyList<BarringView> Barrings { get; init; }
    public required IReadOnlyList<ForwardingView> Forwardings { get; init; }

    /// <summary>This month and the five before it, oldest first; only what was used on accounts within reach.</summary>
    public required IReadOnlyList<MonthUse> Months { get; init; }

    /// <summary>Data bought beside the package for this month.</summary>
    public required IReadOnlyList<DeliveredTopUp> TopUps { get; init; }

    /// <summary>Null where there is none.</summary>
    public CostCapState? CostCap { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<HistoryLine> History { get; init; }

    /// <summary>The types of the orders that are not carried out yet.</summary>
    public required IReadOnlyList<OrderType> Ordered { get; init; }

    public MonthUse ThisMonth => Months[^1];

    /// <summary>Nothing is used any more, and nothing can be warned of.</summary>
    public bool HasEnded => Facts.Status == SubscriptionStatus.Terminated;

    /// <summary>The months of <see cref="Months"/> without those that came after the service had ended; what was used is among them all the same.</summary>
    public IReadOnlyList<MonthUse> MonthsThere => [.. Months.Where(use => !HasEnded || use.Month < Facts.EndsOn || use != new MonthUse(use.Month, 0, 0, 0, 0, 0))];

    /// <summary>Bytes of this month: those of the package and what was bought beside it; null when there is no package or it has no limit.</summary>
    public long? DataOfMonth => Facts.DataBytes is { } bytes ? bytes + TopUps.Sum(topUp => topUp.Bytes) : null;

    /// <summary>The newest change of barrings, when the operator did not take it.</summary>
    public HistoryLine? BarringsRefused => Refused(SubscriptionEventKinds.OfBarrings, SubscriptionEventKinds.BarringsRefused);

    /// <summary>True for the kinds that have a SIM card, traffic and a device.</summary>
    public bool IsMobile => Facts.Kind.HasSim();

    /// <summary>True for the kinds that calls are made with.</summary>
    public bool HasCalls => Facts.Kind is SubscriptionKind.Mobile or SubscriptionKind.PbxUser or SubscriptionKind.FixedTelephony;

    /// <summary>True for the kinds that send SMS and MMS, and that barrings and forwardings of the mobile network act on.</summary>
    public bool IsTelephone => MobileNetwork.Serves(Facts.Kind);

    /// <summary>True for the kinds that can be monitored.</summary>
    public bool IsLine => Facts.Kind is SubscriptionKind.Broadband or SubscriptionKind.Capacity;

    /// <summary>The newest change of forwardings, when the operator did not take it.</summary>
    public HistoryLine? ForwardingsRefused => Refused(SubscriptionEventKinds.OfForwardings, SubscriptionEventKinds.ForwardingsRefused);

    // Another change that is carried out after it makes a refusal no older.
    private HistoryLine? Refused(IReadOnlySet<string> kinds, string refused) => History.FirstOrDefault(line => kinds.Contains(line.Kind) && !SubscriptionEventKinds.CarriedOut.Contains(line.Kind)) is { } newest && newest.Kind == refused ? newest : null;
}

/// <summary>What stands in the service's own row, with the names of what it refers to.</summary>
public sealed record SubscriptionFacts
{
    public Guid Id { get; init; }
    public SubscriptionKind Kind { get; init; }
    public SubscriptionStatus Status { get; init; }
    public string UserName { get; init; } = "";
    public string? ExternalUserName { get; init; }
    public string? CostCentre { get; init; }
    public string? EmployeeNumber { get; init; }
    public string? PhoneNumber { get; init; }
    public string? FixedNumber { get; init; }
    public string Product { get; init; } = "";
    public string? ProductDescription { get; init; }
    public string Account { get; init; } = "";
    public string AccountNumber { get; init; } = "";
    public Money MonthlyPrice { get; init; }
    public string? DataPackage { get; init; }

    /// <summary>Bytes a month; null when there is no package or it has no limit.</summary>
    public long? DataBytes { get; init; }

    public string? PriceList { get; init; }

    /// <summary>A month; null when the price list sets no limit.</summary>
    public long? IncludedSeconds { get; init; }

    /// <inheritdoc cref="IncludedSeconds"/>
    public long? IncludedMessages { get; init; }

    public int NoticeMonths { get; init; }
    public DateOnly? CommittedUntil { get; init; }
    public DateOnly StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }
    public string? InstallationStreet { get; init; }
    public string? InstallationPostalCode { get; init; }
    public string? InstallationCity { get; init; }

    /// <summary>The other end of a line between two addresses.</summary>
    public string? OtherEndStreet { get; init; }

    /// <inheritdoc cref="OtherEndStreet"/>
    public string? OtherEndPostalCode { get; init; }

    /// <inheritdoc cref="OtherEndStreet"/>
    public string? OtherEndCity { get; init; }

    public int? DownMbit { get; init; }
    public int? UpMbit { get; init; }
    public string? DeviceModel { get; init; }
    public string? Imei { get; init; }
    public DateTimeOffset? DeviceSeenAt { get; init; }

    /// <summary>Grows with every change; sent along with one that may not write over another.</summary>
    public int Version { get; init; }
}

/// <summary>The SIM card, without its secrets.</summary>
public sealed record SimCardView
{
    public string Icc { get; init; } = "";
    public string? Imsi { get; init; }
    public SimForm Form { get; init; }
    public SimCardState State { get; init; }
    public bool HasPin { get; init; }
    public bool HasPuk { get; init; }
}

/// <param name="MonthlyPrice">Without VAT.</param>
public sealed record SpecificationLine(string Name, string? Description, Money MonthlyPrice);

public sealed record HandsetView(HandsetKind Kind, string Name);

/// <param name="Since">When it began to act, or was sent.</param>
public sealed record BarringView(BarringKind Kind, DateTimeOffset Since, ChangeState State);

/// <param name="Target">E.164.</param>
/// <param name="RingSeconds">For forwarding after ring time.</param>
/// <param name="Since">When it was set as it is, or was sent.</param>
public sealed record ForwardingView(CallForwardingKind Kind, string Target, int? RingSeconds, DateTimeOffset Since, ChangeState State)
{
    /// <summary>What it becomes when the operator confirms, for one that is being changed.</summary>
    public CallForwarding? Coming { get; init; }
}

/// <summary>What was used in a Swedish month: data in both directions, calls and messages that went out.</summary>
/// <param name="Month">Its first day.</param>
public sealed record MonthUse(DateOnly Month, long Bytes, int Calls, long CallSeconds, int Sms, int Mms);

/// <param name="Kind">Names the text <c>SubscriptionEvents.{Kind}</c>.</param>
/// <param name="Values">What the text mentions.</param>
public sealed record HistoryLine(DateTimeOffset At, string Kind, string Actor, IReadOnlyList<string> Values)
{
    /// <summary>Number of the order that it came of, when that is within the reach; it stands among the values.</summary>
    public string? Order { get; init; }
}

/// <summary>Kreditspärr.</summary>
/// <param name="Amount">Of a month, without VAT.</param>
/// <param name="IsBarring">It was reached this month.</param>
public sealed record CostCapState(Money Amount, bool IsBarring);
