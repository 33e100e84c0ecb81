using System.Linq.Expressions;
using System.Text.Json;
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
/// Externt användarnamn, with cost centre and employee number: what the service is called in the customer's own systems. All three are set, what
/// is empty is removed; the operator hears of those that changed.
/// </summary>
/// <param name="ExternalUserName">Which integrations use it depends on what the customer has with the operator.</param>
/// <param name="Version">Of the service as it was shown; null when it does not matter.</param>
[Requires(Right.ViewSubscriptions, Right.ManageSubscriptions)]
public sealed record EditSubscriptionReferences(Guid SubscriptionId, string? ExternalUserName, string? CostCentre, string? EmployeeNumber, int? Version = null) : ICommand
{
    public sealed class Validator : AbstractValidator<EditSubscriptionReferences>
    {
        public Validator()
        {
            Line(command => command.ExternalUserName, ServiceReferences.ExternalUserNameLength);
            Line(command => command.CostCentre, ServiceReferences.CostCentreLength);
            Line(command => command.EmployeeNumber, ServiceReferences.EmployeeNumberLength);
        }

        private void Line(Expression<Func<EditSubscriptionReferences, string?>> field, int longest)
        {
            RuleFor(field).Must(IsLine).WithErrorCode("TextSigns");
            // Measured as it is kept: outer spaces do not count.
            var value = field.Compile();
            RuleFor(command => IsLine(value(command)) ? ServiceReferences.Kept(value(command)) : null).MaximumLength(longest)
                .OverridePropertyName(((MemberExpression)field.Body).Member.Name);
        }

        private static bool IsLine(string? text) => text is null || TypedText.IsLine(text);
    }

    internal sealed class Handler(ISubscriptionRepository subscriptions, ChangeDesk desk, ICurrentUser user, IAudit audit, TimeProvider clock) : IRequestHandler<EditSubscriptionReferences, Unit>
    {
        public async Task<Unit> Handle(EditSubscriptionReferences request, CancellationToken cancellationToken)
        {
            var subscription = await subscriptions.FindAsync(user.Reach, request.SubscriptionId, cancellationToken) ?? throw new NotFoundException();
            audit.Subject(nameof(Subscription), subscription.Id);
            if (request.Version is { } version && version != subscription.Data.Version) throw new ConflictException();
            var before = subscription.Data.References;
            var changes = subscription.EditReferences(new(request.ExternalUserName, request.CostCentre, request.EmployeeNumber), user.Identity!.DisplayName, clock.GetUtcNow());
            audit.Change(before, subscription.Data.References);
            if (changes.Count == 0) return Unit.Value;
            await subscriptions.SaveAsync(subscription, cancellationToken);
            await desk.TellAsync(Outcome.Told(subscription.Data, changes), cancellationToken);
            return Unit.Value;
        }
    }

    /// <summary>What the operator does not take is taken back, and the history says why.</summary>
    internal sealed class Outcome(ISubscriptionRepository subscriptions, TimeProvider clock) : IChangeOutcome
    {
        public const string KindName = "subscription.references";
        private static readonly IReadOnlyList<string> Fields = [nameof(ServiceReferences.ExternalUserName), nameof(ServiceReferences.CostCentre), nameof(ServiceReferences.EmployeeNumber)];

        public string Kind => KindName;

        public static OperatorChange Told(SubscriptionData data, IReadOnlyList<ReferenceChange> changes) => new(KindName, data.OrganisationId, data.Id, data.ExternalId,
            changes.ToDictionary(change => Named(change.Field), change => change.Before), changes.ToDictionary(change => Named(change.Field), change => change.After));

        public async Task RefusedAsync(OperatorChange change, string reason, CancellationToken cancellation)
        {
            if (await subscriptions.FindForOperatorAsync(change.OrganisationId, change.Id, cancellation) is not { } subscription) return;
            var wished = Fields.Where(field => change.After.ContainsKey(Named(field))).Select(field => new ReferenceChange(field, change.Before[Named(field)], change.After[Named(field)]));
            subscription.ReferencesRefused([.. wished], reason, clock.GetUtcNow());
            await subscriptions.SaveAsync(subscription, cancellation);
        }

        private static string Named(string field) => JsonNamingPolicy.CamelCase.ConvertName(field);
    }
}
