using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Orders;
using Connect.Domain.Accounts;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Subscriptions;

/// <summary>Flytta till annat konto: the service belongs to another account from a day on. Usage and invoices before it stay with the account of their day.</summary>
/// <param name="Account">Number of an account within the reach.</param>
/// <param name="StartsOn">A Swedish day, from 00:00; today means as soon as the operator can.</param>
[Requires(Right.ManageSubscriptions)]
public sealed record MoveSubscription(Guid SubscriptionId, string Account, DateOnly? StartsOn, Guid RequestId) : ICommand<PlacedOrder>, IOnce
{
    public sealed class Validator : AbstractValidator<MoveSubscription>
    {
        public Validator()
        {
            RuleFor(c => c.Account).NotEmpty().MaximumLength(200);
            RuleFor(c => c.StartsOn).NotNull();
        }
    }

    internal sealed class Handler(ISubscriptionRepository subscriptions, IAccountRepository accounts, OrderDesk desk, ICurrentUser user, IAudit audit)
        : IRequestHandler<MoveSubscription, PlacedOrder>
    {
        public async Task<PlacedOrder> Handle(MoveSubscription request, CancellationToken cancellationToken)
        {
            var subscription = await subscriptions.FindAsync(user.Reach, request.SubscriptionId, cancellationToken) ?? throw new NotFoundException();
            if (await desk.HasOpenAsync(subscription.Id, OrderType.Move, cancellationToken)) throw new ConflictException("MoveOpen");
            var to = await accounts.FindAsync(user.Reach, request.Account.Trim(), cancellationToken) ?? throw new DomainRuleException("AccountUnknown", nameof(Account));
            var from = await accounts.FindForOperatorAsync(subscription.OrganisationId, subscription.Data.AccountId, cancellationToken) ?? throw new NotFoundException();
            var wanted = new MoveDetail(to.Id, from.Data.Number, Shown(from), to.Data.Number, Shown(to));
            var order = subscription.Move(wanted, await desk.StartOnAsync(request.StartsOn!.Value, cancellationToken));
            await desk.PlaceAsync(order, cancellationToken);
            await subscriptions.SaveAsync(subscription, cancellationToken);

            audit.Subject(nameof(Subscription), subscription.Id);
            audit.Change(new { Account = from.Data.Number }, new { Account = to.Data.Number, request.StartsOn, Order = order.Number });
            return new PlacedOrder(order.Id, order.Number);
        }

        private static string Shown(Account account) => account.Data.Alias ?? account.Data.Name;
    }
}
