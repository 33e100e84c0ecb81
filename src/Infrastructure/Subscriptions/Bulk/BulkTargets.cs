using Connect.Application.Common.Lists;
using Connect.Application.Subscriptions.Bulk;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Subscriptions.Bulk;

internal sealed class BulkTargets(DbSession db) : IBulkTargets
{
    // SQL Server takes 2 100 parameters a statement.
    private const int AtOnce = 500;

    private const string InReach = """
        SELECT s.Id, s.UserName, s.PhoneNumber, s.FixedNumber, s.Status FROM Subscription s
        WHERE s.IsHidden = 0 AND s.OrganisationId = @organisationId
          AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = s.AccountId)
        """;

    private static readonly Stmt SelectIds = $"{InReach} AND s.Id IN @keys";
    private static readonly Stmt SelectNumbers = $"{InReach} AND s.PhoneNumber IN @keys";
    private static readonly Stmt SelectUsers = $"{InReach} AND s.UserName IN @keys";
    private static readonly Stmt SelectFixedNumbers = $"{InReach} AND s.FixedNumber IN @keys";

    public async Task<IReadOnlyList<BulkTarget>> MatchingAsync(AccountReach reach, ListRequest request, int most, CancellationToken cancellation)
    {
        var found = new List<BulkTarget>();
        await foreach (var row in SubscriptionList.Sql.StreamAsync(db, reach, request, cancellation))
        {
            found.Add(new() { Id = row.Id, UserName = row.UserName, PhoneNumber = row.PhoneNumber, FixedNumber = row.FixedNumber, Status = row.Status });
            if (found.Count == most) break;
        }

        return found;
    }

    public Task<IReadOnlyList<BulkTarget>> OfIdsAsync(AccountReach reach, IReadOnlyCollection<Guid> ids, CancellationToken cancellation) => FindAsync(SelectIds, reach, ids, cancellation);

    public async Task<IReadOnlyList<BulkTarget>> OfNumbersAsync(AccountReach reach, IReadOnlyCollection<string> numbers, CancellationToken cancellation) =>
        [.. (await FindAsync(SelectNumbers, reach, numbers, cancellation)).Concat(await FindAsync(SelectFixedNumbers, reach, numbers, cancellation)).DistinctBy(found => found.Id)];

    public Task<IReadOnlyList<BulkTarget>> OfUsersAsync(AccountReach reach, IReadOnlyCollection<string> names, CancellationToken cancellation) => FindAsync(SelectUsers, reach, names, cancellation);

    private async Task<IReadOnlyList<BulkTarget>> FindAsync<T>(Stmt select, AccountReach reach, IReadOnlyCollection<T> all, CancellationToken cancellation)
    {
        var found = new List<BulkTarget>();
        foreach (var keys in all.Chunk(AtOnce))
            found.AddRange(await db.ListAsync<BulkTarget>(select, new { organisationId = reach.OrganisationId, reachId = reach.AccountId, keys }, cancellation));
        return found;
    }
}
