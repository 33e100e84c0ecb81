using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Tickets;
using Connect.Domain.Users;

namespace Connect.Application.Tickets;

/// <summary>A ticket by its number, with its thread and how it stands against the agreed times.</summary>
/// <exception cref="Common.Errors.NotFoundException">There is none within the reach.</exception>
[Requires(Right.ManageTickets)]
public sealed record GetTicket(string Number) : IQuery<TicketView>;

public sealed record TicketView
{
    public required string Number { get; init; }
    public required string Title { get; init; }
    public required TicketType Type { get; init; }
    public required TicketState State { get; init; }

    /// <summary>Of support tickets.</summary>
    public TicketPriority? Priority { get; init; }

    public required string Account { get; init; }
    public required string AccountNumber { get; init; }

    /// <summary>Null where it is about none, or about one that is kept out of the portal.</summary>
    public ServiceOfTicket? Service { get; init; }

    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Null where no times are agreed.</summary>
    public TicketTimes? Times { get; init; }

    /// <summary>Why the operator's systems did not take what was written last.</summary>
    public string? Problem { get; init; }

    /// <summary>False when it was closed too long ago: a new ticket is needed.</summary>
    public required bool CanAnswer { get; init; }

    /// <summary>The last day on which an answer opens it again; null while it is not closed.</summary>
    public DateOnly? ReopensUntil { get; init; }

    /// <summary>Colleagues who get its mails, by name.</summary>
    public required IReadOnlyList<Follower> Followers { get; init; }

    /// <summary>What was written and what happened, the oldest first.</summary>
    public required IReadOnlyList<TicketEntry> Thread { get; init; }
}

/// <summary>The service as it was when the ticket was made.</summary>
/// <param name="Id">Null where the reader does not see it now.</param>
/// <param name="PhoneNumber">E.164.</param>
public sealed record ServiceOfTicket(Guid? Id, string Name, string? PhoneNumber);

/// <summary>A message (with a text) or a state that the ticket came to.</summary>
public sealed record TicketEntry
{
    public required DateTimeOffset At { get; init; }

    /// <summary>By the operator, else by the customer.</summary>
    public required bool FromOperator { get; init; }

    /// <summary>Null where the operator named nobody.</summary>
    public string? By { get; init; }

    /// <summary>Null for a state.</summary>
    public string? Text { get; init; }

    /// <summary>Null for a message.</summary>
    public TicketState? State { get; init; }

    /// <summary>Attached to the message.</summary>
    public IReadOnlyList<UploadedFile> Files { get; init; } = [];
}

/// <summary>A colleague who gets a ticket's mails.</summary>
/// <param name="Id">Null for somebody outside the reach of whoever reads.</param>
public sealed record Follower(Guid? Id, string Name);

/// <summary>The agreed times of a ticket.</summary>
/// <param name="Hours">When they count.</param>
public sealed record TicketTimes(SupportHours Hours, TicketTime? Response, TicketTime? Solution);
