using System.Globalization;
using System.Text.Json;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Persistence.Orders;

namespace Connect.Infrastructure.Operator.Import.Files;

/// <summary>The line of a loaded order and the states that it came to.</summary>
internal sealed class OrderParts(DbSession db, TimeProvider clock)
{
    // A service can have one open order of a type: what is loaded beside another is shown by its own page only.
    private const string Open = """
        CASE WHEN @isOpen = 1 AND NOT EXISTS (SELECT 1 FROM OrderLine x WHERE x.SubscriptionId = @subscriptionId AND x.Type = @type AND x.IsOpen = 1 AND x.OrderId <> @orderId) THEN 1 ELSE 0 END
        """;

    private static readonly Stmt InsertLine = $"""
        INSERT INTO OrderLine (Id, OrderId, LineNumber, Type, SubscriptionId, ProductId, MonthlyPrice, OneTimePrice, Detail, IsOpen)
        VALUES (@id, @orderId, 1, @type, @subscriptionId, NULL, @monthlyPrice, @oneTimePrice, @detail, {Open})
        """;

    private static readonly Stmt UpdateLine = $"""
        UPDATE OrderLine SET Type = @type, SubscriptionId = @subscriptionId, MonthlyPrice = @monthlyPrice, OneTimePrice = @oneTimePrice, Detail = @detail, IsOpen = {Open}
        WHERE OrderId = @orderId AND LineNumber = 1
        """;

    private static readonly Stmt InsertEvent = "INSERT INTO OrderEvent (Id, OrderId, At, State, Note) VALUES (@id, @orderId, @at, @state, @note)";

    public async Task WriteAsync(StoredRow row, CancellationToken cancellation)
    {
        var (type, state, orderId) = ((OrderType)Whole(row["Type"]), (OrderState)Whole(row["State"]), row.Id("Id"));
        var detail = JsonSerializer.Serialize<OrderLineDetail>(new LoadedDetail(type, (string?)row["Description"]), OrderJson.Options);
        await db.ExecuteAsync(row.IsNew ? InsertLine : UpdateLine, new
        {
            id = Guid.CreateVersion7(), orderId, type, subscriptionId = row["SubscriptionId"] is null ? (Guid?)null : row.Id("SubscriptionId"),
            monthlyPrice = Whole(row["MonthlyPrice"]), oneTimePrice = Whole(row["OneTimePrice"]), detail, isOpen = state is OrderState.Received or OrderState.Processing,
        }, cancellation);
        if (row.IsNew) await TellAsync(orderId, Instant(row["OrderedAt"])!.Value, OrderState.Received, null, cancellation);
        if (row.IsNew ? state == OrderState.Received : !row.Differs("State")) return;
        var at = Instant(row["EndedAt"]) ?? (row.IsNew ? Instant(row["OrderedAt"])!.Value : clock.GetUtcNow());
        await TellAsync(orderId, at, state, (string?)row["Reason"], cancellation);
    }

    private Task TellAsync(Guid orderId, DateTimeOffset at, OrderState state, string? note, CancellationToken cancellation) =>
        db.ExecuteAsync(InsertEvent, new { id = Guid.CreateVersion7(), orderId, at, state, note }, cancellation);

    private static long Whole(object? value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static DateTimeOffset? Instant(object? value) => value is null ? null : value as DateTimeOffset? ?? DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture);
}
