using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Users;

namespace Connect.Application.Orders;

/// <summary>ORD 3: an order by its number: what was ordered, its state and how it came there. For whoever orders, and for whoever sees or manages the services.</summary>
[Requires(Right.ViewSubscriptions, Right.ManageSubscriptions, Right.PlaceOrders, Any = true)]
public sealed record GetOrder(string Number) : IQuery<OrderView>;

public sealed record OrderView
{
    public required string Number { get; init; }
    public required OrderType Type { get; init; }
    public required OrderState State { get; init; }

    /// <summary>The operator's own number for it, once it is known.</summary>
    public string? ExternalId { get; init; }

    public required string AccountNumber { get; init; }
    public required string Account { get; init; }

    /// <summary>The service that it is about; null when that is not within the reach, or was moved out of it since.</summary>
    public Guid? SubscriptionId { get; init; }

    /// <summary>Name of the service's user; null for an order of no service in the portal.</summary>
    public string? Service { get; init; }

    public required string OrderedBy { get; init; }
    public required DateTimeOffset OrderedAt { get; init; }

    /// <summary>The Swedish day from which it is to hold.</summary>
    public required DateOnly StartsOn { get; init; }

    public DateOnly? ExpectedOn { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it was rejected.</summary>
    public string? Reason { get; init; }

    /// <summary>The customer wants it off; the operator has not answered yet.</summary>
    public DateTimeOffset? CancelRequestedAt { get; init; }

    /// <inheritdoc cref="Order.CanCancel"/>
    public bool CanCancel => Order.MayBeCancelled(State, CancelRequestedAt);

    public IReadOnlyList<OrderedLine> Lines { get; init; } = [];
    public IReadOnlyList<OrderStep> Steps { get; init; } = [];
}

/// <summary>One thing that was ordered.</summary>
public sealed record OrderedLine
{
    public required OrderType Type { get; init; }

    /// <summary>Name of the product; null when none was ordered.</summary>
    public string? Product { get; init; }

    /// <summary>Without VAT.</summary>
    public required Money MonthlyPrice { get; init; }

    /// <summary>Without VAT.</summary>
    public required Money OneTimePrice { get; init; }

    public required OrderLineDetail Detail { get; init; }
}

/// <summary>A state the order came to, or a remark while in it.</summary>
public sealed record OrderStep
{
    public required DateTimeOffset At { get; init; }
    public required OrderState State { get; init; }
    public string? Note { get; init; }
}
