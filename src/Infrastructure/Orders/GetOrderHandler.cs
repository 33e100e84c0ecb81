using System.Text.Json;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Operator;
using Connect.Application.Orders;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Persistence.Orders;
using MediatR;

namespace Connect.Infrastructure.Orders;

internal sealed class GetOrderHandler(DbSession db, ICurrentUser user) : IRequestHandler<GetOrder, OrderView>
{
    private static readonly Stmt Select = """
        SELECT o.Number, o.Type, o.State, o.ExternalId, a.Number AS AccountNumber, a.DisplayName AS Account, s.Id AS SubscriptionId,
            CASE WHEN o.SubscriptionId IS NULL THEN NULL ELSE o.ServiceName END AS Service,
            o.OrderedBy, o.OrderedAt, o.StartsOn, o.ExpectedOn, o.EndedAt, o.Reason, o.CancelRequestedAt
        FROM CustomerOrder o JOIN Account a ON a.Id = o.AccountId
        LEFT JOIN Subscription s ON s.Id = o.SubscriptionId AND EXISTS (SELECT 1 FROM AccountTree x WHERE x.AncestorId = @reachId AND x.DescendantId = s.AccountId)
        WHERE o.Number = @Number AND o.OrganisationId = @organisationId
          AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = o.AccountId)
          AND NOT EXISTS (SELECT 1 FROM OrderLine l JOIN Subscription h ON h.Id = l.SubscriptionId WHERE l.OrderId = o.Id AND h.IsHidden = 1)
        """;

    private static readonly Stmt SelectLines = """
        SELECT l.Type, p.Name AS Product, l.MonthlyPrice, l.OneTimePrice, l.Detail
        FROM OrderLine l JOIN CustomerOrder o ON o.Id = l.OrderId LEFT JOIN Product p ON p.Id = l.ProductId
        WHERE o.Number = @Number ORDER BY l.LineNumber
        """;

    private static readonly Stmt SelectSteps = """
        SELECT e.At, e.State, e.Note FROM OrderEvent e JOIN CustomerOrder o ON o.Id = e.OrderId WHERE o.Number = @Number ORDER BY e.At, e.State
        """;

    public async Task<OrderView> Handle(GetOrder request, CancellationToken cancellationToken)
    {
        var parameters = new { request.Number, organisationId = user.Reach.OrganisationId, reachId = user.Reach.AccountId };
        var order = await db.FirstOrDefaultAsync<OrderView>(Select, parameters, cancellationToken) ?? throw new NotFoundException();
        var lines = await db.ListAsync<LineRow>(SelectLines, new { request.Number }, cancellationToken);
        var steps = await db.ListAsync<OrderStep>(SelectSteps, new { request.Number }, cancellationToken);
        return order with
        {
            Reason = OwnReasons.Shown(order.Reason),
            Lines = [.. lines.Select(line => line.ToLine())],
            Steps = [.. steps.Select(step => step with { Note = OwnReasons.Shown(step.Note) })],
        };
    }

    private sealed record LineRow
    {
        public required OrderType Type { get; init; }
        public string? Product { get; init; }
        public required Money MonthlyPrice { get; init; }
        public required Money OneTimePrice { get; init; }
        public required string Detail { get; init; }

        public OrderedLine ToLine() => new()
        {
            Type = Type, Product = Product, MonthlyPrice = MonthlyPrice, OneTimePrice = OneTimePrice,
            Detail = JsonSerializer.Deserialize<OrderLineDetail>(Detail, OrderJson.Options)!,
        };
    }
}
