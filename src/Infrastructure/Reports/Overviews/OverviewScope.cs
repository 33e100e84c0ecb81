using Connect.Application.Common.Security;
using Connect.Application.Reports;
using Connect.Domain.Users;

namespace Connect.Infrastructure.Reports.Overviews;

/// <summary>Of whose accounts a report tells: said once for all that belongs to an account.</summary>
internal static class OverviewScope
{
    /// <summary>The account <c>a</c> lies within the reach, and is the one asked for or, where wanted, below it.</summary>
    public const string Within = """
        a.OrganisationId = @organisationId
        AND (@isRoot = 1 OR EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = a.Id))
        AND (@accountId IS NULL OR a.Id = @accountId OR (@below = 1 AND EXISTS (SELECT 1 FROM AccountTree b WHERE b.AncestorId = @accountId AND b.DescendantId = a.Id)))
        """;

    /// <summary>Parameters of <see cref="Within"/>, and of the period: its days <c>@from</c> and <c>@to</c>, its instants <c>@start</c> and <c>@end</c>.</summary>
    public static object Parameters(ICurrentUser user, ReportParameters asked) => new
    {
        organisationId = user.Reach.OrganisationId,
        reachId = user.Reach.AccountId,
        isRoot = user.Reach.IsRoot,
        accountId = asked.Account?.Id,
        below = asked.Below,
        from = asked.HasPeriod ? asked.From : (DateOnly?)null,
        to = asked.HasPeriod ? asked.To : (DateOnly?)null,
        start = asked.HasPeriod ? asked.Start : (DateTimeOffset?)null,
        end = asked.HasPeriod ? asked.End : (DateTimeOffset?)null,
        invoice = asked.Invoice,
        seesServices = user.Has(Right.ViewSubscriptions),
    };
}
