using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Tickets;
using Connect.Domain.Users;

namespace Connect.Application.Tickets;

/// <summary>What a new ticket can be about: the service, by id or by a phone number in any spelling, and the times agreed for each priority.</summary>
/// <param name="PhoneNumber">Of a service within the reach; needs the right to see services.</param>
/// <exception cref="Common.Errors.NotFoundException">There is no such service within the reach.</exception>
[Requires(Right.ManageTickets)]
public sealed record GetTicketForm(Guid? SubscriptionId = null, string? PhoneNumber = null) : IQuery<TicketForm>;

public sealed record TicketForm
{
    /// <summary>Null where none was asked for, or none has the phone number.</summary>
    public FoundService? Service { get; init; }

    /// <summary>By priority, the most urgent first; empty where nothing is agreed.</summary>
    public required IReadOnlyList<PriorityTimes> Agreed { get; init; }
}

/// <summary>A service that a ticket can be about.</summary>
public sealed record FoundService
{
    public required Guid Id { get; init; }
    public required string UserName { get; init; }

    /// <summary>E.164.</summary>
    public string? PhoneNumber { get; init; }

    public required string Product { get; init; }
    public required string Account { get; init; }
    public required string AccountNumber { get; init; }
}

/// <param name="Hours">When the times count.</param>
/// <param name="Response">Until the operator has answered.</param>
/// <param name="Solution">Until it is solved.</param>
public sealed record PriorityTimes(TicketPriority Priority, SupportHours Hours, TimeSpan? Response, TimeSpan? Solution);
