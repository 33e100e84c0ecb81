using System.Text.Json;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Orders;
using Connect.Domain.Orders;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Persistence.Orders;
using MediatR;

namespace Connect.Infrastructure.Orders;

internal sealed class ListComingChangesHandler(DbSession db, ICurrentUser user) : IRequestHandler<ListComingChanges, IReadOnlyList<ComingChange>>
{
    private static readonly Stmt SelectService = """
        SELECT COUNT(*) FROM Subscription s
        WHERE s.Id = @SubscriptionId AND s.IsHidden = 0 AND s.OrganisationId = @organisationId
          AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = s.AccountId)
        """;

    private static readonly Stmt Select = """
        SELECT o.Number AS OrderNumber, l.Type, o.State, o.OrderedBy, o.OrderedAt, o.StartsOn, o.ExpectedOn, o.CancelRequestedAt, l.Detail
        FROM OrderLine l JOIN CustomerOrder o ON o.Id = l.OrderId
        WHERE l.SubscriptionId = @SubscriptionId AND l.IsOpen = 1
        ORDER BY o.StartsOn, o.Seq
        """;

    public async Task<IReadOnlyList<ComingChange>> Handle(ListComingChanges request, CancellationToken cancellationToken)
    {
        var parameters = new { request.SubscriptionId, organisationId = user.Reach.OrganisationId, reachId = user.Reach.AccountId };
        if (await db.FirstOrDefaultAsync<int>(SelectService, parameters, cancellationToken) == 0) throw new NotFoundException();
        var rows = await db.ListAsync<Row>(Select, new { request.SubscriptionId }, cancellationToken);
        return [.. rows.Select(row => row.ToChange())];
    }

    private sealed record Row
    {
        public required string OrderNumber { get; init; }
        public required OrderType Type { get; init; }
        public required OrderState State { get; init; }
        public required string OrderedBy { get; init; }
        public required DateTimeOffset OrderedAt { get; init; }
        public required DateOnly StartsOn { get; init; }
        public DateOnly? ExpectedOn { get; init; }
        public DateTimeOffset? CancelRequestedAt { get; init; }
        public required string Detail { get; init; }

        public ComingChange ToChange()
        {
            var detail = JsonSerializer.Deserialize<OrderLineDetail>(Detail, OrderJson.Options);
            return new()
            {
                OrderNumber = OrderNumber, Type = Type, State = State, OrderedBy = OrderedBy, OrderedAt = OrderedAt, StartsOn = StartsOn,
                ExpectedOn = ExpectedOn, CancelRequestedAt = CancelRequestedAt,
                SimWay = (detail as SimReplacementDetail)?.Way, MovesTo = (detail as MoveDetail)?.To,
                ChangesTo = (detail as ChangeDetail)?.After, MonthlyPrice = (detail as ChangeDetail)?.MonthlyPrice,
                TopsUpWith = (detail as TopUpDetail)?.Package.Name, ForMonth = (detail as TopUpDetail)?.Month, OneTimePrice = (detail as TopUpDetail)?.Price,
            };
        }
    }
}
