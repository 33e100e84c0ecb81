using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;

namespace Connect.Web.Pages.Services;

/// <summary>Flytta till annat konto. One at a time.</summary>
internal sealed class MoveAction() : ServiceAction(60, "Move.Title", "move", "switch-horizontal", Right.ManageSubscriptions)
{
    public override string? WhyNot(SubscriptionDetail service) => service.Ordered.Contains(OrderType.Move) ? "Errors.MoveOpen"
        : Subscription.WhyNotChanged(service.Facts.Status) is { } code ? $"Errors.{code}" : null;
}
