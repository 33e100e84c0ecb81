using Connect.Application.Audit;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Audit;

internal sealed class GetAuditEntryHandler(DbSession db, ICurrentUser user) : IRequestHandler<GetAuditEntry, AuditEntryView>
{
    private const string Columns = $"""
        SELECT e.Id, e.At, e.Actor, e.Action, e.Outcome, e.Reason, e.SubjectKind, e.SubjectId, {AuditList.Subject} AS Subject,
            (SELECT n.Number FROM Account n WHERE n.Id = e.SubjectId) AS SubjectNumber, a.Number AS AccountNumber, a.DisplayName AS Account, e.Address,
            (SELECT c.Id FROM AuditEntry c WHERE c.SubjectId = e.BulkJobId AND c.Action = 'ConfirmBulk' AND c.Outcome = 1 AND c.OrganisationId = @organisationId AND (@isRoot = 1 OR EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = c.AccountId))) AS BulkEntryId,
            (SELECT j.Id FROM BulkJob j WHERE j.Id = COALESCE(e.BulkJobId, e.SubjectId) AND j.UserId = @userId AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = j.AccountId)) AS BulkJobId
        FROM AuditEntry e LEFT JOIN Account a ON a.Id = e.AccountId
        WHERE e.Id = @Id AND e.OrganisationId = @organisationId
        """;

    // What no account is known of is for who sees all of them.
    private static readonly Stmt SelectAll = Columns;
    private static readonly Stmt SelectBelow = $"{Columns} AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = e.AccountId)";

    private static readonly Stmt SelectStates = "SELECT BeforeState, AfterState FROM AuditEntry WHERE Id = @Id";

    public async Task<AuditEntryView> Handle(GetAuditEntry request, CancellationToken cancellationToken)
    {
        var parameters = new { request.Id, organisationId = user.Reach.OrganisationId, reachId = user.Reach.AccountId, userId = user.Id, isRoot = user.Reach.IsRoot };
        var entry = await db.FirstOrDefaultAsync<AuditEntryView>(user.Reach.IsRoot ? SelectAll : SelectBelow, parameters, cancellationToken) ?? throw new NotFoundException();
        var states = (await db.FirstOrDefaultAsync<States>(SelectStates, new { request.Id }, cancellationToken))!;
        return entry with { Changes = AuditChanges.Of(states.BeforeState, states.AfterState) };
    }

    private sealed record States
    {
        public string? BeforeState { get; init; }
        public string? AfterState { get; init; }
    }
}
