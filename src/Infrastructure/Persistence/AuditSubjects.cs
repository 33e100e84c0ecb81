using Connect.Application.Common.Ports;
using Connect.Domain.Users;

namespace Connect.Infrastructure.Persistence;

/// <summary>Looks for what a message names among what its sender could have found.</summary>
internal sealed class AuditSubjects(DbSession db) : IAuditSubjects
{
    private static readonly Dictionary<string, Stmt> Statements = new()
    {
        ["Subscription"] = $"SELECT x.Id FROM Subscription x WHERE x.Id = @Id AND x.IsHidden = 0 AND {Within("x.AccountId")}",
        ["User"] = $"SELECT x.Id FROM PortalUser x WHERE x.Id = @Id AND {Within("x.AccountId")}",
        ["Account"] = $"SELECT x.Id FROM Account x WHERE x.Number = @Number AND {Within("x.Id")}",
        ["Order"] = $"SELECT x.Id FROM CustomerOrder x WHERE x.Number = @Number AND x.IsHidden = 0 AND {Within("x.AccountId")}",
        ["Ticket"] = $"SELECT x.Id FROM Ticket x WHERE x.Number = @Number AND {Within("x.AccountId")}",
        ["Invoice"] = $"SELECT x.Id FROM Invoice x WHERE x.Number = @Number AND {Within("x.AccountId")}",
    };

    public Task<Guid?> FindAsync(AccountReach reach, NamedSubject named, CancellationToken cancellation) =>
        db.FirstOrDefaultAsync<Guid?>(Statements[named.Kind], new { named.Id, named.Number, reachId = reach.AccountId }, cancellation);

    private static string Within(string account) => $"EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = {account})";
}
