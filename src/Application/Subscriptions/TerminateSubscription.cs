using System.Text.Json.Serialization;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Orders;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Subscriptions;

/// <summary>
/// Avsluta tjänst: the service ends at 00:00 on a day, or as soon as the operator can when that is today. Notice and commitment that reach
/// beyond the day are invoiced all the same, as <see cref="GetTermination"/> tells. What was to come later is called off.
/// </summary>
/// <param name="EndsOn">Tekniskt avslutsdatum, a Swedish day; the one before it is the last day of use.</param>
[Requires(Right.ManageSubscriptions)]
public sealed record TerminateSubscription(Guid SubscriptionId, DateOnly? EndsOn, Guid RequestId) : ICommand<PlacedOrder>, IOnce
{
    /// <summary>The last day that is invoiced, as it was shown: nothing is ended on other terms. Null: whatever they are now.</summary>
    [JsonIgnore]
    public DateOnly? InvoicedUntil { get; init; }

    /// <summary>What is invoiced for the days after the end without VAT, likewise.</summary>
    [JsonIgnore]
    public Money? CostAfter { get; init; }

    private bool Expects(TerminationDetail end) => (InvoicedUntil ?? end.InvoicedUntil, CostAfter ?? end.CostAfter) == (end.InvoicedUntil, end.CostAfter);

    public sealed class Validator : AbstractValidator<TerminateSubscription>
    {
        public Validator() => RuleFor(c => c.EndsOn).NotNull();
    }

    internal sealed class Handler(ISubscriptionRepository subscriptions, OrderDesk desk, OrderEnding ending, ICurrentUser user, IAudit audit)
        : IRequestHandler<TerminateSubscription, PlacedOrder>
    {
        public async Task<PlacedOrder> Handle(TerminateSubscription request, CancellationToken cancellationToken)
        {
            var subscription = await subscriptions.FindAsync(user.Reach, request.SubscriptionId, cancellationToken) ?? throw new NotFoundException();
            var before = subscription.Data;
            var open = await desk.OpenOfAsync(subscription, cancellationToken);
            var order = subscription.Terminate(await desk.StartOnAsync(request.EndsOn!.Value, cancellationToken), open);
            if (!request.Expects((TerminationDetail)order.Lines[0].Detail)) throw new ConflictException("TermsChanged");
            await desk.PlaceAsync(order, cancellationToken);
            await subscriptions.SaveAsync(subscription, cancellationToken);
            await ending.EndLaterAsync(order, order.Data.StartsOn, cancellationToken);

            audit.Subject(nameof(Subscription), subscription.Id);
            audit.Change(new { before.Status, before.EndsOn }, new { subscription.Data.Status, subscription.Data.EndsOn, Order = order.Number });
            return new PlacedOrder(order.Id, order.Number);
        }
    }
}
