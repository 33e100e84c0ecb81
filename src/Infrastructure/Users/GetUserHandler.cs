using Connect.Application.Common.Errors;
using Connect.Application.Identity;
using Connect.Application.Users;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Users;

internal sealed class GetUserHandler(DbSession db, Acting acting, IdentityOptions options, TimeProvider clock) : IRequestHandler<GetUser, UserDetail>
{
    // The person may belong to an account outside the reach: the name is told, account and address are not.
    private static readonly Stmt SelectFacts = $"""
        SELECT u.Id, u.ContactPersonId, p.Name, CASE WHEN b.Id IS NULL THEN NULL ELSE p.Email END AS PersonEmail, b.Number AS PersonAccountNumber, b.DisplayName AS PersonAccountName, u.UserName, u.Email, u.MobileNumber, u.Language,
            {UserList.Type} AS Type, a.Number AS AccountNumber, a.DisplayName AS AccountName, u.SmsTwoFactor, CASE WHEN w.Secret IS NULL THEN 0 ELSE 1 END AS HasAuthenticator,
            o.RequireTwoFactor, u.LimitsProducts, {UserList.Status} AS Status, u.CreatedAt, u.LastLoginAt, u.Version
        FROM PortalUser u
        JOIN Organisation o ON o.Id = u.OrganisationId
        JOIN Account a ON a.Id = u.AccountId
        JOIN ContactPerson p ON p.Id = u.ContactPersonId
        LEFT JOIN Account b ON b.Id = p.AccountId AND EXISTS (SELECT 1 FROM AccountTree s WHERE s.AncestorId = @reachId AND s.DescendantId = b.Id)
        LEFT JOIN UserAuthenticator w ON w.UserId = u.Id
        WHERE u.Id = @userId AND u.OrganisationId = @organisationId
        AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = u.AccountId)
        """;

    private static readonly Stmt SelectRights = "SELECT RightCode FROM UserRight WHERE UserId = @userId ORDER BY RightCode";
    private static readonly Stmt CountSessions = "SELECT COUNT(*) FROM UserSession WHERE UserId = @userId AND ExpiresAt > @now AND LastSeenAt > @seenAfter";

    // Hidden products count for what may be managed and are nowhere to be seen.
    private static readonly Stmt SelectProducts = """
        SELECT p.Id, p.Name, c.Name AS Category, p.IsHidden
        FROM UserProduct x JOIN Product p ON p.Id = x.ProductId JOIN Category c ON c.Id = p.CategoryId
        WHERE x.UserId = @userId ORDER BY c.SortOrder, c.Name, p.Name, p.Id
        """;

    public async Task<UserDetail> Handle(GetUser request, CancellationToken cancellationToken)
    {
        var (userId, now) = (request.UserId, clock.GetUtcNow());
        var facts = await db.FirstOrDefaultAsync<UserFacts>(SelectFacts, new { userId, organisationId = acting.Reach.OrganisationId, reachId = acting.Reach.AccountId }, cancellationToken)
            ?? throw new NotFoundException();
        var rights = await db.ListAsync<Right>(SelectRights, new { userId }, cancellationToken);
        var products = facts.LimitsProducts ? await db.ListAsync<ProductRow>(SelectProducts, new { userId }, cancellationToken) : [];
        var by = await acting.GetAsync(cancellationToken);
        return new()
        {
            Facts = facts,
            Rights = rights,
            Products = [.. products.Where(product => !product.IsHidden).Select(product => new OfferedProduct { Id = product.Id, Name = product.Name, Category = product.Category })],
            OpenSessions = await db.FirstOrDefaultAsync<int>(CountSessions, new { userId, now, seenAfter = now - options.SessionIdle }, cancellationToken),
            MayBeManaged = by.MayGive(rights, facts.LimitsProducts ? ProductLimits.To(products.Select(product => product.Id)) : ProductLimits.None),
            IsOneself = userId == by.Id,
        };
    }

    private sealed record ProductRow
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
        public string Category { get; init; } = "";
        public bool IsHidden { get; init; }
    }
}
