using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Operator;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Subscriptions;

/// <summary>
/// Edits the user name of a service, which the portal and the invoice show, and tells the operator. A PBX keeps its own name.
/// </summary>
[Requires(Right.ViewSubscriptions, Right.ManageSubscriptions)]
public sealed record RenameSubscriptionUser(Guid SubscriptionId, string UserName) : ICommand
{
    public const int MaxLength = 200;

    public sealed class Validator : AbstractValidator<RenameSubscriptionUser>
    {
        public Validator() => RuleFor(command => command.UserName).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(MaxLength)
            .Must(TypedText.IsLine).WithErrorCode("NameSigns");
    }

    internal sealed class Handler(ISubscriptionRepository subscriptions, ChangeDesk desk, ICurrentUser user, IAudit audit, TimeProvider clock) : IRequestHandler<RenameSubscriptionUser, Unit>
    {
        public async Task<Unit> Handle(RenameSubscriptionUser request, CancellationToken cancellationToken)
        {
            var subscription = await subscriptions.FindAsync(user.Reach, request.SubscriptionId, cancellationToken) ?? throw new NotFoundException();
            var before = subscription.Data.UserName;
            subscription.Rename(request.UserName, user.Identity!.DisplayName, clock.GetUtcNow());
            audit.Subject(nameof(Subscription), subscription.Id);
            audit.Change(new { UserName = before }, new { subscription.Data.UserName });
            if (subscription.NewEvents.Count == 0) return Unit.Value;
            await subscriptions.SaveAsync(subscription, cancellationToken);
            var data = subscription.Data;
            await desk.TellAsync(OperatorChange.Of(Outcome.KindName, data.OrganisationId, data.Id, data.ExternalId, Outcome.Field, before, data.UserName), cancellationToken);
            return Unit.Value;
        }
    }

    /// <summary>A name that the operator does not take is taken back, and the history says why.</summary>
    internal sealed class Outcome(ISubscriptionRepository subscriptions, TimeProvider clock) : IChangeOutcome
    {
        public const string KindName = "subscription.user-name", Field = "userName";

        public string Kind => KindName;

        public async Task RefusedAsync(OperatorChange change, string reason, CancellationToken cancellation)
        {
            if (await subscriptions.FindForOperatorAsync(change.OrganisationId, change.Id, cancellation) is not { } subscription) return;
            subscription.RenameRefused(change.After[Field]!, change.Before[Field]!, reason, clock.GetUtcNow());
            await subscriptions.SaveAsync(subscription, cancellation);
        }
    }
}
