using System.Globalization;
using Connect.Application.Common.Errors;
using Connect.Application.Subscriptions;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;

namespace Connect.Infrastructure.Persistence.Subscriptions;

internal sealed class CostCaps(DbSession db) : ICostCaps
{
    private static readonly Stmt Select = "SELECT SubscriptionId, Amount, SetById, BarsIn, Bars, Version FROM CostCap WHERE SubscriptionId = @subscriptionId";

    private static readonly Stmt Insert = """
        INSERT INTO CostCap (SubscriptionId, Amount, SetById, BarsIn, Bars, Version) VALUES (@SubscriptionId, @Amount, @SetById, @BarsIn, @bars, 1)
        """;

    private static readonly Stmt Update = """
        UPDATE CostCap SET Amount = @Amount, SetById = @SetById, BarsIn = @BarsIn, Bars = @bars, Version = Version + 1 WHERE SubscriptionId = @SubscriptionId AND Version = @Version
        """;

    private static readonly Stmt Delete = "DELETE FROM CostCap WHERE SubscriptionId = @subscriptionId";

    private static readonly Stmt SelectCharged = """
        SELECT COALESCE(SUM(m.Charge), 0) FROM UsageMonth m
        JOIN Subscription s ON s.Seq = m.SubscriptionSeq
        JOIN Account a ON a.Seq = m.AccountSeq
        JOIN AccountTree t ON t.DescendantId = a.Id
        WHERE s.Id = @subscriptionId AND m.Month = @month AND t.AncestorId = @reachId
        """;

    private static readonly Stmt SelectTotal = """
        SELECT COALESCE(SUM(m.Charge), 0) FROM UsageMonth m JOIN Subscription s ON s.Seq = m.SubscriptionSeq WHERE s.Id = @subscriptionId AND m.Month = @month
        """;

    // From the caps on, which are few: CROSS JOIN keeps SQLite to that order.
    private static readonly Stmt SelectReached = Stmt.Top("""
        SELECT s.OrganisationId, s.Id AS SubscriptionId FROM CostCap c CROSS JOIN Subscription s
        WHERE s.Id = c.SubscriptionId AND (c.BarsIn IS NULL OR c.BarsIn < @month) AND s.Kind IN (3, 4) AND s.Status IN (2, 3, 4)
          AND (SELECT SUM(m.Charge) FROM UsageMonth m WHERE m.SubscriptionSeq = s.Seq AND m.Month = @month) >= c.Amount
        ORDER BY s.Seq
        """);

    private static readonly Stmt SelectOver = Stmt.Top("""
        SELECT s.OrganisationId, s.Id AS SubscriptionId FROM CostCap c CROSS JOIN Subscription s WHERE s.Id = c.SubscriptionId AND c.BarsIn < @month ORDER BY s.Seq
        """);

    private static readonly Stmt SelectReader = """
        SELECT p.Name, u.Email, u.Language FROM PortalUser u
        JOIN ContactPerson p ON p.Id = u.ContactPersonId
        JOIN Subscription s ON s.Id = @SubscriptionId AND s.OrganisationId = u.OrganisationId
        WHERE u.Id = @SetById AND u.IsActive = 1 AND s.IsHidden = 0
          AND EXISTS (SELECT 1 FROM UserRight r WHERE r.UserId = u.Id AND r.RightCode = @right)
          AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = u.AccountId AND t.DescendantId = s.AccountId)
        """;

    public async Task<CostCap?> FindAsync(Guid subscriptionId, CancellationToken cancellation) =>
        (await db.FirstOrDefaultAsync<Row>(Select, new { subscriptionId }, cancellation))?.ToCap();

    public async Task<Money> ChargedAsync(AccountReach reach, Guid subscriptionId, DateOnly month, CancellationToken cancellation) =>
        new(await db.FirstOrDefaultAsync<long>(SelectCharged, new { subscriptionId, month, reachId = reach.AccountId }, cancellation));

    public async Task<Money> TotalAsync(Guid subscriptionId, DateOnly month, CancellationToken cancellation) =>
        new(await db.FirstOrDefaultAsync<long>(SelectTotal, new { subscriptionId, month }, cancellation));

    public async Task SaveAsync(CostCap cap, CancellationToken cancellation)
    {
        var bars = cap.Bars.Count == 0 ? null : string.Join(',', cap.Bars.Select(kind => ((int)kind).ToString(CultureInfo.InvariantCulture)));
        if (cap.Version == 0) await db.ExecuteAsync(Insert, new { cap.SubscriptionId, cap.Amount, cap.SetById, cap.BarsIn, bars }, cancellation);
        else if (await db.ExecuteAsync(Update, new { cap.Amount, cap.SetById, cap.BarsIn, bars, cap.SubscriptionId, cap.Version }, cancellation) == 0) throw new ConflictException();
    }

    public Task RemoveAsync(Guid subscriptionId, CancellationToken cancellation) => db.ExecuteAsync(Delete, new { subscriptionId }, cancellation);

    public Task<IReadOnlyList<CappedService>> ReachedAsync(DateOnly month, int take, CancellationToken cancellation) => db.ListAsync<CappedService>(SelectReached, new { month, take }, cancellation);

    public Task<IReadOnlyList<CappedService>> OverAsync(DateOnly month, int take, CancellationToken cancellation) => db.ListAsync<CappedService>(SelectOver, new { month, take }, cancellation);

    public Task<CostCapReader?> ReaderAsync(CostCap cap, CancellationToken cancellation) =>
        db.FirstOrDefaultAsync<CostCapReader>(SelectReader, new { cap.SubscriptionId, cap.SetById, right = Right.ViewSubscriptions }, cancellation);

    private sealed record Row
    {
        public Guid SubscriptionId { get; init; }
        public Money Amount { get; init; }
        public Guid SetById { get; init; }
        public DateOnly? BarsIn { get; init; }
        public string? Bars { get; init; }
        public int Version { get; init; }

        public CostCap ToCap() => new(SubscriptionId, Amount, SetById)
        {
            BarsIn = BarsIn, Version = Version, Bars = [.. (Bars ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(kind => (BarringKind)int.Parse(kind, CultureInfo.InvariantCulture))],
        };
    }
}
