using Connect.Application.Users;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Users;

internal sealed class ProductOffer(DbSession db) : IProductOffer
{
    private static readonly Stmt SelectIsLimited = "SELECT LimitsProducts FROM PortalUser WHERE Id = @userId";
    private static readonly Stmt SelectProducts = "SELECT ProductId FROM UserProduct WHERE UserId = @userId";

    private static readonly Stmt SelectOffered = """
        SELECT p.Id, p.Name, c.Name AS Category FROM Product p JOIN Category c ON c.Id = p.CategoryId
        WHERE p.IsHidden = 0 AND EXISTS (
            SELECT 1 FROM Agreement g JOIN AgreementProduct ap ON ap.AgreementId = g.Id
            WHERE g.OrganisationId = @organisationId AND ap.ProductId = p.Id AND g.ValidFrom <= @day AND (g.ValidTo IS NULL OR g.ValidTo >= @day))
        ORDER BY c.SortOrder, c.Name, p.Name, p.Id
        """;

    public async Task<ProductLimits> LimitsOfAsync(Guid userId, CancellationToken cancellation) =>
        await db.FirstOrDefaultAsync<bool>(SelectIsLimited, new { userId }, cancellation)
            ? ProductLimits.To(await db.ListAsync<Guid>(SelectProducts, new { userId }, cancellation)) : ProductLimits.None;

    public async Task<IReadOnlyList<OfferedProduct>> ListAsync(AccountReach reach, ProductLimits limits, DateOnly day, CancellationToken cancellation) =>
        [.. (await db.ListAsync<OfferedProduct>(SelectOffered, new { organisationId = reach.OrganisationId, day }, cancellation)).Where(product => limits.Allow(product.Id))];
}
