using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Operator;
using Connect.Application.Orders;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Orders;

internal sealed class GetOrderHandler(DbSession db, ICurrentUser user) : IRequestHandler<GetOrder, OrderView>
{
    private static readonly Stmt Select = """
        SELECT o.Number, o.Type, o.State, o.OrderedBy, o.OrderedAt, o.StartsOn, o.ExpectedOn, o.EndedAt, o.Reason, o.CancelRequestedAt
        FROM CustomerOrder o
        WHERE o.Number = @Number AND o.OrganisationId = @organisationId
          AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = o.AccountId)
          AND NOT EXISTS (SELECT 1 FROM OrderLine l JOIN Subscription s ON s.Id = l.SubscriptionId WHERE l.OrderId = o.Id AND s.IsHidden = 1)
        """;

    private static readonly Stmt SelectSteps = """
        SELECT e.At, e.State, e.Note FROM OrderEvent e JOIN CustomerOrder o ON o.Id = e.OrderId WHERE o.Number = @Number ORDER BY e.At, e.State
        """;

    public async Task<OrderView> Handle(GetOrder request, CancellationToken cancellationToken)
    {
        var parameters = new { request.Number, organisationId = user.Reach.OrganisationId, reachId = user.Reach.AccountId };
        var order = await db.FirstOrDefaultAsync<OrderView>(Select, parameters, cancellationToken) ?? throw new NotFoundException();
        var steps = await db.ListAsync<OrderStep>(SelectSteps, new { request.Number }, cancellationToken);
        return order with { Reason = OwnReasons.Shown(order.Reason), Steps = [.. steps.Select(step => step with { Note = OwnReasons.Shown(step.Note) })] };
    }
}
