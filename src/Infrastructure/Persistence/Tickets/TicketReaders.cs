using Connect.Application.Messages;
using Connect.Application.Tickets;
using Connect.Domain.Tickets;

namespace Connect.Infrastructure.Persistence.Tickets;

internal sealed class TicketReaders(DbSession db) : ITicketReaders
{
    private static readonly Stmt Select = """
        SELECT u.Id AS UserId, u.OrganisationId, p.Name, u.Email, u.Language, CASE WHEN r.RightCode IS NULL THEN 0 ELSE 1 END AS MayOpen
        FROM PortalUser u JOIN ContactPerson p ON p.Id = u.ContactPersonId LEFT JOIN UserRight r ON r.UserId = u.Id AND r.RightCode = 10
        WHERE u.OrganisationId = @organisationId AND u.IsActive = 1
          AND (u.Id = @createdById OR u.Id IN (SELECT f.UserId FROM TicketFollower f WHERE f.TicketId = @ticketId))
          AND (r.RightCode IS NOT NULL OR (u.Id = @createdById AND @isFault = 1))
          AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = u.AccountId AND t.DescendantId = @accountId)
          AND NOT EXISTS (SELECT 1 FROM UserNoticeOff n WHERE n.UserId = u.Id AND n.Notice = @notice)
        ORDER BY u.Seq
        """;

    public async Task<IReadOnlyList<TicketReader>> OfAsync(Ticket ticket, CancellationToken cancellation)
    {
        var data = ticket.Data;
        var rows = await db.ListAsync<Row>(Select, new
        {
            ticketId = data.Id, organisationId = data.OrganisationId, accountId = data.AccountId, createdById = data.CreatedById ?? Guid.Empty,
            isFault = data.Type == TicketType.PortalFault ? 1 : 0, notice = UserNotice.TicketAnswered,
        }, cancellation);
        return [.. rows.Select(row => new TicketReader(new() { UserId = row.UserId, OrganisationId = row.OrganisationId, Name = row.Name, Email = row.Email, Language = row.Language }, row.MayOpen == 1))];
    }

    private sealed record Row
    {
        public required Guid UserId { get; init; }
        public required Guid OrganisationId { get; init; }
        public required string Name { get; init; }
        public required string Email { get; init; }
        public required string Language { get; init; }
        public required int MayOpen { get; init; }
    }
}
