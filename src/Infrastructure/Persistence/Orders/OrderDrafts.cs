using System.Data.Common;
using System.Text.Json;
using Connect.Application.Common.Errors;
using Connect.Application.Orders;
using Connect.Domain.Users;

namespace Connect.Infrastructure.Persistence.Orders;

internal sealed class OrderDrafts(DbSession db, TimeProvider clock) : IOrderDrafts
{
    private const string Select = """
        SELECT d.Id, a.Id AS AccountId, a.Number AS Account, a.DisplayName AS AccountName, d.CategoryId, c.Name AS Category, d.ProductId, p.Name AS Product, d.Details, d.DetailsProductId, d.ChangedAt, d.Version
        FROM OrderDraft d
        LEFT JOIN Account a ON a.Id = d.AccountId AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = a.Id)
        LEFT JOIN Category c ON c.Id = d.CategoryId
        LEFT JOIN Product p ON p.Id = d.ProductId
        """;

    private static readonly Stmt SelectOfUser = $"{Select} WHERE d.UserId = @userId ORDER BY d.ChangedAt DESC, d.Seq DESC";
    private static readonly Stmt SelectOne = $"{Select} WHERE d.UserId = @userId AND d.Id = @id";

    private static readonly Stmt Insert = """
        INSERT INTO OrderDraft (Id, UserId, AccountId, CategoryId, ProductId, Details, DetailsProductId, ChangedAt, Version)
        VALUES (@Id, @userId, @AccountId, @CategoryId, @ProductId, @details, @DetailsProductId, @at, 1)
        """;

    private static readonly Stmt Update = """
        UPDATE OrderDraft SET AccountId = @AccountId, CategoryId = @CategoryId, ProductId = @ProductId, Details = @details, DetailsProductId = @DetailsProductId, ChangedAt = @at, Version = Version + 1
        WHERE Id = @Id AND UserId = @userId AND Version = @Version
        """;

    // A draft that has been completed answers as it did then for as long as requests are remembered: nothing else is ordered under its id.
    private static readonly Stmt CountOrdered = "SELECT COUNT(*) FROM ProcessedRequest WHERE CallerKey = @caller AND RequestId = @id";
    private static readonly Stmt Delete = "DELETE FROM OrderDraft WHERE Id = @id AND UserId = @userId";
    private static readonly Stmt DeleteOrdered = "DELETE FROM OrderDraft WHERE Id = @id AND UserId = @userId AND Version = @version";
    private static readonly Stmt DeleteOld = "DELETE FROM OrderDraft WHERE ChangedAt < @before";

    public async Task<IReadOnlyList<OrderDraft>> ListAsync(Guid userId, AccountReach reach, CancellationToken cancellation) =>
        [.. (await db.ListAsync<Row>(SelectOfUser, new { userId, reachId = reach.AccountId }, cancellation)).Select(row => row.ToDraft())];

    public async Task<OrderDraft?> FindAsync(Guid userId, AccountReach reach, Guid id, CancellationToken cancellation) =>
        (await db.FirstOrDefaultAsync<Row>(SelectOne, new { userId, reachId = reach.AccountId, id }, cancellation))?.ToDraft();

    public async Task SaveAsync(Guid userId, OrderDraft draft, CancellationToken cancellation)
    {
        var details = draft.Details is null ? null : JsonSerializer.Serialize(draft.Details, OrderJson.Options);
        var values = new { draft.Id, userId, draft.AccountId, draft.CategoryId, draft.ProductId, details, draft.DetailsProductId, at = clock.GetUtcNow(), draft.Version };
        if (draft.Version == 0) await AddAsync(userId, draft.Id, values, cancellation);
        else if (await db.ExecuteAsync(Update, values, cancellation) == 0) throw new ConflictException();
    }

    public Task RemoveAsync(Guid userId, Guid id, CancellationToken cancellation) => db.ExecuteAsync(Delete, new { id, userId }, cancellation);

    public async Task CompleteAsync(Guid userId, Guid id, int version, CancellationToken cancellation)
    {
        if (await db.ExecuteAsync(DeleteOrdered, new { id, userId, version }, cancellation) == 0) throw new ConflictException("DraftChanged");
    }

    public Task RemoveOldAsync(DateTimeOffset before, CancellationToken cancellation) => db.ExecuteAsync(DeleteOld, new { before }, cancellation);

    private async Task AddAsync(Guid userId, Guid id, object values, CancellationToken cancellation)
    {
        if (await db.FirstOrDefaultAsync<int>(CountOrdered, new { caller = userId.ToString(), id }, cancellation) > 0) throw new ConflictException("DraftOrdered");
        try
        {
            await db.ExecuteAsync(Insert, values, cancellation);
        }
        catch (DbException error) when (db.IsUniqueViolation(error))
        {
            throw new ConflictException();
        }
    }

    private sealed record Row
    {
        public Guid Id { get; init; }
        public Guid? AccountId { get; init; }
        public string? Account { get; init; }
        public string? AccountName { get; init; }
        public Guid? CategoryId { get; init; }
        public string? Category { get; init; }
        public Guid? ProductId { get; init; }
        public string? Product { get; init; }
        public string? Details { get; init; }
        public Guid? DetailsProductId { get; init; }
        public DateTimeOffset ChangedAt { get; init; }
        public int Version { get; init; }

        public OrderDraft ToDraft() => new()
        {
            Id = Id, AccountId = AccountId, Account = Account, AccountName = AccountName, CategoryId = CategoryId, Category = Category, ProductId = ProductId, Product = Product,
            Details = Details is null ? null : JsonSerializer.Deserialize<OrderDetails>(Details, OrderJson.Options), DetailsProductId = DetailsProductId, ChangedAt = ChangedAt, Version = Version,
        };
    }
}
