namespace Connect.Infrastructure.Reports.Traffic;

/// <summary>The columns of a service <c>s</c> beside its traffic, as it is now.</summary>
internal static class ServiceSql
{
    private const string Own = "@isRoot = 1 OR EXISTS (SELECT 1 FROM AccountTree r WHERE r.AncestorId = @reachId AND r.DescendantId = s.AccountId)";

    /// <summary>The services of the reach, and those that have left it and have traffic of an account within it.</summary>
    public const string HasTraffic = """
        s.OrganisationId = @organisationId AND s.IsHidden = 0
            AND (EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = s.AccountId)
                OR EXISTS (SELECT 1 FROM UsageMonth m JOIN Account a ON a.Seq = m.AccountSeq JOIN AccountTree t ON t.DescendantId = a.Id AND t.AncestorId = @reachId WHERE m.SubscriptionSeq = s.Seq))
        """;

    /// <summary>Who has a service that has left the reach is not told; its number is, the traffic is its.</summary>
    public const string Named = $"""
        COALESCE(s.PhoneNumber, s.FixedNumber) AS Number, CASE WHEN {Own} THEN s.UserName END AS UserName,
            CASE WHEN {Own} THEN s.CostCentre END AS CostCentre, CASE WHEN {Own} THEN s.EmployeeNumber END AS EmployeeNumber
        """;
}
