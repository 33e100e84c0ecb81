using Connect.Domain.Common;

namespace Connect.Domain.Subscriptions;

/// <summary>What is kept of a service that the rules look at.</summary>
public sealed record SubscriptionData
{
    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }

    /// <summary>The operator's own id.</summary>
    public required string ExternalId { get; init; }

    public required Guid AccountId { get; init; }
    public required SubscriptionKind Kind { get; init; }
    public required SubscriptionStatus Status { get; init; }
    public required string UserName { get; init; }

    public string? ExternalUserName { get; init; }
    public string? CostCentre { get; init; }
    public string? EmployeeNumber { get; init; }

    /// <summary>What it is called in systems of the customer's own.</summary>
    public ServiceReferences References => new(ExternalUserName, CostCentre, EmployeeNumber);

    /// <summary>E.164.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>Of a PBX user, E.164.</summary>
    public string? FixedNumber { get; init; }

    /// <summary>Those that it is called on.</summary>
    public IEnumerable<PhoneNumber> OwnNumbers
    {
        get
        {
            foreach (var own in new[] { PhoneNumber, FixedNumber })
                if (Subscriptions.PhoneNumber.TryParse(own, out var number)) yield return number;
        }
    }

    /// <summary>Its first day; of what is ordered the day that was wished for.</summary>
    public DateOnly StartsOn { get; init; }

    /// <summary>The last day is the one before: it ends at 00:00.</summary>
    public DateOnly? EndsOn { get; init; }

    public int NoticeMonths { get; init; }
    public bool NoticeToMonthEnd { get; init; }
    public DateOnly? CommittedUntil { get; init; }
    public Money MonthlyPrice { get; init; }

    /// <summary>What was agreed on its end.</summary>
    public EndTerms Terms => new(new NoticePeriod(NoticeMonths, NoticeToMonthEnd), CommittedUntil, MonthlyPrice);

    /// <summary>0 when it is not in the database yet.</summary>
    public required int Version { get; init; }

    public SubscriptionData With(ServiceReferences references) =>
        this with { ExternalUserName = references.ExternalUserName, CostCentre = references.CostCentre, EmployeeNumber = references.EmployeeNumber };
}
