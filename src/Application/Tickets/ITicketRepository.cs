using Connect.Domain.Tickets;
using Connect.Domain.Users;

namespace Connect.Application.Tickets;

/// <summary>Tickets to be changed: load, call the rule, save.</summary>
public interface ITicketRepository
{
    /// <summary>The ticket of that number, or null when there is none within the reach.</summary>
    Task<Ticket?> FindAsync(AccountReach reach, string number, CancellationToken cancellation);

    /// <summary>For the operator's reports, which reach every ticket.</summary>
    Task<Ticket?> FindForOperatorAsync(string number, CancellationToken cancellation);

    /// <inheritdoc cref="FindForOperatorAsync(string, CancellationToken)"/>
    Task<Ticket?> FindForOperatorAsync(Guid id, CancellationToken cancellation);

    /// <summary>True when any customer's ticket has the number.</summary>
    Task<bool> IsTakenAsync(string number, CancellationToken cancellation);

    /// <summary>True when the operator has told this before: a message, a state or a report that changed nothing under that id.</summary>
    Task<bool> IsToldAsync(Guid ticketId, string externalId, CancellationToken cancellation);

    /// <summary>Writes the ticket, also a new one, with what was written and the states it came to.</summary>
    /// <exception cref="Common.Errors.ConflictException">Somebody else changed it since it was loaded, or told the same at the same time.</exception>
    Task SaveAsync(Ticket ticket, CancellationToken cancellation);

    /// <summary>
    /// Gives a ticket that was made in the portal the operator's own id, so that the operator's next load finds it. Nothing happens when it has one
    /// already, or when another ticket of the organisation has that id.
    /// </summary>
    Task GiveIdAsync(Guid ticketId, string reference, CancellationToken cancellation);

    /// <summary>Gives a message that was written in the portal the operator's own id, as <see cref="GiveIdAsync"/> does a ticket.</summary>
    Task GiveMessageIdAsync(Guid messageId, string reference, CancellationToken cancellation);

    /// <summary>Keeps the id of a report that left neither a message nor a state behind.</summary>
    /// <exception cref="Common.Errors.ConflictException">The same was told at the same time.</exception>
    Task RememberAsync(Guid ticketId, string externalId, CancellationToken cancellation);
}
