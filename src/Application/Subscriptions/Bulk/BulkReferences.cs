using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Domain.Subscriptions;
using MediatR;

namespace Connect.Application.Subscriptions.Bulk;

/// <summary>Cost centre and employee number of one service: what is not wished for stays, also the external user name.</summary>
internal sealed class BulkReferences(ISubscriptionRepository subscriptions, ICurrentUser user, IMediator mediator)
{
    public async Task<BulkOutcome> EditAsync(BulkWish wish, Guid service, BulkPlan? plan, CancellationToken cancellation)
    {
        var subscription = await subscriptions.FindAsync(user.Reach, service, cancellation) ?? throw new NotFoundException();
        var now = subscription.Data.References;
        var wanted = new ServiceReferences(now.ExternalUserName, Wanted(wish.CostCentre, now.CostCentre), Wanted(wish.EmployeeNumber, now.EmployeeNumber));
        var changes = now.ChangesTo(wanted.Kept());
        // What the preview was to change and is so now, was done when the process died over it.
        if (changes.Count == 0 && Subscription.WhyNotEdited(subscription.Data.Status) is null) return plan is { WasBegun: true } ? plan.Told : BulkOutcome.Unchanged;
        // Of the version that was looked at: whoever was first meanwhile is not written over.
        await mediator.Send(new EditSubscriptionReferences(service, wanted.ExternalUserName, wanted.CostCentre, wanted.EmployeeNumber, subscription.Data.Version), cancellation);
        return new() { References = changes };
    }

    private static string? Wanted(string? wish, string? now) => wish is null ? now : wish.Trim() == BulkWish.Nothing ? null : wish;
}
