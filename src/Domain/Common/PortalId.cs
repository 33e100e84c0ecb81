namespace Connect.Domain.Common;

/// <summary>The id in the operator's place of what was made in the portal, until the operator gives its own.</summary>
public static class PortalId
{
    public const string Prefix = "portal-";

    public static string Of(Guid id) => $"{Prefix}{id:N}";

    /// <summary>As the operator is told it: null until it has given its own.</summary>
    public static string? Told(string? externalId) => externalId is null || Is(externalId) ? null : externalId;

    public static bool Is(string externalId) => externalId.StartsWith(Prefix, StringComparison.Ordinal);
}
