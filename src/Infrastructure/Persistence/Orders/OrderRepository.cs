using System.Data.Common;
using System.Text.Json;
using Connect.Application.Common.Errors;
using Connect.Application.Orders;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Users;

namespace Connect.Infrastructure.Persistence.Orders;

internal sealed class OrderRepository(DbSession db) : IOrderRepository
{
    private const string Columns =
        "o.Id, o.OrganisationId, o.AccountId, o.Number, o.ExternalId, o.Type, o.State, o.OrderedById, o.OrderedBy, o.OrderedAt, o.StartsOn, "
        + "o.ExpectedOn, o.SentAt, o.CancelRequestedAt, o.CancelledById, o.EndedAt, o.Reason, o.IsLoaded, o.Version";

    private static readonly Stmt SelectInReach = $"""
        SELECT {Columns}
        FROM CustomerOrder o
        WHERE o.Number = @number AND o.OrganisationId = @organisationId
          AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = o.AccountId)
          AND NOT EXISTS (SELECT 1 FROM OrderLine l JOIN Subscription s ON s.Id = l.SubscriptionId WHERE l.OrderId = o.Id AND s.IsHidden = 1)
        """;

    private static readonly Stmt SelectByNumber = $"SELECT {Columns} FROM CustomerOrder o WHERE o.Number = @number";
    private static readonly Stmt SelectById = $"SELECT {Columns} FROM CustomerOrder o WHERE o.Id = @id";

    private static readonly Stmt CountNumber = "SELECT COUNT(*) FROM CustomerOrder WHERE Number = @number";
    private static readonly Stmt SelectServiceName = "SELECT ServiceName FROM CustomerOrder WHERE Id = @orderId";

    private static readonly Stmt SelectLines = """
        SELECT Id, Type, SubscriptionId, ProductId, MonthlyPrice, OneTimePrice, Detail, IsOpen FROM OrderLine WHERE OrderId = @orderId ORDER BY LineNumber
        """;

    private static readonly Stmt SelectOpen = """
        SELECT COUNT(*)
        FROM OrderLine l JOIN CustomerOrder o ON o.Id = l.OrderId
        WHERE l.SubscriptionId = @subscriptionId AND l.Type = @type AND l.IsOpen = 1 AND o.OrganisationId = @organisationId
        """;

    private static readonly Stmt SelectOpenOfService = $"""
        SELECT {Columns}
        FROM CustomerOrder o
        WHERE o.OrganisationId = @organisationId
          AND EXISTS (SELECT 1 FROM OrderLine l WHERE l.OrderId = o.Id AND l.SubscriptionId = @subscriptionId AND l.IsOpen = 1)
        ORDER BY o.StartsOn, o.Seq
        """;

    private static readonly Stmt Insert = """
        INSERT INTO CustomerOrder (Id, OrganisationId, AccountId, Number, ExternalId, Type, State, OrderedById, OrderedBy, OrderedAt,
            StartsOn, ExpectedOn, SentAt, CancelRequestedAt, EndedAt, Reason, SubscriptionId, ServiceName, SearchName, Version)
        VALUES (@Id, @OrganisationId, @AccountId, @Number, @ExternalId, @Type, @State, @OrderedById, @OrderedBy, @OrderedAt,
            @StartsOn, @ExpectedOn, @SentAt, @CancelRequestedAt, @EndedAt, @Reason, @subscriptionId,
            (SELECT s.UserName FROM Subscription s WHERE s.Id = @subscriptionId), (SELECT s.SearchName FROM Subscription s WHERE s.Id = @subscriptionId), 1)
        """;

    private static readonly Stmt InsertLine = """
        INSERT INTO OrderLine (Id, OrderId, LineNumber, Type, SubscriptionId, ProductId, MonthlyPrice, OneTimePrice, Detail, IsOpen)
        VALUES (@Id, @orderId, @lineNumber, @Type, @SubscriptionId, @ProductId, @MonthlyPrice, @OneTimePrice, @detail, @IsOpen)
        """;

    private static readonly Stmt Update = """
        UPDATE CustomerOrder
        SET ExternalId = @ExternalId, State = @State, ExpectedOn = @ExpectedOn, SentAt = @SentAt, CancelRequestedAt = @CancelRequestedAt, CancelledById = @CancelledById,
            EndedAt = @EndedAt, Reason = @Reason, Version = Version + 1
        WHERE Id = @Id AND Version = @Version
        """;

    private static readonly Stmt UpdateLine = "UPDATE OrderLine SET IsOpen = @IsOpen WHERE Id = @Id";

    private static readonly Stmt InsertEvent = "INSERT INTO OrderEvent (Id, OrderId, At, State, Note) VALUES (@Id, @orderId, @At, @State, @Note)";

    public async Task<Order?> FindAsync(AccountReach reach, string number, CancellationToken cancellation) => await WithLinesAsync(
        await db.FirstOrDefaultAsync<OrderData>(SelectInReach, new { number, organisationId = reach.OrganisationId, reachId = reach.AccountId }, cancellation), cancellation);

    public async Task<Order?> FindForOperatorAsync(string number, CancellationToken cancellation) =>
        await WithLinesAsync(await db.FirstOrDefaultAsync<OrderData>(SelectByNumber, new { number }, cancellation), cancellation);

    public async Task<Order?> FindForOperatorAsync(Guid id, CancellationToken cancellation) =>
        await WithLinesAsync(await db.FirstOrDefaultAsync<OrderData>(SelectById, new { id }, cancellation), cancellation);

    public async Task<bool> HasOpenAsync(AccountReach reach, Guid subscriptionId, OrderType type, CancellationToken cancellation) =>
        await db.FirstOrDefaultAsync<int>(SelectOpen, new { subscriptionId, type, organisationId = reach.OrganisationId }, cancellation) > 0;

    public async Task<IReadOnlyList<Order>> OpenOfServiceAsync(Guid organisationId, Guid subscriptionId, CancellationToken cancellation)
    {
        var found = new List<Order>();
        foreach (var data in await db.ListAsync<OrderData>(SelectOpenOfService, new { organisationId, subscriptionId }, cancellation))
            found.Add((await WithLinesAsync(data, cancellation))!);
        return found;
    }

    public async Task<bool> IsTakenAsync(string number, CancellationToken cancellation) => await db.FirstOrDefaultAsync<int>(CountNumber, new { number }, cancellation) > 0;

    public Task<string?> ServiceNameAsync(Guid orderId, CancellationToken cancellation) => db.FirstOrDefaultAsync<string>(SelectServiceName, new { orderId }, cancellation);

    public async Task SaveAsync(Order order, CancellationToken cancellation)
    {
        if (order.Data.Version == 0) await InsertAsync(order, cancellation);
        else if (await db.ExecuteAsync(Update, order.Data, cancellation) == 0) throw new ConflictException();
        else if (!order.IsOpen)
            foreach (var line in order.Lines) await db.ExecuteAsync(UpdateLine, new { line.IsOpen, line.Id }, cancellation);
        foreach (var happened in order.NewEvents)
            await db.ExecuteAsync(InsertEvent, new { happened.Id, orderId = order.Id, happened.At, happened.State, happened.Note }, cancellation);
    }

    private async Task InsertAsync(Order order, CancellationToken cancellation)
    {
        var data = order.Data;
        await db.ExecuteAsync(Insert, new
        {
            data.Id, data.OrganisationId, data.AccountId, data.Number, data.ExternalId, data.Type, data.State, data.OrderedById, data.OrderedBy, data.OrderedAt,
            data.StartsOn, data.ExpectedOn, data.SentAt, data.CancelRequestedAt, data.EndedAt, data.Reason, subscriptionId = order.Lines[0].SubscriptionId,
        }, cancellation);
        try
        {
            foreach (var (index, line) in order.Lines.Index())
            {
                var detail = JsonSerializer.Serialize(line.Detail, OrderJson.Options);
                await db.ExecuteAsync(InsertLine, new
                {
                    line.Id, orderId = order.Id, lineNumber = index + 1, line.Type, line.SubscriptionId, line.ProductId,
                    line.MonthlyPrice, line.OneTimePrice, detail, line.IsOpen,
                }, cancellation);
            }
        }
        catch (DbException error) when (db.IsUniqueViolation(error))
        {
            throw new ConflictException($"{order.Data.Type}Open");
        }
    }

    private async Task<Order?> WithLinesAsync(OrderData? data, CancellationToken cancellation)
    {
        if (data is null) return null;
        var rows = await db.ListAsync<LineRow>(SelectLines, new { orderId = data.Id }, cancellation);
        return new Order(data, [.. rows.Select(row => row.ToLine())]);
    }

    private sealed record LineRow
    {
        public required Guid Id { get; init; }
        public required OrderType Type { get; init; }
        public Guid? SubscriptionId { get; init; }
        public Guid? ProductId { get; init; }
        public required Money MonthlyPrice { get; init; }
        public required Money OneTimePrice { get; init; }
        public required string Detail { get; init; }
        public required bool IsOpen { get; init; }

        public OrderLine ToLine() => new(Id, Type, SubscriptionId, ProductId, MonthlyPrice, OneTimePrice,
            JsonSerializer.Deserialize<OrderLineDetail>(Detail, OrderJson.Options)!, IsOpen);
    }
}
