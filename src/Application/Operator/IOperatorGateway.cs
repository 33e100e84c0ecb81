using Connect.Application.Tickets;
using Connect.Domain.Orders;
using Connect.Domain.Tickets;

namespace Connect.Application.Operator;

/// <summary>
/// The one way out to the operator's order handling. Called by the work engine only, never inside a transaction. Repeating a
/// call with the same key is safe and gives the same effect once.
/// </summary>
public interface IOperatorGateway
{
    Task<GatewayAnswer> SendAsync(OrderRequest request, CancellationToken cancellation);

    /// <summary>Tells of a change that is no order. <see cref="GatewayAnswer.Accepted"/> and <see cref="GatewayAnswer.Done"/> both mean that it is taken.</summary>
    Task<GatewayAnswer> ChangeAsync(ChangeRequest request, CancellationToken cancellation);

    /// <summary>Asks the operator to stop an order that it has.</summary>
    Task<GatewayAnswer> CancelAsync(OrderCancellation request, CancellationToken cancellation);

    /// <summary>Tells of a new ticket, an answer or its closing. <see cref="GatewayAnswer.Accepted"/> and <see cref="GatewayAnswer.Done"/> both mean that it is taken.</summary>
    Task<GatewayAnswer> TicketAsync(TicketRequest request, CancellationToken cancellation);
}

/// <summary>An order for the operator.</summary>
/// <param name="IdempotencyKey">The same at every try.</param>
public sealed record OrderRequest(string IdempotencyKey, Guid OrderId, string OrderNumber, OrderType Type, DateOnly StartsOn, IReadOnlyList<OrderRequestLine> Lines);

/// <param name="Subscription">The operator's own id of the service.</param>
/// <param name="Detail">What is particular to the type of line.</param>
public sealed record OrderRequestLine(OrderType Type, string? Subscription, OrderLineDetail Detail);

/// <summary>A change of something that the operator has too.</summary>
/// <param name="IdempotencyKey">The same at every try.</param>
/// <param name="ChangedAt">When it was made in the portal.</param>
public sealed record ChangeRequest(string IdempotencyKey, DateTimeOffset ChangedAt, OperatorChange Change);

public sealed record OrderCancellation(string IdempotencyKey, Guid OrderId, string OrderNumber, string? ExternalId);

/// <summary>What a customer did to a ticket, with the ticket as it is.</summary>
public sealed record TicketRequest
{
    /// <summary>The same at every try.</summary>
    public string IdempotencyKey { get; init; } = "";

    public required TicketNews News { get; init; }

    /// <summary>When it was done.</summary>
    public DateTimeOffset At { get; init; }

    public required Guid TicketId { get; init; }
    public required string TicketNumber { get; init; }

    /// <summary>The operator's own id of the ticket; null until one was given.</summary>
    public string? ExternalId { get; init; }

    public required TicketType Type { get; init; }
    public required TicketState State { get; init; }
    public TicketPriority? Priority { get; init; }
    public required string Title { get; init; }

    /// <summary>The operator's id of the customer.</summary>
    public required string Organisation { get; init; }

    /// <summary>The operator's id of the account.</summary>
    public required string Account { get; init; }

    /// <summary>The operator's id of the service, if it is about one.</summary>
    public string? Subscription { get; init; }

    public DateTimeOffset? ResponseDueAt { get; init; }
    public DateTimeOffset? SolutionDueAt { get; init; }

    /// <summary>What was written; null when the ticket was closed.</summary>
    public TicketRequestMessage? Message { get; init; }
}

/// <param name="Id">Ours, of the message.</param>
/// <param name="Email">Where whoever wrote it can be reached; null when that is no user any more.</param>
/// <param name="Attachments">To be fetched with an operator key: <c>/api/v1/operator/tickets/{number}/attachments/{id}</c>.</param>
public sealed record TicketRequestMessage(Guid Id, string Author, string? Email, string Text, IReadOnlyList<TicketRequestFile> Attachments);

/// <param name="Size">Bytes.</param>
public sealed record TicketRequestFile(Guid Id, string FileName, string ContentType, long Size);

/// <summary>What the operator's systems said.</summary>
public abstract record GatewayAnswer
{
    /// <summary>They have it; reports follow.</summary>
    /// <param name="ExternalId">Their own number for it.</param>
    public sealed record Accepted(string? ExternalId) : GatewayAnswer;

    /// <summary>It is carried out already. No report follows, unless something of it is still to be told (a new SIM card's numbers).</summary>
    /// <param name="ExternalId">Their own number for it.</param>
    public sealed record Done(string? ExternalId = null) : GatewayAnswer;

    /// <summary>It can't be done, now or later.</summary>
    /// <param name="Reason">Shown to the user; null when they gave none.</param>
    public sealed record Rejected(string? Reason) : GatewayAnswer;

    /// <summary>A time-out or a failure on their side: it may have been carried out or not. The same key is sent again.</summary>
    public sealed record Unknown(string Detail) : GatewayAnswer;
}
