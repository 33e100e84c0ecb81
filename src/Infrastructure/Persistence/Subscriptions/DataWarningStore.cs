using Connect.Application.Common.Errors;
using Connect.Application.Subscriptions;
using Connect.Domain.Users;

namespace Connect.Infrastructure.Persistence.Subscriptions;

internal sealed class DataWarningStore(DbSession db) : IDataWarnings
{
    private const int IdsAtOnce = 500;

    // Only services in use with a package that can run out; reach and right are those of this moment. CROSS JOIN keeps SQLite to the order written here:
    // whoever asked comes first, so that a round costs nothing where nobody did.
    private const string Candidates = """
        SELECT u.Id AS UserId, u.AccountId, s.Id AS SubscriptionId, s.Seq AS ServiceSeq,
            d.Bytes + COALESCE((SELECT SUM(t.Bytes) FROM TopUp t WHERE t.SubscriptionId = s.Id AND t.Month = @month), 0) AS Allowed
        FROM DataWarning w
        CROSS JOIN PortalUser u
        {joins}
        CROSS JOIN DataPackage d
        WHERE u.Id = w.UserId AND u.IsActive = 1 AND r.AncestorId = u.AccountId AND r.DescendantId = s.AccountId AND s.OrganisationId = u.OrganisationId
          AND s.Status IN (2, 3, 4) AND s.IsHidden = 0 AND d.Id = s.DataPackageId AND d.Bytes > 0
          AND EXISTS (SELECT 1 FROM UserRight g WHERE g.UserId = u.Id AND g.RightCode = @right)
          AND (SELECT SUM(m.Amount) FROM UsageMonth m WHERE m.SubscriptionSeq = s.Seq AND m.Month = @month AND m.TrafficType = 4) * 100 >= d.Bytes * 80
          AND {condition}
        """;

    internal static readonly Stmt SelectDueOfAll = Due("CROSS JOIN AccountTree r CROSS JOIN Subscription s", "w.SubscriptionId IS NULL");

    internal static readonly Stmt SelectDueOfSome = Due("CROSS JOIN Subscription s CROSS JOIN AccountTree r",
        "s.Id = w.SubscriptionId AND NOT EXISTS (SELECT 1 FROM DataWarning o WHERE o.UserId = w.UserId AND o.SubscriptionId IS NULL)");

    private static readonly Stmt SelectOfAll = "SELECT COUNT(*) FROM DataWarning WHERE UserId = @userId AND SubscriptionId IS NULL";
    private static readonly Stmt SelectOfOne = "SELECT COUNT(*) FROM DataWarning WHERE UserId = @userId AND SubscriptionId = @subscriptionId";
    private static readonly Stmt Insert = "INSERT INTO DataWarning (UserId, SubscriptionId) VALUES (@userId, @subscriptionId)";
    private static readonly Stmt DeleteOfAll = "DELETE FROM DataWarning WHERE UserId = @userId AND SubscriptionId IS NULL";
    private static readonly Stmt DeleteOfOne = "DELETE FROM DataWarning WHERE UserId = @userId AND SubscriptionId = @subscriptionId";

    private static readonly Stmt Raise = """
        UPDATE DataWarningSent SET Reached = 100 WHERE UserId = @userId AND Month = @month AND SubscriptionId IN @ids AND Reached < 100
        """;

    private static readonly Stmt SelectOld = "SELECT DISTINCT UserId FROM DataWarningSent WHERE Month < @month";
    private static readonly Stmt DeleteOld = "DELETE FROM DataWarningSent WHERE UserId = @userId AND Month < @month";

    public async Task<DataWarnings> OfAsync(Guid userId, Guid? subscriptionId, CancellationToken cancellation) => new(
        subscriptionId is not null && await db.FirstOrDefaultAsync<int>(SelectOfOne, new { userId, subscriptionId }, cancellation) > 0,
        await db.FirstOrDefaultAsync<int>(SelectOfAll, new { userId }, cancellation) > 0);

    public async Task SetAsync(Guid userId, Guid? subscriptionId, bool on, CancellationToken cancellation)
    {
        var now = await OfAsync(userId, subscriptionId, cancellation);
        if ((subscriptionId is null ? now.OfAll : now.OfThis) == on) return;
        if (on) await db.ExecuteAsync(Insert, new { userId, subscriptionId }, cancellation);
        else if (subscriptionId is null) await db.ExecuteAsync(DeleteOfAll, new { userId }, cancellation);
        else await db.ExecuteAsync(DeleteOfOne, new { userId, subscriptionId }, cancellation);
    }

    public Task<IReadOnlyList<DueDataWarning>> DueAsync(DateOnly month, bool ofAll, int take, CancellationToken cancellation) =>
        db.ListAsync<DueDataWarning>(ofAll ? SelectDueOfAll : SelectDueOfSome, new { month, right = Right.ViewSubscriptions, take }, cancellation);

    public async Task MarkAsync(DateOnly month, IReadOnlyList<DueDataWarning> told, CancellationToken cancellation)
    {
        await db.InsertManyAsync("DataWarningSent", ["UserId", "Month", "SubscriptionId", "Reached"],
            told.Where(warning => warning.Told is null).Select(warning => (IReadOnlyList<object?>)[warning.UserId, month, warning.SubscriptionId, warning.Reached]), cancellation);
        foreach (var raised in told.Where(warning => warning.Told is not null).Select(warning => warning.SubscriptionId).Chunk(IdsAtOnce))
            if (await db.ExecuteAsync(Raise, new { userId = told[0].UserId, month, ids = raised }, cancellation) < raised.Length) throw new ConflictException();
    }

    // A user's at a time, so that nobody waits for the write lock.
    public async Task ForgetAsync(DateOnly month, CancellationToken cancellation)
    {
        foreach (var userId in await db.ListAsync<Guid>(SelectOld, new { month }, cancellation)) await db.ExecuteAsync(DeleteOld, new { userId, month }, cancellation);
    }

    // The package's share is looked at first: few services come so far that the accounts of their traffic matter.
    private static Stmt Due(string joins, string condition) => Stmt.Top($"""
        SELECT u.Id AS UserId, u.OrganisationId, p.Name, u.Email, u.Language, s.Id AS SubscriptionId, s.UserName, s.PhoneNumber, x.Allowed, x.Used, n.Reached AS Told
        FROM (
            SELECT c.UserId, c.SubscriptionId, c.Allowed, SUM(m.Amount) AS Used
            FROM ({Candidates.Replace("{joins}", joins, StringComparison.Ordinal).Replace("{condition}", condition, StringComparison.Ordinal)}) c
            CROSS JOIN UsageMonth m
            CROSS JOIN Account a
            CROSS JOIN AccountTree t
            WHERE m.SubscriptionSeq = c.ServiceSeq AND m.Month = @month AND m.TrafficType = 4 AND a.Seq = m.AccountSeq AND t.DescendantId = a.Id AND t.AncestorId = c.AccountId
            GROUP BY c.UserId, c.SubscriptionId, c.Allowed
        ) x
        JOIN PortalUser u ON u.Id = x.UserId
        JOIN ContactPerson p ON p.Id = u.ContactPersonId
        JOIN Subscription s ON s.Id = x.SubscriptionId
        LEFT JOIN DataWarningSent n ON n.UserId = x.UserId AND n.Month = @month AND n.SubscriptionId = x.SubscriptionId
        WHERE x.Used * 100 >= x.Allowed * 80 AND (n.Reached IS NULL OR (n.Reached < 100 AND x.Used >= x.Allowed))
        ORDER BY u.Seq, s.Seq
        """);
}
