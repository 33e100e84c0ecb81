using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Users;

namespace Connect.Application.Orders;

/// <summary>What is ordered for a service and not carried out yet, the next first.</summary>
[Requires(Right.ViewSubscriptions)]
public sealed record ListComingChanges(Guid SubscriptionId) : IQuery<IReadOnlyList<ComingChange>>;

public sealed record ComingChange
{
    public required string OrderNumber { get; init; }
    public required OrderType Type { get; init; }
    public required OrderState State { get; init; }
    public required string OrderedBy { get; init; }
    public required DateTimeOffset OrderedAt { get; init; }
    public required DateOnly StartsOn { get; init; }
    public DateOnly? ExpectedOn { get; init; }

    /// <summary>The customer wants it off; the operator has not answered yet.</summary>
    public DateTimeOffset? CancelRequestedAt { get; init; }

    /// <summary>How a new SIM card comes; null for other orders.</summary>
    public SimDeliveryWay? SimWay { get; init; }

    /// <summary>The account that a service is moved to; null for other orders.</summary>
    public string? MovesTo { get; init; }

    /// <summary>Data package and price lists that a service is to have; null for other orders.</summary>
    public string? ChangesTo { get; init; }

    /// <summary>Its whole monthly price then; null for other orders.</summary>
    public Money? MonthlyPrice { get; init; }

    /// <summary>Data that is bought beside the package; null for other orders.</summary>
    public string? TopsUpWith { get; init; }

    /// <summary>The first day of the month that the data is for; null for other orders.</summary>
    public DateOnly? ForMonth { get; init; }

    /// <summary>What is paid once; null for orders without.</summary>
    public Money? OneTimePrice { get; init; }

    /// <summary>True while it can be called off (with <see cref="Right.ManageSubscriptions"/>).</summary>
    public bool CanCancel => Order.MayBeCancelled(State, CancelRequestedAt);
}
