using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Subscriptions;

/// <summary>
/// Kreditspärr: when the charges of a month come to the amount, premium calls and messages and roaming are barred until the next month. Raised above
/// what is charged, or removed, what it barred is lifted; barrings set by hand are left alone.
/// </summary>
/// <param name="Kronor">Without VAT; null removes it.</param>
[Requires(Right.ViewSubscriptions, Right.ManageSubscriptions)]
public sealed record SetCostCap(Guid SubscriptionId, int? Kronor) : ICommand
{
    public sealed class Validator : AbstractValidator<SetCostCap>
    {
        public Validator() => RuleFor(c => c.Kronor).InclusiveBetween(1, CostCap.Most).WithErrorCode("CostCapAmount");
    }

    internal sealed class Handler(ISubscriptionRepository subscriptions, ICostCaps caps, CostCapDesk desk, ICurrentUser user, IAudit audit) : IRequestHandler<SetCostCap, Unit>
    {
        public async Task<Unit> Handle(SetCostCap request, CancellationToken cancellationToken)
        {
            var subscription = await subscriptions.FindAsync(user.Reach, request.SubscriptionId, cancellationToken) ?? throw new NotFoundException();
            var before = await caps.FindAsync(subscription.Id, cancellationToken);
            audit.Subject(nameof(Subscription), subscription.Id);
            audit.Change(new { CostCap = before?.Amount.Kronor }, new { CostCap = request.Kronor });
            if (request.Kronor is null && before is null) return Unit.Value;
            Money? amount = request.Kronor is { } kronor ? Money.FromKronor(kronor) : null;
            subscription.SetCostCap(amount, user.Identity!.DisplayName, desk.Now);
            var lifts = before?.BarsIn is not null && (amount is null || amount > await caps.TotalAsync(subscription.Id, desk.Month, cancellationToken));
            var after = lifts ? await desk.LiftAsync(subscription, before!, cancellationToken) : before;
            if (!lifts) await subscriptions.SaveAsync(subscription, cancellationToken);
            if (amount is { } wanted) await desk.SetAsync((after ?? new CostCap(subscription.Id, wanted, user.Id)) with { Amount = wanted, SetById = user.Id }, cancellationToken);
            else await caps.RemoveAsync(subscription.Id, cancellationToken);
            return Unit.Value;
        }
    }
}
