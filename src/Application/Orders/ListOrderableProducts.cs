using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Orders;

/// <summary>What the user may order: what the organisation's agreements offer, at their prices, cut by the user's own limits. By category and name.</summary>
[Requires(Right.PlaceOrders)]
public sealed record ListOrderableProducts : IQuery<IReadOnlyList<OrderableProduct>>
{
    internal sealed class Handler(ProductDesk products) : IRequestHandler<ListOrderableProducts, IReadOnlyList<OrderableProduct>>
    {
        public Task<IReadOnlyList<OrderableProduct>> Handle(ListOrderableProducts request, CancellationToken cancellationToken) => products.OfferedAsync(cancellationToken);
    }
}
