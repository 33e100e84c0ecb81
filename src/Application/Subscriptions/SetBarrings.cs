using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Operator;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Subscriptions;

/// <summary>
/// Adds barrings to a mobile service and removes others, and tells the operator; they act when it has answered. What is so already is left out.
/// A change that is made while another is under way waits for its turn.
/// </summary>
/// <exception cref="NotFoundException">There is none within the user's reach.</exception>
/// <exception cref="Domain.Common.DomainRuleException">The service is of another kind or not in use, or a barring is contained in another.</exception>
[Requires(Right.ViewSubscriptions, Right.ManageSubscriptions)]
public sealed record SetBarrings(Guid SubscriptionId, IReadOnlyList<BarringKind> Add, IReadOnlyList<BarringKind> Remove, Guid RequestId) : ICommand<BarringChange>, IOnce
{
    public sealed class Validator : AbstractValidator<SetBarrings>
    {
        public Validator()
        {
            RuleFor(command => command.Add).Must((command, add) => add.Count + command.Remove.Count > 0).WithErrorCode("BarringNone");
            RuleFor(command => command.Remove).Must((command, remove) => !remove.Intersect(command.Add).Any()).WithErrorCode("BarringBothWays");
            RuleForEach(command => command.Add).IsInEnum();
            RuleForEach(command => command.Remove).IsInEnum();
        }
    }

    internal sealed class Handler(ISubscriptionRepository subscriptions, BarringDesk desk, ICurrentUser user, IAudit audit, TimeProvider clock) : IRequestHandler<SetBarrings, BarringChange>
    {
        public async Task<BarringChange> Handle(SetBarrings request, CancellationToken cancellationToken)
        {
            var subscription = await subscriptions.FindAsync(user.Reach, request.SubscriptionId, cancellationToken) ?? throw new NotFoundException();
            var before = BarringDesk.Coming(await desk.ListAsync(subscription.OrganisationId, subscription.Id, cancellationToken));
            var change = subscription.ChangeBarrings(before, request.Add, request.Remove, user.Identity!.DisplayName, clock.GetUtcNow()); // the rules live in Subscription
            audit.Subject(nameof(Subscription), subscription.Id);
            audit.Change(new { Barrings = $"{before}" }, new { Barrings = $"{before.With(change.Added, change.Removed)}" });
            await desk.OwnAsync(subscription.Id, [.. request.Add, .. request.Remove], cancellationToken);
            if (change.IsEmpty) return change;
            // Two at the same moment would not know of one another: the second finds another version.
            await subscriptions.SaveAsync(subscription, cancellationToken);
            await desk.TellAsync(subscription.Data, change, cancellationToken);
            return change;
        }
    }

    /// <summary>Puts down what the operator has carried out, and since when; of what it did not take, the history says why.</summary>
    internal sealed class Outcome(ISubscriptionRepository subscriptions, IBarrings barrings, TimeProvider clock) : IChangeOutcome
    {
        public string Kind => BarringDesk.ChangeKind;

        public async Task TakenAsync(OperatorChange change, string? reference, CancellationToken cancellation)
        {
            if (await subscriptions.FindForOperatorAsync(change.OrganisationId, change.Id, cancellation) is not { } subscription) return;
            var (taken, now) = (BarringDesk.ChangeOf(change), clock.GetUtcNow());
            var before = new BarringSet((await barrings.ListAsync(change.OrganisationId, change.Id, cancellation)).Select(active => active.Kind));
            await barrings.ApplyAsync(change.OrganisationId, change.Id, taken, now, cancellation);
            if (subscription.BarringsTaken(before, taken, now)) await subscriptions.SaveAsync(subscription, cancellation);
            else await subscriptions.TellAsync(subscription, cancellation);
        }

        public async Task RefusedAsync(OperatorChange change, string reason, CancellationToken cancellation)
        {
            if (await subscriptions.FindForOperatorAsync(change.OrganisationId, change.Id, cancellation) is not { } subscription) return;
            subscription.BarringsRefused(BarringDesk.ChangeOf(change), reason, clock.GetUtcNow());
            await subscriptions.SaveAsync(subscription, cancellation);
        }
    }
}
