using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Orders;
using Connect.Domain.Users;

namespace Connect.Application.Orders;

/// <summary>An order by its number: its state and how it came there.</summary>
[Requires(Right.ViewSubscriptions)]
public sealed record GetOrder(string Number) : IQuery<OrderView>;

public sealed record OrderView
{
    public required string Number { get; init; }
    public required OrderType Type { get; init; }
    public required OrderState State { get; init; }
    public required string OrderedBy { get; init; }
    public required DateTimeOffset OrderedAt { get; init; }
    public required DateOnly StartsOn { get; init; }
    public DateOnly? ExpectedOn { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it was rejected.</summary>
    public string? Reason { get; init; }

    /// <summary>The customer wants it off; the operator has not answered yet.</summary>
    public DateTimeOffset? CancelRequestedAt { get; init; }

    /// <inheritdoc cref="Order.CanCancel"/>
    public bool CanCancel => Order.MayBeCancelled(State, CancelRequestedAt);

    public IReadOnlyList<OrderStep> Steps { get; init; } = [];
}

/// <summary>A state the order came to, or a remark while in it.</summary>
public sealed record OrderStep
{
    public required DateTimeOffset At { get; init; }
    public required OrderState State { get; init; }
    public string? Note { get; init; }
}
