namespace Connect.Domain.Subscriptions;

/// <summary>What a service is called in systems of the customer's own; nothing of it acts in the network. Each may be missing, several services may have the same.</summary>
/// <param name="ExternalUserName">Externt användarnamn, for integrations.</param>
/// <param name="CostCentre">Kostnadsställe.</param>
/// <param name="EmployeeNumber">Anställningsnummer.</param>
public sealed record ServiceReferences(string? ExternalUserName, string? CostCentre, string? EmployeeNumber)
{
    /// <summary>Signs at most.</summary>
    public const int ExternalUserNameLength = 100, CostCentreLength = 50, EmployeeNumberLength = 50;

    /// <summary>One of them as it is kept: one form of each sign, no outer spaces, nothing rather than empty.</summary>
    /// <param name="text">Well-formed.</param>
    public static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Normalize().Trim();

    /// <summary>All of them, as they are kept.</summary>
    public ServiceReferences Kept() => new(Kept(ExternalUserName), Kept(CostCentre), Kept(EmployeeNumber));

    /// <summary>What is different in <paramref name="after"/>; upper and lower case are.</summary>
    public IReadOnlyList<ReferenceChange> ChangesTo(ServiceReferences after) =>
        [.. Fields().Zip(after.Fields(), (was, now) => new ReferenceChange(was.Field, was.Value, now.Value)).Where(change => change.Before != change.After)];

    /// <summary>The value of a field, by its name here.</summary>
    public string? this[string field] => Fields().Single(known => known.Field == field).Value;

    /// <summary>With another value in one field.</summary>
    public ServiceReferences With(string field, string? value) => field switch
    {
        nameof(ExternalUserName) => this with { ExternalUserName = value },
        nameof(CostCentre) => this with { CostCentre = value },
        nameof(EmployeeNumber) => this with { EmployeeNumber = value },
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    private (string Field, string? Value)[] Fields() =>
        [(nameof(ExternalUserName), ExternalUserName), (nameof(CostCentre), CostCentre), (nameof(EmployeeNumber), EmployeeNumber)];
}

/// <summary>One field of <see cref="ServiceReferences"/> that changes.</summary>
/// <param name="Field">Its name there.</param>
public sealed record ReferenceChange(string Field, string? Before, string? After);
