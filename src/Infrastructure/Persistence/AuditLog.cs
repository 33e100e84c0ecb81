using Connect.Application.Common.Ports;

namespace Connect.Infrastructure.Persistence;

internal sealed class AuditLog(DbSession db) : IAuditLog
{
    private static readonly Stmt Insert = """
        INSERT INTO AuditEntry (Id, At, OrganisationId, UserId, Actor, Action, Outcome, Reason, SubjectKind, SubjectId, BeforeState, AfterState, Address)
        VALUES (@Id, @At, @OrganisationId, @UserId, @Actor, @Action, @Outcome, @Reason, @SubjectKind, @SubjectId, @Before, @After, @Address)
        """;

    public Task WriteAsync(AuditRow row, CancellationToken cancellation) => db.ExecuteAsync(Insert, row, cancellation);
}
