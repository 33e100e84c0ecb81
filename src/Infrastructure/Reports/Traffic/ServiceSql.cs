namespace Connect.Infrastructure.Reports.Traffic;

/// <summary>The columns of a service <c>s</c> beside its traffic, as it is now.</summary>
internal static class ServiceSql
{
    private const string Own = "@isRoot = 1 OR EXISTS (SELECT 1 FROM AccountTree r WHERE r.AncestorId = @reachId AND r.DescendantId = s.AccountId)";

    /// <summary>Who has a service that has left the reach is not told; its number is, the traffic is its.</summary>
    public const string Named = $"""
        COALESCE(s.PhoneNumber, s.FixedNumber) AS Number, CASE WHEN {Own} THEN s.UserName END AS UserName,
            CASE WHEN {Own} THEN s.CostCentre END AS CostCentre, CASE WHEN {Own} THEN s.EmployeeNumber END AS EmployeeNumber
        """;
}
