using Connect.Domain.Common;

namespace Connect.Domain.Orders;

/// <summary>
/// What a customer asked the operator to do, with a number and a state that follows the operator's reports:
/// Received → Processing → Delivered, or Rejected, or Cancelled as long as nobody has begun.
/// </summary>
public sealed class Order(OrderData data, IReadOnlyList<OrderLine> lines)
{
    private readonly List<OrderEvent> _newEvents = [];

    public OrderData Data { get; private set; } = data;
    public IReadOnlyList<OrderLine> Lines { get; private set; } = lines;

    public Guid Id => Data.Id;
    public string Number => Data.Number;
    public OrderState State => Data.State;

    /// <summary>Pågående: Received or Processing.</summary>
    public bool IsOpen => State is OrderState.Received or OrderState.Processing;

    /// <summary>True when the operator's word "done" says all there is to say.</summary>
    public bool IsToldByDone => !Lines.Any(line => line.Detail.NeedsReport());

    /// <summary>True while <see cref="RequestCancel"/> is allowed.</summary>
    public bool CanCancel => MayBeCancelled(State, Data.CancelRequestedAt);

    /// <summary>The rule of <see cref="CanCancel"/>, for those who show an order without loading it.</summary>
    public static bool MayBeCancelled(OrderState state, DateTimeOffset? cancelRequestedAt) => state == OrderState.Received && cancelRequestedAt is null;

    /// <summary>True when the end of its service comes first; what the operator has is not Connect's to call off.</summary>
    /// <param name="endsOn">The day of the end.</param>
    public bool IsCalledOffBy(DateOnly endsOn) => Data.StartsOn >= endsOn && Data.SentAt is null;

    /// <summary>What happened since it was loaded; written when it is saved.</summary>
    public IReadOnlyList<OrderEvent> NewEvents => _newEvents;

    public static Order Place(OrderType type, Guid organisationId, Guid accountId, OrderStart start, IReadOnlyList<OrderLine> lines)
    {
        var order = new Order(new OrderData
        {
            Id = Guid.CreateVersion7(), OrganisationId = organisationId, AccountId = accountId, Number = start.Number, Type = type,
            State = OrderState.Received, OrderedById = start.OrderedById, OrderedBy = start.OrderedBy, OrderedAt = start.At,
            StartsOn = start.StartsOn, ExpectedOn = start.ExpectedOn, Version = 0,
        }, lines);
        order.Tell(start.At, null);
        return order;
    }

    /// <summary>The operator's systems have it. Repeating it changes nothing.</summary>
    /// <param name="externalId">The operator's own number for it.</param>
    public void Sent(string? externalId, DateTimeOffset at) =>
        Data = Data with { SentAt = Data.SentAt ?? at, ExternalId = externalId ?? Data.ExternalId };

    /// <summary>Somebody at the operator has begun. Late or repeated reports change nothing.</summary>
    public void Process(DateTimeOffset at, DateOnly? expectedOn = null)
    {
        if (State == OrderState.Received) MoveTo(OrderState.Processing, at, null);
        if (IsOpen) Data = Data with { SentAt = Data.SentAt ?? at, CancelRequestedAt = null, CancelledById = null, ExpectedOn = expectedOn ?? Data.ExpectedOn };
    }

    public void Deliver(DateTimeOffset at) => End(OrderState.Delivered, at, null);

    /// <param name="reason">Shown to the user.</param>
    public void Reject(string reason, DateTimeOffset at) => End(OrderState.Rejected, at, OrderData.Shortened(reason));

    /// <summary>The customer wants it off. Possible until somebody at the operator has begun.</summary>
    /// <returns>False when that was asked already, and the operator has not answered yet.</returns>
    /// <exception cref="DomainRuleException">It is being carried out or has ended.</exception>
    public bool RequestCancel(DateTimeOffset at, Guid? byId)
    {
        if (State != OrderState.Received) throw new DomainRuleException("OrderTooLateToCancel");
        if (!CanCancel) return false;
        Data = Data with { CancelRequestedAt = at, CancelledById = Data.CancelledById ?? byId };
        return true;
    }

    /// <summary>It is off, before anything was done.</summary>
    /// <param name="reason">Shown to the user; null when somebody wished it.</param>
    /// <param name="byId">Who wished it, where that is not known from <see cref="RequestCancel"/>.</param>
    public void Cancel(DateTimeOffset at, string? reason = null, Guid? byId = null)
    {
        Data = Data with { CancelledById = Data.CancelledById ?? byId };
        End(OrderState.Cancelled, at, reason);
    }

    /// <summary>The operator could not stop it; it goes on.</summary>
    public void CancelRefused(string reason, DateTimeOffset at)
    {
        if (!IsOpen) return;
        Data = Data with { CancelRequestedAt = null, CancelledById = null };
        Tell(at, OrderData.Shortened(reason));
    }

    private void End(OrderState state, DateTimeOffset at, string? reason)
    {
        if (State == state) return;
        if (!IsOpen) throw new DomainRuleException("OrderHasEnded");
        Data = Data with { EndedAt = at, Reason = reason, CancelRequestedAt = null };
        Lines = [.. Lines.Select(line => line with { IsOpen = false })];
        MoveTo(state, at, reason);
    }

    private void MoveTo(OrderState state, DateTimeOffset at, string? note)
    {
        Data = Data with { State = state };
        Tell(at, note);
    }

    private void Tell(DateTimeOffset at, string? note) => _newEvents.Add(new OrderEvent(Guid.CreateVersion7(), at, State, note));
}

/// <summary>What is kept of an order beside its lines.</summary>
public sealed record OrderData
{
    public const int MaxReason = 500;

    /// <summary>A reason as it is kept, here and in histories.</summary>
    public static string Shortened(string reason) => reason.Length <= MaxReason ? reason : reason[..MaxReason];

    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }

    /// <summary>The account of the service, or that the new service will belong to.</summary>
    public required Guid AccountId { get; init; }

    public required string Number { get; init; }

    /// <summary>The operator's own number, once it is known.</summary>
    public string? ExternalId { get; init; }

    public required OrderType Type { get; init; }
    public required OrderState State { get; init; }
    public Guid? OrderedById { get; init; }
    public required string OrderedBy { get; init; }
    public required DateTimeOffset OrderedAt { get; init; }

    /// <summary>The Swedish day from which it is to hold.</summary>
    public required DateOnly StartsOn { get; init; }

    public DateOnly? ExpectedOn { get; init; }

    /// <summary>When the operator's systems confirmed that they have it.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The customer wants it off and the operator has not answered yet.</summary>
    public DateTimeOffset? CancelRequestedAt { get; init; }

    /// <summary>Who wished it off; null while nobody has, or when it was the operator.</summary>
    public Guid? CancelledById { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it was rejected, for the user to read.</summary>
    public string? Reason { get; init; }

    /// <summary>The operator loaded it: it and what it does to a service are the operator's to tell.</summary>
    public bool IsLoaded { get; init; }

    /// <summary>0 when it is not in the database yet.</summary>
    public required int Version { get; init; }
}

/// <summary>Who orders, when, under which number, and from which day.</summary>
public sealed record OrderStart(string Number, Guid? OrderedById, string OrderedBy, DateTimeOffset At, DateOnly StartsOn, DateOnly? ExpectedOn);

/// <summary>A state that an order came to, or a remark while in it.</summary>
public sealed record OrderEvent(Guid Id, DateTimeOffset At, OrderState State, string? Note);
