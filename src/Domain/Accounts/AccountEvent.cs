namespace Connect.Domain.Accounts;

/// <summary>A line in an account's history: who did what and when.</summary>
/// <param name="Kind">Names the text <c>AccountEvents.{Kind}</c>; one of <see cref="AccountEventKinds"/>.</param>
/// <param name="Actor">The name of whoever did it as it was then.</param>
/// <param name="Values">What the text mentions, in its order; empty where there was nothing.</param>
public sealed record AccountEvent(Guid Id, DateTimeOffset At, string Kind, string Actor, IReadOnlyList<string> Values);

/// <summary>What can happen to an account. Stored as text; never renamed.</summary>
public static class AccountEventKinds
{
    /// <summary>Values: name of the account above.</summary>
    public const string Created = nameof(Created);

    /// <summary>Values: name and number of the new account.</summary>
    public const string SubAccountAdded = nameof(SubAccountAdded);

    /// <summary>Values: before, after.</summary>
    public const string AliasEdited = nameof(AliasEdited);

    /// <inheritdoc cref="AliasEdited"/>
    public const string InvoiceReferenceEdited = nameof(InvoiceReferenceEdited);

    /// <inheritdoc cref="AliasEdited"/>
    public const string AddressEdited = nameof(AddressEdited);

    /// <inheritdoc cref="AliasEdited"/>
    public const string ContactDataEdited = nameof(ContactDataEdited);

    /// <inheritdoc cref="AliasEdited"/>
    public const string InvoiceAddressEdited = nameof(InvoiceAddressEdited);

    /// <summary>Values: name.</summary>
    public const string ContactPersonAdded = nameof(ContactPersonAdded);

    /// <inheritdoc cref="ContactPersonAdded"/>
    public const string ContactPersonEdited = nameof(ContactPersonEdited);

    /// <inheritdoc cref="ContactPersonAdded"/>
    public const string ContactPersonRemoved = nameof(ContactPersonRemoved);

    /// <summary>Values: the operator's reason, or the code of one of ours.</summary>
    public const string OperatorRefused = nameof(OperatorRefused);
}
