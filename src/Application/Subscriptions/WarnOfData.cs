using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Subscriptions;

/// <summary>
/// Turns mails on or off that tell the user when 80 % and 100 % of a service's data of the month is used. What is used already is told soon.
/// </summary>
/// <exception cref="DomainRuleException">Turned on for a kind without data: <c>TopUpNotForThisService</c>; for a service that has ended: <c>ServiceHasEnded</c>.</exception>
[Requires(Right.ViewSubscriptions)]
public sealed record WarnOfData(Guid SubscriptionId, bool On) : ICommand
{
    internal sealed class Handler(ISubscriptionRepository subscriptions, IDataWarnings warnings, UsageRounds rounds, ICurrentUser user, IAudit audit) : IRequestHandler<WarnOfData, Unit>
    {
        public async Task<Unit> Handle(WarnOfData request, CancellationToken cancellationToken)
        {
            var subscription = await subscriptions.FindAsync(user.Reach, request.SubscriptionId, cancellationToken) ?? throw new NotFoundException();
            if (request.On && !subscription.HasSim) throw new DomainRuleException("TopUpNotForThisService");
            if (request.On && subscription.Data.Status == SubscriptionStatus.Terminated) throw new DomainRuleException("ServiceHasEnded");
            var before = await warnings.OfAsync(user.Id, subscription.Id, cancellationToken);
            await warnings.SetAsync(user.Id, subscription.Id, request.On, cancellationToken);
            if (request.On) await rounds.WarningsSoonAsync(cancellationToken);
            audit.Subject(nameof(Subscription), subscription.Id);
            audit.Change(new { DataWarning = before.OfThis }, new { DataWarning = request.On });
            return Unit.Value;
        }
    }
}

/// <summary>The same for every service within the reach, also those that come to it.</summary>
[Requires(Right.ViewSubscriptions)]
public sealed record WarnOfAllData(bool On) : ICommand
{
    internal sealed class Handler(IDataWarnings warnings, UsageRounds rounds, ICurrentUser user, IAudit audit) : IRequestHandler<WarnOfAllData, Unit>
    {
        public async Task<Unit> Handle(WarnOfAllData request, CancellationToken cancellationToken)
        {
            var before = await warnings.OfAsync(user.Id, null, cancellationToken);
            await warnings.SetAsync(user.Id, null, request.On, cancellationToken);
            if (request.On) await rounds.WarningsSoonAsync(cancellationToken);
            audit.Subject("User", user.Id);
            audit.Change(new { DataWarnings = before.OfAll }, new { DataWarnings = request.On });
            return Unit.Value;
        }
    }
}
