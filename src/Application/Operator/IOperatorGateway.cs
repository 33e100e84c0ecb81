using Connect.Domain.Orders;

namespace Connect.Application.Operator;

/// <summary>
/// The one way out to the operator's order handling. Called by the work engine only, never inside a transaction. Repeating a
/// call with the same key is safe and gives the same effect once.
/// </summary>
public interface IOperatorGateway
{
    Task<GatewayAnswer> SendAsync(OrderRequest request, CancellationToken cancellation);

    /// <summary>Asks the operator to stop an order that it has.</summary>
    Task<GatewayAnswer> CancelAsync(OrderCancellation request, CancellationToken cancellation);
}

/// <summary>An order for the operator.</summary>
/// <param name="IdempotencyKey">The same at every try.</param>
public sealed record OrderRequest(string IdempotencyKey, Guid OrderId, string OrderNumber, OrderType Type, DateOnly StartsOn, IReadOnlyList<OrderRequestLine> Lines);

/// <param name="Subscription">The operator's own id of the service.</param>
/// <param name="Detail">What is particular to the type of line.</param>
public sealed record OrderRequestLine(OrderType Type, string? Subscription, OrderLineDetail Detail);

public sealed record OrderCancellation(string IdempotencyKey, Guid OrderId, string OrderNumber, string? ExternalId);

/// <summary>What the operator's systems said.</summary>
public abstract record GatewayAnswer
{
    /// <summary>They have it; reports follow.</summary>
    /// <param name="ExternalId">Their own number for it.</param>
    public sealed record Accepted(string? ExternalId) : GatewayAnswer;

    /// <summary>It is carried out already.</summary>
    public sealed record Done : GatewayAnswer;

    /// <summary>It can't be done, now or later.</summary>
    /// <param name="Reason">Shown to the user.</param>
    public sealed record Rejected(string Reason) : GatewayAnswer;

    /// <summary>A time-out or a failure on their side: it may have been carried out or not. The same key is sent again.</summary>
    public sealed record Unknown(string Detail) : GatewayAnswer;
}
