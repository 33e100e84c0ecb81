using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Orders;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Orders;

/// <summary>
/// Calls off an order that nobody has begun. What was not sent yet is off at once; what the operator has is off when it agrees.
/// </summary>
[Requires(Right.ManageSubscriptions, Right.PlaceOrders, Any = true)]
public sealed record CancelOrder(string Number) : ICommand<OrderState>
{
    /// <summary>What may order a thing may call it off: a new service, or a change of one.</summary>
    public static Right RightFor(OrderType type) => type == OrderType.NewSubscription ? Right.PlaceOrders : Right.ManageSubscriptions;

    public sealed class Validator : AbstractValidator<CancelOrder>
    {
        public Validator() => RuleFor(c => c.Number).NotEmpty().MaximumLength(20);
    }

    internal sealed class Handler(IOrderRepository orders, IWorkQueue work, OrderEnding ending, ICurrentUser user, IAudit audit)
        : IRequestHandler<CancelOrder, OrderState>
    {
        public async Task<OrderState> Handle(CancelOrder request, CancellationToken cancellationToken)
        {
            var order = await orders.FindAsync(user.Reach, request.Number, cancellationToken) ?? throw new NotFoundException();
            if (!user.Has(RightFor(order.Data.Type))) throw new ForbiddenException();
            var before = order.State;
            audit.Subject(nameof(Order), order.Id);
            if (!order.RequestCancel(ending.Now, user.Id)) return order.State;
            if (await work.CancelAsync(SendOrder.KindName, order.Id, cancellationToken))
            {
                await ending.EndAsync(order, (o, at) => o.Cancel(at), user.Identity!.DisplayName, cancellationToken);
            }
            else
            {
                await orders.SaveAsync(order, cancellationToken);
                // A new key each time: an earlier wish may have been refused while the operator was busy.
                var key = $"{SendCancellation.KindName}/{order.Id:N}/{order.Data.Version}";
                await work.EnqueueAsync(new NewWork(SendCancellation.KindName, order.Id) { IdempotencyKey = key }, cancellationToken);
            }

            audit.Change(new { State = before }, new { order.State, order.Data.CancelRequestedAt });
            return order.State;
        }
    }
}
