using Connect.Application.Common.Errors;
using Connect.Application.Common.Lists;
using Connect.Domain.Users;

namespace Connect.Infrastructure.Persistence.Lists;

/// <summary>The part of the account tree that a list's request asks for, never more than the user's reach.</summary>
/// <param name="Only">The one account, when those below it are not wanted.</param>
internal sealed record ListScope(AccountReach Reach, Guid? Only)
{
    private static readonly Stmt SelectAccount = """
        SELECT a.Id FROM Account a
        WHERE a.Number = @number AND a.OrganisationId = @organisationId
        AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = a.Id)
        """;

    /// <exception cref="NotFoundException">There is no such account within the reach.</exception>
    public static async Task<ListScope> OfAsync(DbSession db, AccountReach reach, ListRequest request, CancellationToken cancellation)
    {
        if (request.Within is not { } within) return new(reach, null);
        var parameters = new { number = within.Account, organisationId = reach.OrganisationId, reachId = reach.AccountId };
        var id = await db.FirstOrDefaultAsync<Guid?>(SelectAccount, parameters, cancellation) ?? throw new NotFoundException();
        if (!within.Below) return new(reach, id);
        return new(id == reach.AccountId ? reach : reach with { AccountId = id, IsRoot = false }, null);
    }
}
