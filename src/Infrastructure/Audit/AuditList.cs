using Connect.Application.Audit;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Persistence.Lists;
using MediatR;

namespace Connect.Infrastructure.Audit;

/// <summary>The audit log in SQL.</summary>
internal static class AuditList
{
    /// <summary>What an entry is about, as it is called now: nothing of what is kept out of the portal or lies outside the reach.</summary>
    public const string Subject = """
        COALESCE(
            (SELECT s.UserName FROM Subscription s WHERE s.Id = e.SubjectId AND s.IsHidden = 0 AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = s.AccountId)),
            (SELECT x.DisplayName FROM Account x WHERE x.Id = e.SubjectId AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = x.Id)),
            (SELECT o.Number COLLATE DATABASE_DEFAULT FROM CustomerOrder o WHERE o.Id = e.SubjectId AND o.IsHidden = 0 AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = o.AccountId)),
            (SELECT k.Number COLLATE DATABASE_DEFAULT FROM Ticket k WHERE k.Id = e.SubjectId AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = k.AccountId)),
            (SELECT i.Number COLLATE DATABASE_DEFAULT FROM Invoice i WHERE i.Id = e.SubjectId AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = i.AccountId)),
            (SELECT p.Name FROM ContactPerson p WHERE p.Id = e.SubjectId AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = p.AccountId)),
            (SELECT u.UserName FROM PortalUser u WHERE u.Id = e.SubjectId AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = u.AccountId)))
        """;

    public static readonly ListSource Source = new()
    {
        Table = "AuditEntry",
        Alias = "e",
        Select = $"e.Id, e.At, e.Actor, e.Action, e.Outcome, {Subject} AS Subject, a.DisplayName AS Account, e.Address, e.Reason",
        SelectForFile = ", e.BeforeState, e.AfterState",
        Joins = "LEFT JOIN Account a ON a.Id = e.AccountId",
        Visible = "1 = 1",
        Name = "e.Seq",
        SelectsByReach = true,
        AccountIndex = "IX_AuditEntry_Account",
        ScanIndexes = [("IX_AuditEntry_At", ["At", "Outcome", "Action"])],
        Columns = new Dictionary<string, ListSqlColumn>
        {
            ["outcome"] = new("e.Outcome") { Reads = "Outcome" },
            ["at"] = new("e.At") { Index = "IX_AuditEntry_At", Covers = ["At", "Outcome", "Action"], Reads = "At" },
            ["actor"] = new("e.Actor") { Other = new("f.Name") { Within = "e.UserId IN (SELECT v.Id FROM ContactPerson f JOIN PortalUser v ON v.ContactPersonId = f.Id WHERE f.OrganisationId = @organisationId AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = f.AccountId) AND {0})" } },
            ["action"] = new("e.Action") { Reads = "Action" },
            ["subject"] = new("e.SubjectId"),
            ["account"] = new("f.DisplayName") { Folded = "f.SearchName", Number = "f.Number", Within = "e.AccountId IN (SELECT f.Id FROM Account f WHERE f.OrganisationId = @organisationId AND {0})" },
            ["address"] = new("e.Address"),
        },
    };

    public static readonly ListSql<AuditLine> Sql = new(Source, ListAuditLog.Columns);
}

internal sealed class ListAuditLogHandler(DbSession db, ICurrentUser user) : IRequestHandler<ListAuditLog, ListPage<AuditLine>>
{
    public Task<ListPage<AuditLine>> Handle(ListAuditLog request, CancellationToken cancellationToken) => AuditList.Sql.PageAsync(db, user.Reach, request.Request, cancellationToken);
}
