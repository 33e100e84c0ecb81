using Connect.Application.Messages;
using Connect.Domain.Tickets;

namespace Connect.Application.Tickets;

/// <summary>Who is told of a ticket by mail.</summary>
public interface ITicketReaders
{
    /// <summary>
    /// Whoever made it and its followers, as far as they are active, reach its account, may see tickets and want such mails. Whoever reported a fault of the
    /// portal needs no right: the answer comes by mail.
    /// </summary>
    Task<IReadOnlyList<TicketReader>> OfAsync(Ticket ticket, CancellationToken cancellation);
}

/// <summary>Whom a mail about a ticket goes to.</summary>
/// <param name="MayOpen">The ticket's page is theirs to see.</param>
public sealed record TicketReader(NoticeReader To, bool MayOpen);

/// <summary>Tells by mail that the operator has answered, or that the ticket is solved or closed.</summary>
public sealed class TicketMail(ITicketReaders readers, IMessages messages, MessageTexts texts)
{
    /// <param name="answer">Null when nothing was written.</param>
    public async Task SendAsync(Ticket ticket, TicketMessage? answer, CancellationToken cancellation)
    {
        foreach (var reader in await readers.OfAsync(ticket, cancellation))
        {
            var (subject, text) = texts.TicketAnswered(reader, ticket.Data, answer?.Text);
            await messages.MailAsync(new Mail { To = reader.To.Email, Subject = subject, Text = text, OrganisationId = reader.To.OrganisationId, UserId = reader.To.UserId }, cancellation);
        }
    }
}
