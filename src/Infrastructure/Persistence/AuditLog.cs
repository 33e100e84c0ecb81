using Connect.Application.Common.Ports;

namespace Connect.Infrastructure.Persistence;

internal sealed class AuditLog(DbSession db) : IAuditLog
{
    private static readonly Stmt Insert = """
        INSERT INTO AuditEntry (Id, At, OrganisationId, UserId, Actor, Action, Outcome, Reason, SubjectKind, SubjectId, BeforeState, AfterState, Address, BulkJobId, AccountId)
        VALUES (@Id, @At, @OrganisationId, @UserId, @Actor, @Action, @Outcome, @Reason, @SubjectKind, @SubjectId, @Before, @After, @Address, @BulkJobId, COALESCE(
            (SELECT s.AccountId FROM Subscription s WHERE s.Id = @SubjectId), (SELECT a.Id FROM Account a WHERE a.Id = @SubjectId), (SELECT o.AccountId FROM CustomerOrder o WHERE o.Id = @SubjectId),
            (SELECT k.AccountId FROM Ticket k WHERE k.Id = @SubjectId), (SELECT p.AccountId FROM ContactPerson p WHERE p.Id = @SubjectId), (SELECT v.AccountId FROM PortalUser v WHERE v.Id = @SubjectId),
            (SELECT i.AccountId FROM Invoice i WHERE i.Id = @SubjectId), @AccountId))
        """;

    public Task WriteAsync(AuditRow row, CancellationToken cancellation) => db.ExecuteAsync(Insert, row, cancellation);
}
