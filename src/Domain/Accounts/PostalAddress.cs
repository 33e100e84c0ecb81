namespace Connect.Domain.Accounts;

/// <summary>Where post goes in Sweden.</summary>
/// <param name="PostalCode">Written <c>123 45</c>.</param>
public sealed record PostalAddress(string Street, string PostalCode, string City)
{
    /// <summary>On one line, for histories.</summary>
    public override string ToString() => $"{Street}, {PostalCode} {City}";

    /// <summary>The address, or null when it has no part at all.</summary>
    public static PostalAddress? Of(string? street, string? postalCode, string? city) =>
        street is null && postalCode is null && city is null ? null : new(street ?? "", postalCode ?? "", city ?? "");
}
