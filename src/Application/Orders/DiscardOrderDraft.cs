using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Orders;

/// <summary>Throws away an order that was being filled in. One that is not there any more is no failure.</summary>
[Requires(Right.PlaceOrders)]
[NotAudited("nothing was ordered")]
public sealed record DiscardOrderDraft(Guid Id) : ICommand
{
    internal sealed class Handler(IOrderDrafts drafts, ICurrentUser user) : IRequestHandler<DiscardOrderDraft, Unit>
    {
        public async Task<Unit> Handle(DiscardOrderDraft request, CancellationToken cancellationToken)
        {
            await drafts.RemoveAsync(user.Id, request.Id, cancellationToken);
            return Unit.Value;
        }
    }
}
