namespace Connect.Infrastructure.Reports;

/// <summary>Of whose accounts a report tells: said once for all that belongs to an account.</summary>
internal static class AccountsAsked
{
    /// <summary>The account <c>a</c> lies within the reach, and is the one asked for or, where wanted, below it.</summary>
    public const string Within = """
        a.OrganisationId = @organisationId
        AND (@isRoot = 1 OR EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = a.Id))
        AND (@accountId IS NULL OR a.Id = @accountId OR (@below = 1 AND EXISTS (SELECT 1 FROM AccountTree b WHERE b.AncestorId = @accountId AND b.DescendantId = a.Id)))
        """;
}
