using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Subscriptions;
using Connect.Domain.Common;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Subscriptions;

internal sealed class ShowSimSecretsHandler(DbSession db, ICurrentUser user, ISecretProtector protector, IAudit audit, TimeProvider clock)
    : IRequestHandler<ShowSimSecrets, SimSecrets>
{
    // One showing at a time for a user, or several at once would count the same. SQLite's write transaction is alone already.
    private static readonly Stmt HoldUser = new(
        "SELECT Id FROM PortalUser WHERE Id = @userId",
        "SELECT Id FROM PortalUser WITH (UPDLOCK) WHERE Id = @userId");

    private static readonly Stmt CountShown = """
        SELECT COUNT(*) FROM AuditEntry WHERE OrganisationId = @organisationId AND At >= @since AND UserId = @userId AND Action = 'ShowSimSecrets' AND Outcome = 1
        """;

    private static readonly Stmt SelectSecrets = """
        SELECT c.ProtectedPin AS Pin, c.ProtectedPuk AS Puk FROM SimCard c JOIN Subscription s ON s.Id = c.SubscriptionId
        WHERE s.Id = @id AND s.OrganisationId = @organisationId AND s.IsHidden = 0 AND c.State IN (3, 4)
        AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = s.AccountId)
        ORDER BY c.State, c.Seq DESC
        """;

    public async Task<SimSecrets> Handle(ShowSimSecrets request, CancellationToken cancellationToken)
    {
        var reach = user.Reach;
        audit.Subject("Subscription", request.SubscriptionId);
        await db.FirstOrDefaultAsync<Guid>(HoldUser, new { userId = user.Id }, cancellationToken);
        var shown = await db.FirstOrDefaultAsync<int>(CountShown, new { organisationId = reach.OrganisationId, userId = user.Id, since = clock.GetUtcNow().AddHours(-1) }, cancellationToken);
        if (shown >= ShowSimSecrets.MostAnHour) throw new DomainRuleException("SimSecretsLimit");
        var row = await db.FirstOrDefaultAsync<SecretRow>(SelectSecrets, new { id = request.SubscriptionId, organisationId = reach.OrganisationId, reachId = reach.AccountId }, cancellationToken)
            ?? throw new NotFoundException();
        return new(Open(row.Pin), Open(row.Puk));
    }

    private string? Open(string? secret) => secret is null ? null : protector.Unprotect(secret);

    private sealed record SecretRow { public string? Pin { get; init; } public string? Puk { get; init; } }
}
