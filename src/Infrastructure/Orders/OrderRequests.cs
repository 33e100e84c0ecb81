using Connect.Application.Operator;
using Connect.Application.Orders;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Orders;

internal sealed class OrderRequests(DbSession db) : IOrderRequests
{
    private static readonly Stmt SelectExternalId = "SELECT ExternalId FROM Subscription WHERE Id = @id AND OrganisationId = @organisationId";

    public async Task<OrderRequest> MakeAsync(Order order, string idempotencyKey, CancellationToken cancellation)
    {
        var lines = new List<OrderRequestLine>();
        foreach (var line in order.Lines)
        {
            var subscription = line.SubscriptionId is { } id
                ? await db.FirstOrDefaultAsync<string>(SelectExternalId, new { id, organisationId = order.Data.OrganisationId }, cancellation)
                : null;
            // What the operator has no id for yet is made by this very order.
            lines.Add(new OrderRequestLine(line.Type, PortalId.Told(subscription), line.Detail));
        }

        return new OrderRequest(idempotencyKey, order.Id, order.Number, order.Data.Type, order.Data.StartsOn, lines);
    }
}
