namespace Connect.Domain.Tickets;

/// <summary>What somebody wrote in a ticket. The first one is its text.</summary>
/// <param name="FromOperator">Written by the operator's support, else by the customer.</param>
/// <param name="AuthorId">The user who wrote it; null for the operator and for what was loaded.</param>
/// <param name="Author">The name as it was then.</param>
/// <param name="ExternalId">The operator's own id of it, for what came from there.</param>
public sealed record TicketMessage(Guid Id, DateTimeOffset At, bool FromOperator, Guid? AuthorId, string Author, string Text, string? ExternalId = null)
{
    public const int TextLength = 10_000;
    public const int AuthorLength = 200;
    public const int ExternalIdLength = 100;
}

/// <summary>A state that a ticket came to.</summary>
/// <param name="By">Who did it, by name; null for the operator.</param>
/// <param name="ExternalId">The operator's own id of the report.</param>
public sealed record TicketEvent(Guid Id, DateTimeOffset At, TicketState State, string? By, string? ExternalId = null);

/// <summary>Who does something to a ticket.</summary>
/// <param name="Id">The user; null for the operator.</param>
public sealed record TicketActor(Guid? Id, string Name);
