using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Subscriptions;

/// <summary>Edits the user name of a service, which the portal and the invoice show. A PBX keeps its own name.</summary>
[Requires(Right.ViewSubscriptions, Right.ManageSubscriptions)]
public sealed record RenameSubscriptionUser(Guid SubscriptionId, string UserName) : ICommand
{
    public const int MaxLength = 200;

    public sealed class Validator : AbstractValidator<RenameSubscriptionUser>
    {
        public Validator() => RuleFor(command => command.UserName).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(MaxLength)
            .Must(name => name.All(sign => !char.IsControl(sign) && sign != '\uFFFE') && IsWellFormed(name)).WithErrorCode("NameSigns");

        private static bool IsWellFormed(string text) => !text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD);
    }

    internal sealed class Handler(ISubscriptionRepository subscriptions, ICurrentUser user, IAudit audit, TimeProvider clock) : IRequestHandler<RenameSubscriptionUser, Unit>
    {
        public async Task<Unit> Handle(RenameSubscriptionUser request, CancellationToken cancellationToken)
        {
            var subscription = await subscriptions.FindAsync(user.Reach, request.SubscriptionId, cancellationToken) ?? throw new NotFoundException();
            var before = subscription.Data.UserName;
            subscription.Rename(request.UserName, user.Identity!.DisplayName, clock.GetUtcNow());
            audit.Subject(nameof(Subscription), subscription.Id);
            audit.Change(new { UserName = before }, new { subscription.Data.UserName });
            if (subscription.NewEvents.Count > 0) await subscriptions.SaveAsync(subscription, cancellationToken);
            return Unit.Value;
        }
    }
}
