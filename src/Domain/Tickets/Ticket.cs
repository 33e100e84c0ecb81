using Connect.Domain.Common;

namespace Connect.Domain.Tickets;

/// <summary>
/// A question or fault that a customer writes to the operator about: a thread of messages of both sides, and a state that follows the operator's
/// reports and the customer's answers.
/// </summary>
public sealed class Ticket(TicketData data)
{
    /// <summary>So many Swedish days after the one on which it was closed an answer opens it again.</summary>
    public const int ReopenDays = 14;

    private readonly List<TicketMessage> _newMessages = [];
    private readonly List<TicketEvent> _newEvents = [];

    public TicketData Data { get; private set; } = data;
    public Guid Id => Data.Id;
    public string Number => Data.Number;
    public TicketState State => Data.State;

    /// <summary>What was written since it was loaded; written when it is saved.</summary>
    public IReadOnlyList<TicketMessage> NewMessages => _newMessages;

    /// <summary>States that it came to since it was loaded.</summary>
    public IReadOnlyList<TicketEvent> NewEvents => _newEvents;

    public static Ticket Create(NewTicket start, TicketActor by, DateTimeOffset at)
    {
        var id = Guid.CreateVersion7();
        var ticket = new Ticket(new TicketData
        {
            Id = id, ExternalId = PortalId.Of(id), OrganisationId = start.OrganisationId, AccountId = start.AccountId, SubscriptionId = start.Service?.Id,
            ServiceName = start.Service?.Name, ServiceNumber = start.Service?.PhoneNumber, Number = start.Number, Type = start.Type, Priority = start.Priority,
            Title = start.Title, State = TicketState.New, CreatedById = by.Id, CreatedBy = by.Name, CreatedAt = at, UpdatedAt = at,
            Sla = start.Agreed is { } agreed ? TicketSla.Start(agreed, at) : null, Version = 0,
        });
        ticket.Tell(TicketState.New, at, by.Name, null);
        ticket.Write(new(Guid.CreateVersion7(), at, false, by.Id, by.Name, start.Text));
        return ticket;
    }

    /// <summary>The last Swedish day on which an answer opens it again; null while it is not closed.</summary>
    public DateOnly? ReopensUntil => ReopensUntilOf(Data.State, Data.EndedAt);

    /// <summary>The rule of <see cref="ReopensUntil"/>, for those who show a ticket without loading it.</summary>
    public static DateOnly? ReopensUntilOf(TicketState state, DateTimeOffset? endedAt) =>
        state == TicketState.Closed && endedAt is { } ended ? StockholmTime.DayOf(ended).AddDays(ReopenDays) : null;

    /// <summary>The customer writes. What waited for the customer, or had ended, goes on.</summary>
    /// <exception cref="DomainRuleException">It was closed too long ago.</exception>
    public TicketMessage Answer(string text, TicketActor by, DateTimeOffset at)
    {
        if (ReopensUntil < StockholmTime.DayOf(at)) throw new DomainRuleException("TicketClosedTooLong");
        var message = Write(new(Guid.CreateVersion7(), at, false, by.Id, by.Name, text));
        if (!State.Counts()) MoveTo(TicketState.InProgress, at, by.Name);
        return message;
    }

    /// <summary>The customer needs no more.</summary>
    /// <exception cref="DomainRuleException">It is closed.</exception>
    public void Close(TicketActor by, DateTimeOffset at)
    {
        if (State == TicketState.Closed) throw new DomainRuleException("TicketClosed");
        MoveTo(TicketState.Closed, at, by.Name);
    }

    /// <summary>The operator writes. A new ticket is under way then, unless the operator says otherwise; one that has ended stays ended.</summary>
    public TicketMessage Receive(TicketMessage message)
    {
        Write(message);
        if (Data.AnsweredAt is null) Data = Data with { AnsweredAt = message.At };
        if (State == TicketState.New) MoveTo(TicketState.InProgress, message.At, null);
        return message;
    }

    /// <summary>The operator says where it stands. The state that it is in changes nothing.</summary>
    /// <param name="externalId">The operator's id of the report.</param>
    public void Report(TicketState state, DateTimeOffset at, string? externalId)
    {
        if (state == TicketState.New) throw new DomainRuleException("TicketStateNew", "State");
        if (state == State) return;
        // Whoever waits for the customer, or has solved it, has looked at it.
        if (!state.Counts() && Data.AnsweredAt is null) Data = Data with { AnsweredAt = at };
        MoveTo(state, at, null, externalId);
    }

    /// <summary>The operator's systems have what was written.</summary>
    public void Sent() => Data = Data with { Problem = null };

    /// <summary>The operator's systems did not take what was written last.</summary>
    /// <param name="reason">Shown to the user.</param>
    public void NotSent(string reason) => Data = Data with { Problem = reason };

    private TicketMessage Write(TicketMessage message)
    {
        _newMessages.Add(message);
        Data = Data with { UpdatedAt = message.At };
        return message;
    }

    private void MoveTo(TicketState state, DateTimeOffset at, string? by, string? externalId = null)
    {
        var sla = state.Counts() ? Data.Sla?.GoOn(at) : Data.Sla?.Stop(at);
        // What the customer closes was solved only where the operator had said so.
        var solved = state switch { TicketState.Solved => at, TicketState.Closed => Data.SolvedAt ?? (by is null ? at : null), _ => (DateTimeOffset?)null };
        Data = Data with { State = state, UpdatedAt = at, Sla = sla, SolvedAt = solved, EndedAt = state.IsOpen() ? null : at };
        Tell(state, at, by, externalId);
    }

    private void Tell(TicketState state, DateTimeOffset at, string? by, string? externalId) => _newEvents.Add(new(Guid.CreateVersion7(), at, state, by, externalId));
}
