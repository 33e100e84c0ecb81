using Connect.Domain.Orders;
using Connect.Infrastructure.Persistence;

namespace Connect.TestKit;

public sealed partial class World
{
    private static readonly Stmt SelectServiceOfOrder = "SELECT UserName, SearchName, IsHidden FROM Subscription WHERE Id = @id";

    /// <summary>An order of one line, as it is stored; answers its number.</summary>
    /// <param name="detail">As it is stored: JSON with its type.</param>
    /// <param name="more">Further columns of the order, such as <c>("Reason", "Slut")</c>.</param>
    public async Task<string> OrderAsync(Guid accountId, Guid? subscriptionId, OrderState state = OrderState.Received, OrderType type = OrderType.SimReplacement,
        string detail = """{"type":"sim-replacement","way":1,"language":"sv"}""", DateTimeOffset? at = null, params (string Column, object? Value)[] more)
    {
        var (id, number, isOpen) = (Guid.CreateVersion7(), $"8{Next():000000}", state is OrderState.Received or OrderState.Processing);
        var (orderedAt, service) = (at ?? Now, subscriptionId is null ? null : await Db.FirstOrDefaultAsync<OrderedFor>(SelectServiceOfOrder, new { id = subscriptionId }));
        (string Column, object? Value)[] all = [.. more, ("Id", id), ("OrganisationId", await OrganisationOfAsync(accountId)), ("AccountId", accountId), ("Number", number),
            ("Type", type), ("State", state), ("OrderedBy", "Anna Åkesson"), ("OrderedAt", orderedAt), ("StartsOn", DateOnly.FromDateTime(orderedAt.DateTime)),
            ("EndedAt", isOpen ? null : orderedAt.AddHours(2)), ("SubscriptionId", subscriptionId), ("ServiceName", service?.UserName), ("SearchName", service?.SearchName),
            ("IsHidden", service?.IsHidden ?? false), ("Version", 1)];
        await InsertAsync("CustomerOrder", [.. all.DistinctBy(column => column.Column)]);
        await InsertAsync("OrderLine", ("Id", Guid.CreateVersion7()), ("OrderId", id), ("LineNumber", 1), ("Type", type), ("SubscriptionId", subscriptionId),
            ("MonthlyPrice", 0L), ("OneTimePrice", 0L), ("Detail", detail), ("IsOpen", isOpen));
        await InsertAsync("OrderEvent", ("Id", Guid.CreateVersion7()), ("OrderId", id), ("At", orderedAt), ("State", OrderState.Received), ("Note", null));
        if (!isOpen) await InsertAsync("OrderEvent", ("Id", Guid.CreateVersion7()), ("OrderId", id), ("At", orderedAt.AddHours(2)), ("State", state), ("Note", null));
        return number;
    }

    private sealed record OrderedFor
    {
        public string UserName { get; init; } = "";
        public string SearchName { get; init; } = "";
        public bool IsHidden { get; init; }
    }
}
