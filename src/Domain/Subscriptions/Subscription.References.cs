using Connect.Domain.Common;

namespace Connect.Domain.Subscriptions;

/// <content>Externt användarnamn, cost centre and employee number.</content>
public sealed partial class Subscription
{
    /// <summary>Edits what the service is called in the customer's own systems, also before it is active.</summary>
    /// <returns>What the operator is to be told; may be nothing.</returns>
    /// <exception cref="DomainRuleException">The service has ended.</exception>
    public IReadOnlyList<ReferenceChange> EditReferences(ServiceReferences wanted, string actor, DateTimeOffset at)
    {
        if (WhyNotEdited(Data.Status) is { } code) throw new DomainRuleException(code);
        var changes = Data.References.ChangesTo(wanted.Kept());
        foreach (var change in changes)
        {
            Data = Data.With(Data.References.With(change.Field, change.After));
            Tell(SubscriptionEventKinds.ReferenceEdited, actor, at, null, change.Field, change.Before ?? "", change.After ?? "");
        }

        return changes;
    }

    /// <summary>The operator's systems did not take them: what was before stands again, unless it was changed once more since.</summary>
    /// <param name="reason">The operator's words, or a code of ours.</param>
    public void ReferencesRefused(IReadOnlyList<ReferenceChange> wished, string reason, DateTimeOffset at)
    {
        foreach (var change in wished)
        {
            if (Data.References[change.Field] == change.After) Data = Data.With(Data.References.With(change.Field, change.Before));
            Tell(SubscriptionEventKinds.ReferenceRefused, SubscriptionEvent.OperatorActor, at, null, change.Field, change.After ?? "", Data.References[change.Field] ?? "", reason);
        }
    }

    /// <summary>Code of the reason why they, and the user name, can't be edited for a service of that status; null when they can.</summary>
    public static string? WhyNotEdited(SubscriptionStatus status) => status == SubscriptionStatus.Terminated ? "ServiceHasEnded" : null;
}
