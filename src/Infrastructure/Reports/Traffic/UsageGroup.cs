using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;

namespace Connect.Infrastructure.Reports.Traffic;

/// <summary>Usage of one kind of one service on one account.</summary>
internal sealed record UsageGroup
{
    public long SubscriptionSeq { get; init; }
    public long AccountSeq { get; init; }
    public string? Number { get; init; }

    /// <summary>Null for a service that has left the reach.</summary>
    public string? UserName { get; init; }

    public string? CostCentre { get; init; }
    public string? EmployeeNumber { get; init; }
    public string Account { get; init; } = "";
    public TrafficType TrafficType { get; init; }
    public TrafficDirection Direction { get; init; }
    public TrafficZone Zone { get; init; }
    public long Records { get; init; }

    /// <summary>Seconds, messages or bytes.</summary>
    public long Amount { get; init; }

    public Money Charge { get; init; }

    /// <summary>The part of the charge that is on no invoice yet; told in details only, as are country and called number.</summary>
    public Money NotInvoiced { get; init; }

    /// <summary>ISO 3166 code.</summary>
    public string? Country { get; init; }

    /// <summary>Of a call abroad whose country was not loaded.</summary>
    public string? OtherNumber { get; init; }

    public bool IsRoaming => Zone is TrafficZone.RoamingEu or TrafficZone.RoamingWorld;

    public (long, long) Service => (SubscriptionSeq, AccountSeq);

    /// <summary>The columns of the service, as cells.</summary>
    public void WriteService(IRowWriter rows)
    {
        rows.Text(Number);
        rows.Text(UserName);
        rows.Text(CostCentre);
        rows.Text(EmployeeNumber);
        rows.Text(Account);
    }

    /// <summary>The columns that <see cref="WriteService"/> fills.</summary>
    public static IReadOnlyList<SheetColumn> ServiceColumns() =>
    [
        SheetColumn.Of("Number", SheetColumnType.Phone), SheetColumn.Of("UserName", SheetColumnType.LongText), SheetColumn.Of("CostCentre", SheetColumnType.Text),
        SheetColumn.Of("EmployeeNumber", SheetColumnType.Text), SheetColumn.Of("Account", SheetColumnType.LongText),
    ];
}
