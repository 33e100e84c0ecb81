using Connect.Domain.Common;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Subscriptions;

/// <summary>A service as it stands in lists.</summary>
public sealed record SubscriptionRow
{
    public Guid Id { get; init; }
    public SubscriptionStatus Status { get; init; }
    public SubscriptionKind Kind { get; init; }

    /// <summary>Name of whoever uses it, shown in the portal and on the invoice.</summary>
    public string UserName { get; init; } = "";

    /// <summary>E.164; the mobile number of a PBX user that has a fixed one too.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>E.164.</summary>
    public string? FixedNumber { get; init; }

    /// <summary>Name of the product.</summary>
    public string Product { get; init; } = "";

    /// <summary>Alias or name of the account.</summary>
    public string Account { get; init; } = "";

    /// <summary>Per month, without VAT.</summary>
    public Money MonthlyPrice { get; init; }

    public string? CostCentre { get; init; }
    public string? EmployeeNumber { get; init; }
    public DateOnly? EndsOn { get; init; }
}
