using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Orders;

/// <summary>The user's own orders that are being filled in, the newest first.</summary>
[Requires(Right.PlaceOrders)]
public sealed record ListOrderDrafts : IQuery<IReadOnlyList<OrderDraft>>
{
    internal sealed class Handler(IOrderDrafts drafts, ProductDesk products, ICurrentUser user) : IRequestHandler<ListOrderDrafts, IReadOnlyList<OrderDraft>>
    {
        public async Task<IReadOnlyList<OrderDraft>> Handle(ListOrderDrafts request, CancellationToken cancellationToken)
        {
            var own = await drafts.ListAsync(user.Id, user.Reach, cancellationToken);
            if (own.Count == 0) return own;
            var offered = await products.OfferedAsync(cancellationToken);
            return [.. own.Select(draft => draft.Within(offered))];
        }
    }
}
