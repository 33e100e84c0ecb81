using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Application.Orders;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Subscriptions;

/// <summary>What it would mean to end a service: whether it can be, what it is bound to, and for a day until when it is invoiced and what that costs.</summary>
/// <param name="EndsOn">The day that is thought of; null as long as none is.</param>
[Requires(Right.ManageSubscriptions)]
public sealed record GetTermination(Guid SubscriptionId, DateOnly? EndsOn) : IQuery<TerminationTerms>
{
    internal sealed class Handler(ISubscriptionRepository subscriptions, IOrderRepository orders, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<GetTermination, TerminationTerms>
    {
        public async Task<TerminationTerms> Handle(GetTermination request, CancellationToken cancellationToken)
        {
            var subscription = await subscriptions.FindAsync(user.Reach, request.SubscriptionId, cancellationToken) ?? throw new NotFoundException();
            var (data, today) = (subscription.Data, clock.Today());
            var terms = new TerminationTerms
            {
                UserName = data.UserName, PhoneNumber = data.PhoneNumber, MonthlyPrice = data.MonthlyPrice, NoticeMonths = data.NoticeMonths,
                NoticeToMonthEnd = data.NoticeToMonthEnd, NoticeUntil = data.Terms.Notice.LastDayAfter(today), CommittedUntil = data.CommittedUntil,
                Obstacle = Subscription.WhyNotTerminated(data.Status),
            };
            return terms.Obstacle is null && request.EndsOn is { } endsOn
                ? terms with { Outcome = await OutcomeAsync(subscription, endsOn, today, cancellationToken) }
                : terms;
        }

        private async Task<TerminationOutlook> OutcomeAsync(Subscription subscription, DateOnly endsOn, DateOnly today, CancellationToken cancellation)
        {
            ChangeDay.Check(endsOn, today, nameof(EndsOn));
            var until = subscription.Data.Terms.InvoicedUntil(endsOn, today);
            var open = await orders.OpenOfServiceAsync(subscription.OrganisationId, subscription.Id, cancellation);
            var later = open.Where(order => order.Data.StartsOn >= endsOn).ToLookup(order => order.IsCalledOffBy(endsOn), order => new EndedChange(order.Number, order.Data.Type, order.Data.StartsOn));
            var cost = subscription.CostAfter(endsOn, until, open);
            return new TerminationOutlook(endsOn, IsAtOnce: endsOn == today, until, cost.Cost, [.. later[true]], [.. later[false]])
            {
                MonthlyPrice = cost.MonthlyPrice, Changes = cost.Changes, Unsure = cost.Unsure,
            };
        }
    }
}

/// <summary>What was agreed on the end of a service, seen from today.</summary>
public sealed record TerminationTerms
{
    public required string UserName { get; init; }

    /// <summary>E.164.</summary>
    public string? PhoneNumber { get; init; }

    public required Money MonthlyPrice { get; init; }
    public required int NoticeMonths { get; init; }

    /// <summary>The notice runs on to the end of its last calendar month.</summary>
    public required bool NoticeToMonthEnd { get; init; }

    /// <summary>Its last day, were notice given today.</summary>
    public required DateOnly NoticeUntil { get; init; }

    public DateOnly? CommittedUntil { get; init; }

    /// <summary>The first day to end it on that leaves nothing to be invoiced after the end, were notice given today.</summary>
    public DateOnly FreeFrom => (CommittedUntil > NoticeUntil ? CommittedUntil.Value : NoticeUntil).AddDays(1);

    /// <summary>The code of the error that ending it would meet, or null.</summary>
    public string? Obstacle { get; init; }

    /// <summary>For the day that was asked about.</summary>
    public TerminationOutlook? Outcome { get; init; }
}

/// <summary>What an end on that day means.</summary>
/// <param name="IsAtOnce">Today: as soon as the operator can.</param>
/// <param name="InvoicedUntil">The last day that is invoiced.</param>
/// <param name="CostAfter">What is invoiced for the days after the end, without VAT.</param>
/// <param name="Ended">What was to come later and is called off.</param>
/// <param name="Begun">What the operator has already: it goes on, and ends with the service if it is not carried out by then.</param>
public sealed record TerminationOutlook(DateOnly EndsOn, bool IsAtOnce, DateOnly InvoicedUntil, Money CostAfter, IReadOnlyList<EndedChange> Ended, IReadOnlyList<EndedChange> Begun)
{
    /// <summary>Of the service on the first day after the end.</summary>
    public required Money MonthlyPrice { get; init; }

    /// <summary>The ordered changes that <see cref="CostAfter"/> is counted with.</summary>
    public required IReadOnlyList<ComingPrice> Changes { get; init; }

    /// <summary>Numbers of the orders that may make it another cost.</summary>
    public required IReadOnlyList<string> Unsure { get; init; }
}

/// <summary>A coming change that a termination calls off or overtakes.</summary>
public sealed record EndedChange(string OrderNumber, OrderType Type, DateOnly StartsOn);
