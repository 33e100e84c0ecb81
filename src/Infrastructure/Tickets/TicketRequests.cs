using Connect.Application.Operator;
using Connect.Application.Tickets;
using Connect.Domain.Common;
using Connect.Domain.Tickets;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Tickets;

internal sealed class TicketRequests(DbSession db) : ITicketRequests
{
    private static readonly Stmt SelectIds = """
        SELECT o.ExternalId AS Organisation, a.ExternalId AS Account, s.ExternalId AS Subscription
        FROM Ticket k JOIN Organisation o ON o.Id = k.OrganisationId JOIN Account a ON a.Id = k.AccountId LEFT JOIN Subscription s ON s.Id = k.SubscriptionId
        WHERE k.Id = @ticketId
        """;

    private static readonly Stmt SelectMessage = """
        SELECT m.Id, m.Author, u.Email, m.Text FROM TicketMessage m LEFT JOIN PortalUser u ON u.Id = m.AuthorId WHERE m.Id = @messageId
        """;

    private static readonly Stmt SelectFiles = "SELECT Id, FileName, ContentType, FileSize FROM TicketAttachment WHERE TicketId = @ticketId AND MessageId = @messageId ORDER BY UploadedAt, FileName";

    public async Task<TicketRequest> MakeAsync(Ticket ticket, TicketNews news, Guid? messageId, CancellationToken cancellation)
    {
        var ids = (await db.FirstOrDefaultAsync<Ids>(SelectIds, new { ticketId = ticket.Id }, cancellation))!;
        var data = ticket.Data;
        return new TicketRequest
        {
            News = news, TicketId = data.Id, TicketNumber = data.Number, ExternalId = PortalId.Told(data.ExternalId), Type = data.Type, State = data.State,
            Priority = data.Priority, Title = data.Title, Organisation = ids.Organisation, Account = ids.Account, Subscription = PortalId.Told(ids.Subscription),
            ResponseDueAt = data.Sla?.ResponseDueAt, SolutionDueAt = data.Sla?.SolutionDueAt,
            Message = messageId is { } id ? await MessageAsync(data.Id, id, cancellation) : null,
        };
    }

    private async Task<TicketRequestMessage?> MessageAsync(Guid ticketId, Guid messageId, CancellationToken cancellation)
    {
        var message = await db.FirstOrDefaultAsync<MessageRow>(SelectMessage, new { messageId }, cancellation);
        var files = await db.ListAsync<FileRow>(SelectFiles, new { ticketId, messageId }, cancellation);
        return message is null ? null : new(message.Id, message.Author, message.Email, message.Text, [.. files.Select(file => new TicketRequestFile(file.Id, file.FileName, file.ContentType, file.FileSize))]);
    }

    private sealed record Ids
    {
        public required string Organisation { get; init; }
        public required string Account { get; init; }
        public string? Subscription { get; init; }
    }

    private sealed record MessageRow
    {
        public required Guid Id { get; init; }
        public required string Author { get; init; }
        public string? Email { get; init; }
        public required string Text { get; init; }
    }

    private sealed record FileRow
    {
        public required Guid Id { get; init; }
        public required string FileName { get; init; }
        public required string ContentType { get; init; }
        public required long FileSize { get; init; }
    }
}
