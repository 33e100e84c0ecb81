using Connect.Application.Common.Errors;
using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Orders;

internal static class OrderedService
{
    /// <summary>The service that an order of one line is about.</summary>
    public static async Task<Subscription> OrderedAsync(this ISubscriptionRepository subscriptions, Order order, CancellationToken cancellation) =>
        await subscriptions.FindForOperatorAsync(order.Data.OrganisationId, order.Lines[0].SubscriptionId!.Value, cancellation) ?? throw new NotFoundException();
}
