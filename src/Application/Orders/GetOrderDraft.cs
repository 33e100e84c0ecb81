using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Orders;

/// <summary>One of the user's own orders that are being filled in, without what is not offered any more.</summary>
[Requires(Right.PlaceOrders)]
public sealed record GetOrderDraft(Guid Id) : IQuery<OrderDraft>
{
    internal sealed class Handler(IOrderDrafts drafts, ProductDesk products, ICurrentUser user) : IRequestHandler<GetOrderDraft, OrderDraft>
    {
        public async Task<OrderDraft> Handle(GetOrderDraft request, CancellationToken cancellationToken)
        {
            var draft = await drafts.FindAsync(user.Id, user.Reach, request.Id, cancellationToken) ?? throw new NotFoundException();
            return draft.Within(await products.OfferedAsync(cancellationToken));
        }
    }
}
