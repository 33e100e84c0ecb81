using Connect.Application.Common.Security;
using Connect.Application.Reports;
using Connect.Domain.Users;

namespace Connect.Infrastructure.Reports.Overviews;

/// <summary>What a report of rows that belong to accounts is asked for.</summary>
internal static class OverviewScope
{
    /// <summary>Parameters of <see cref="AccountsAsked.Within"/>, and of the period: its days <c>@from</c> and <c>@to</c>, its instants <c>@start</c> and <c>@end</c>.</summary>
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
