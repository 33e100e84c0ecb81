using System.Data.Common;
using Connect.Application.Tickets;
using Connect.Domain.Users;

namespace Connect.Infrastructure.Persistence.Tickets;

internal sealed class TicketFiles(DbSession db) : ITicketFiles
{
    private const string Columns = "f.Id, f.FileName, f.ContentType, f.FileSize AS Size, f.FileKey";

    private static readonly Stmt SelectUploads = $"""
        SELECT {Columns} FROM TicketAttachment f
        WHERE f.Id IN @ids AND f.OrganisationId = @organisationId AND f.UploadedById = @userId AND f.MessageId IS NULL
        ORDER BY f.UploadedAt, f.Id
        """;

    private static readonly Stmt SelectInReach = $"""
        SELECT {Columns} FROM TicketAttachment f JOIN Ticket k ON k.Id = f.TicketId
        WHERE f.Id = @id AND k.Number = @number AND f.MessageId IS NOT NULL AND k.OrganisationId = @organisationId
          AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = k.AccountId)
        """;

    private static readonly Stmt SelectForOperator = $"""
        SELECT {Columns} FROM TicketAttachment f JOIN Ticket k ON k.Id = f.TicketId WHERE f.Id = @id AND k.Number = @number AND f.MessageId IS NOT NULL
        """;

    private static readonly Stmt Insert = """
        INSERT INTO TicketAttachment (Id, OrganisationId, UploadedById, UploadedAt, FileName, ContentType, FileSize, FileKey)
        VALUES (@Id, @organisationId, @userId, @at, @FileName, @ContentType, @Size, @Key)
        """;

    private static readonly Stmt CountUploads = "SELECT COUNT(*) FROM TicketAttachment WHERE UploadedById = @userId AND MessageId IS NULL";

    private static readonly Stmt UpdateMessage = """
        UPDATE TicketAttachment SET TicketId = @ticketId, MessageId = @messageId WHERE Id IN @ids AND UploadedById = @userId AND MessageId IS NULL
        """;

    public async Task<IReadOnlyList<TicketFile>> FindUploadsAsync(AccountReach reach, Guid userId, IReadOnlyList<Guid> ids, CancellationToken cancellation) => ids.Count == 0 ? []
        : [.. (await db.ListAsync<Row>(SelectUploads, new { ids, organisationId = reach.OrganisationId, userId }, cancellation)).Select(row => row.ToFile())];

    public async Task<int> CountUploadsAsync(Guid userId, CancellationToken cancellation) => await db.FirstOrDefaultAsync<int>(CountUploads, new { userId }, cancellation);

    public async Task<TicketFile?> FindAsync(AccountReach reach, string number, Guid id, CancellationToken cancellation) =>
        (await db.FirstOrDefaultAsync<Row>(SelectInReach, new { id, number, organisationId = reach.OrganisationId, reachId = reach.AccountId }, cancellation))?.ToFile();

    public async Task<TicketFile?> FindForOperatorAsync(string number, Guid id, CancellationToken cancellation) =>
        (await db.FirstOrDefaultAsync<Row>(SelectForOperator, new { id, number }, cancellation))?.ToFile();

    public async Task<bool> AddAsync(AccountReach reach, Guid userId, TicketFile file, DateTimeOffset at, CancellationToken cancellation)
    {
        try
        {
            await db.ExecuteAsync(Insert, new { file.Id, organisationId = reach.OrganisationId, userId, at, file.FileName, file.ContentType, file.Size, file.Key }, cancellation);
            return true;
        }
        catch (DbException error) when (db.IsUniqueViolation(error))
        {
            return false;
        }
    }

    public Task<int> AttachAsync(Guid userId, Guid ticketId, Guid messageId, IReadOnlyList<Guid> ids, CancellationToken cancellation) =>
        db.ExecuteAsync(UpdateMessage, new { ids, userId, ticketId, messageId }, cancellation);

    private sealed record Row
    {
        public required Guid Id { get; init; }
        public required string FileName { get; init; }
        public required string ContentType { get; init; }
        public required long Size { get; init; }
        public required string FileKey { get; init; }

        public TicketFile ToFile() => new(Id, FileName, ContentType, Size, FileKey);
    }
}
