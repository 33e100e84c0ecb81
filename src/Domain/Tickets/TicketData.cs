namespace Connect.Domain.Tickets;

/// <summary>What is kept of a ticket beside its thread.</summary>
public sealed record TicketData
{
    public const int TitleLength = 150;

    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>The service that it is about, if it is about one.</summary>
    public Guid? SubscriptionId { get; init; }

    /// <summary>The service's user name when the ticket was made.</summary>
    public string? ServiceName { get; init; }

    /// <summary>The service's phone number when the ticket was made; E.164.</summary>
    public string? ServiceNumber { get; init; }

    public required string Number { get; init; }

    /// <summary>The operator's id; one of the portal's own until the operator has given it one.</summary>
    public required string ExternalId { get; init; }

    public required TicketType Type { get; init; }

    /// <summary>Of support tickets only.</summary>
    public TicketPriority? Priority { get; init; }

    public required string Title { get; init; }
    public required TicketState State { get; init; }
    public Guid? CreatedById { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When anything happened last.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the operator first answered.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When it was solved, or else closed; null while it goes on.</summary>
    public DateTimeOffset? SolvedAt { get; init; }

    /// <summary>When it came to Löst or Stängt, as it stands; null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Null where no times are agreed.</summary>
    public TicketSla? Sla { get; init; }

    /// <summary>Why the operator's systems did not take what was written last, for the user to read.</summary>
    public string? Problem { get; init; }

    /// <summary>0 when it is not in the database yet.</summary>
    public required int Version { get; init; }
}

/// <summary>What a ticket begins with.</summary>
/// <param name="Priority">Of support tickets only.</param>
/// <param name="Agreed">The times agreed for the priority, if any are.</param>
public sealed record NewTicket(Guid OrganisationId, Guid AccountId, string Number, TicketType Type, string Title, string Text)
{
    public TicketPriority? Priority { get; init; }
    public TicketService? Service { get; init; }
    public AgreedTimes? Agreed { get; init; }
}

/// <summary>The service that a ticket is about.</summary>
/// <param name="PhoneNumber">E.164, if it has one.</param>
public sealed record TicketService(Guid Id, string Name, string? PhoneNumber);
