using System.Linq.Expressions;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Application.Operator;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using FluentValidation;
using FluentValidation.Results;
using MediatR;

namespace Connect.Application.Subscriptions;

/// <summary>
/// Sets, changes and removes forwardings of a mobile service, and tells the operator; they act when it has answered. A kind that is not given
/// stays as it is, as does what is so already. A change that is made while another is under way waits for its turn.
/// </summary>
/// <exception cref="NotFoundException">There is none within the user's reach.</exception>
/// <exception cref="Domain.Common.DomainRuleException">The service is of another kind or not in use, or a number is its own or costs extra.</exception>
[Requires(Right.ViewSubscriptions, Right.ManageSubscriptions)]
public sealed record SetCallForwardings(Guid SubscriptionId, Guid RequestId) : ICommand<ForwardingChange>, IOnce
{
    public ForwardingInput? Unconditional { get; init; }
    public ForwardingInput? NotReachable { get; init; }
    public ForwardingInput? Busy { get; init; }

    /// <summary>The only one with a ring time.</summary>
    public ForwardingInput? NoReply { get; init; }

    internal IEnumerable<(CallForwardingKind Kind, ForwardingInput Input)> Given =>
        new[] { (CallForwardingKind.Unconditional, Unconditional), (CallForwardingKind.NotReachable, NotReachable), (CallForwardingKind.Busy, Busy), (CallForwardingKind.NoReply, NoReply) }
            .Where(given => given.Item2 is not null).Select(given => (given.Item1, given.Item2!));

    public sealed class Validator : AbstractValidator<SetCallForwardings>
    {
        public Validator()
        {
            RuleFor(command => command).Must(command => command.Given.Any()).WithErrorCode("ForwardingNone").OverridePropertyName("");
            Check(command => command.Unconditional, CallForwardingKind.Unconditional);
            Check(command => command.NotReachable, CallForwardingKind.NotReachable);
            Check(command => command.Busy, CallForwardingKind.Busy);
            Check(command => command.NoReply, CallForwardingKind.NoReply);
        }

        private void Check(Expression<Func<SetCallForwardings, ForwardingInput?>> given, CallForwardingKind kind) => RuleFor(given).Custom((input, context) =>
        {
            foreach (var (field, code) in input?.Problems(kind) ?? []) context.AddFailure(new ValidationFailure(field, "") { ErrorCode = code });
        });
    }

    internal sealed class Handler(ISubscriptionRepository subscriptions, ForwardingDesk desk, ICurrentUser user, IAudit audit, TimeProvider clock) : IRequestHandler<SetCallForwardings, ForwardingChange>
    {
        public async Task<ForwardingChange> Handle(SetCallForwardings request, CancellationToken cancellationToken)
        {
            var subscription = await subscriptions.FindAsync(user.Reach, request.SubscriptionId, cancellationToken) ?? throw new NotFoundException();
            var before = ForwardingDesk.Coming(await desk.ListAsync(subscription.OrganisationId, subscription.Id, cancellationToken));
            var wished = request.Given.ToLookup(given => given.Input.IsRemoval);
            var change = subscription.ChangeForwardings(before, [.. wished[false].Select(given => given.Input.Setting(given.Kind))], [.. wished[true].Select(given => given.Kind)],
                user.Identity!.DisplayName, clock.GetUtcNow()); // the rules live in Subscription
            audit.Subject(nameof(Subscription), subscription.Id);
            audit.Change(new { Forwardings = $"{before}" }, new { Forwardings = $"{before.With(change)}" });
            if (change.IsEmpty) return change;
            // Two at the same moment would not know of one another: the second finds another version.
            await subscriptions.SaveAsync(subscription, cancellationToken);
            await desk.TellAsync(subscription.Data, before, change, cancellationToken);
            return change;
        }
    }

    /// <summary>Puts down what the operator has carried out, and since when; of what it did not take, the history says why.</summary>
    internal sealed class Outcome(ISubscriptionRepository subscriptions, ICallForwardings forwardings, NumberGuard guard, TimeProvider clock) : IChangeOutcome
    {
        public string Kind => ForwardingDesk.ChangeKind;

        public async Task TakenAsync(OperatorChange change, string? reference, CancellationToken cancellation)
        {
            if (await subscriptions.FindForOperatorAsync(change.OrganisationId, change.Id, cancellation) is not { } subscription) return;
            var (taken, now) = (ForwardingDesk.ChangeOf(change), clock.GetUtcNow());
            var before = new ForwardingSet((await forwardings.ListAsync(change.OrganisationId, change.Id, cancellation)).Select(active => active.Setting));
            await forwardings.ApplyAsync(change.OrganisationId, change.Id, taken, now, cancellation);
            subscription.ForwardingsTaken(before, taken, now);
            await subscriptions.TellAsync(subscription, cancellation);
            if (taken.Set.Count > 0) await guard.DoneAsync(subscription.Data.PhoneNumber, cancellation);
        }

        public async Task RefusedAsync(OperatorChange change, string reason, CancellationToken cancellation)
        {
            if (await subscriptions.FindForOperatorAsync(change.OrganisationId, change.Id, cancellation) is not { } subscription) return;
            subscription.ForwardingsRefused(ForwardingDesk.ChangeOf(change), reason, clock.GetUtcNow());
            await subscriptions.SaveAsync(subscription, cancellation);
        }
    }
}

/// <summary>Where calls of one kind are forwarded to.</summary>
/// <param name="Target">A number in any spelling; empty takes the forwarding away.</param>
/// <param name="RingSeconds">For forwarding after ring time: 5 to 30 in steps of 5.</param>
public sealed record ForwardingInput(string? Target, int? RingSeconds = null)
{
    internal bool IsRemoval => string.IsNullOrWhiteSpace(Target);

    /// <summary>What can be seen to be wrong without knowing the service: the field, as the message names it, and the code.</summary>
    public IEnumerable<(string Field, string Code)> Problems(CallForwardingKind kind, params IEnumerable<PhoneNumber> own)
    {
        if (IsRemoval) yield break;
        if (ForwardingTarget.Problem(Target, out _, own) is { } code) yield return ($"{kind}.{nameof(Target)}", code);
        var isRight = kind == CallForwardingKind.NoReply ? RingSeconds is { } seconds && ForwardingFacts.RingTimes.Contains(seconds) : RingSeconds is null;
        if (!isRight) yield return ($"{kind}.{nameof(RingSeconds)}", "RingSeconds");
    }

    internal CallForwarding Setting(CallForwardingKind kind) => new(kind, PhoneNumber.E164Of(Target)!, RingSeconds);
}
