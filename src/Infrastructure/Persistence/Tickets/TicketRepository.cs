using System.Data.Common;
using Connect.Application.Common.Errors;
using Connect.Application.Search;
using Connect.Application.Tickets;
using Connect.Domain.Common;
using Connect.Domain.Tickets;
using Connect.Domain.Users;
using Connect.Infrastructure.Search;

namespace Connect.Infrastructure.Persistence.Tickets;

internal sealed class TicketRepository(DbSession db, SearchIndex index) : ITicketRepository
{
    private static readonly Stmt SelectInReach = $"""
        SELECT {StoredTicket.Columns}
        FROM Ticket k
        WHERE k.Number = @number AND k.OrganisationId = @organisationId
          AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = k.AccountId)
        """;

    private static readonly Stmt SelectByNumber = $"SELECT {StoredTicket.Columns} FROM Ticket k WHERE k.Number = @number";
    private static readonly Stmt SelectById = $"SELECT {StoredTicket.Columns} FROM Ticket k WHERE k.Id = @id";
    private static readonly Stmt CountNumber = "SELECT COUNT(*) FROM Ticket WHERE Number = @number";

    private static readonly Stmt CountTold = """
        SELECT (SELECT COUNT(*) FROM TicketMessage WHERE TicketId = @ticketId AND ExternalId = @externalId)
            + (SELECT COUNT(*) FROM TicketEvent WHERE TicketId = @ticketId AND ExternalId = @externalId)
            + (SELECT COUNT(*) FROM TicketReport WHERE TicketId = @ticketId AND ExternalId = @externalId)
        """;

    private static readonly Stmt Insert = """
        INSERT INTO Ticket (Id, OrganisationId, AccountId, SubscriptionId, ServiceName, ServiceNumber, Number, ExternalId, Type, Priority, Title, SearchTitle, State,
            CreatedById, CreatedBy, CreatedAt, UpdatedAt, AnsweredAt, SolvedAt, EndedAt, SlaHours, SlaResponseMinutes, SlaSolutionMinutes, ResponseDueAt, SolutionDueAt,
            SlaStoppedAt, Problem, Version)
        VALUES (@Id, @OrganisationId, @AccountId, @SubscriptionId, @ServiceName, @ServiceNumber, @Number, @ExternalId, @Type, @Priority, @Title, @searchTitle, @State,
            @CreatedById, @CreatedBy, @CreatedAt, @UpdatedAt, @AnsweredAt, @SolvedAt, @EndedAt, @SlaHours, @SlaResponseMinutes, @SlaSolutionMinutes, @ResponseDueAt, @SolutionDueAt,
            @SlaStoppedAt, @Problem, 1)
        """;

    private static readonly Stmt Update = """
        UPDATE Ticket
        SET State = @State, UpdatedAt = @UpdatedAt, AnsweredAt = @AnsweredAt, SolvedAt = @SolvedAt, EndedAt = @EndedAt, SolutionDueAt = @SolutionDueAt,
            SlaStoppedAt = @SlaStoppedAt, Problem = @Problem, Version = Version + 1
        WHERE Id = @Id AND Version = @Version
        """;

    private static readonly Stmt InsertMessage = """
        INSERT INTO TicketMessage (Id, TicketId, ExternalId, At, FromOperator, AuthorId, Author, Text)
        VALUES (@Id, @ticketId, @externalId, @At, @FromOperator, @AuthorId, @Author, @Text)
        """;

    private static readonly Stmt InsertEvent = """
        INSERT INTO TicketEvent (Id, TicketId, ExternalId, At, State, ActedBy) VALUES (@Id, @ticketId, @ExternalId, @At, @State, @By)
        """;

    private static readonly Stmt UpdateExternalId = $"""
        UPDATE Ticket SET ExternalId = @reference
        WHERE Id = @ticketId AND ExternalId LIKE '{PortalId.Prefix}%'
        AND NOT EXISTS (SELECT 1 FROM Ticket other WHERE other.OrganisationId = Ticket.OrganisationId AND other.ExternalId = @reference)
        """;

    private static readonly Stmt UpdateMessageId = $"""
        UPDATE TicketMessage SET ExternalId = @reference
        WHERE Id = @messageId AND ExternalId LIKE '{PortalId.Prefix}%'
        AND NOT EXISTS (SELECT 1 FROM TicketMessage other WHERE other.TicketId = TicketMessage.TicketId AND other.ExternalId = @reference)
        """;

    private static readonly Stmt InsertReport = "INSERT INTO TicketReport (TicketId, ExternalId) VALUES (@ticketId, @externalId)";

    public async Task<Ticket?> FindAsync(AccountReach reach, string number, CancellationToken cancellation) =>
        Made(await db.FirstOrDefaultAsync<StoredTicket>(SelectInReach, new { number, organisationId = reach.OrganisationId, reachId = reach.AccountId }, cancellation));

    public async Task<Ticket?> FindForOperatorAsync(string number, CancellationToken cancellation) =>
        Made(await db.FirstOrDefaultAsync<StoredTicket>(SelectByNumber, new { number }, cancellation));

    public async Task<Ticket?> FindForOperatorAsync(Guid id, CancellationToken cancellation) =>
        Made(await db.FirstOrDefaultAsync<StoredTicket>(SelectById, new { id }, cancellation));

    public async Task<bool> IsTakenAsync(string number, CancellationToken cancellation) => await db.FirstOrDefaultAsync<int>(CountNumber, new { number }, cancellation) > 0;

    public async Task<bool> IsToldAsync(Guid ticketId, string externalId, CancellationToken cancellation) =>
        await db.FirstOrDefaultAsync<int>(CountTold, new { ticketId, externalId }, cancellation) > 0;

    public async Task SaveAsync(Ticket ticket, CancellationToken cancellation)
    {
        try
        {
            if (ticket.Data.Version == 0) await InsertAsync(ticket.Data, cancellation);
            else if (await db.ExecuteAsync(Update, StoredTicket.Of(ticket.Data), cancellation) == 0) throw new ConflictException();
            foreach (var message in ticket.NewMessages) await InsertAsync(ticket.Id, message, cancellation);
            foreach (var happened in ticket.NewEvents)
                await db.ExecuteAsync(InsertEvent, new { happened.Id, ticketId = ticket.Id, happened.ExternalId, happened.At, happened.State, happened.By }, cancellation);
        }
        catch (DbException error) when (db.IsUniqueViolation(error))
        {
            throw new ConflictException();
        }
    }

    public Task GiveIdAsync(Guid ticketId, string reference, CancellationToken cancellation) => db.ExecuteAsync(UpdateExternalId, new { ticketId, reference }, cancellation);

    public Task GiveMessageIdAsync(Guid messageId, string reference, CancellationToken cancellation) => db.ExecuteAsync(UpdateMessageId, new { messageId, reference }, cancellation);

    public async Task RememberAsync(Guid ticketId, string externalId, CancellationToken cancellation)
    {
        try
        {
            await db.ExecuteAsync(InsertReport, new { ticketId, externalId }, cancellation);
        }
        catch (DbException error) when (db.IsUniqueViolation(error))
        {
            throw new ConflictException();
        }
    }

    private async Task InsertAsync(TicketData data, CancellationToken cancellation)
    {
        var row = StoredTicket.Of(data);
        await db.ExecuteAsync(Insert, new
        {
            row.Id, row.OrganisationId, row.AccountId, row.SubscriptionId, row.ServiceName, row.ServiceNumber, row.Number, row.ExternalId, row.Type, row.Priority, row.Title,
            searchTitle = SwedishText.Fold(row.Title), row.State, row.CreatedById, row.CreatedBy, row.CreatedAt, row.UpdatedAt, row.AnsweredAt, row.SolvedAt, row.EndedAt,
            row.SlaHours, row.SlaResponseMinutes, row.SlaSolutionMinutes, row.ResponseDueAt, row.SolutionDueAt, row.SlaStoppedAt, row.Problem,
        }, cancellation);
        await index.RefreshAsync(SearchKind.Ticket, [data.Id], cancellation);
    }

    private Task InsertAsync(Guid ticketId, TicketMessage message, CancellationToken cancellation) => db.ExecuteAsync(InsertMessage, new
    {
        message.Id, ticketId, externalId = message.ExternalId ?? PortalId.Of(message.Id), message.At, message.FromOperator, message.AuthorId, message.Author, message.Text,
    }, cancellation);

    private static Ticket? Made(StoredTicket? row) => row is null ? null : new(row.ToData());
}
