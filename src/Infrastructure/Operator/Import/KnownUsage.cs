using Connect.Domain.Common;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>
/// What the database has of the traffic in a load. A record of a later month than the service's last is taken for new
/// without looking, which is nearly all that a first or monthly load brings.
/// </summary>
internal sealed class KnownUsage(DbSession db)
{
    private const int AtOnce = 400;
    private static readonly Stmt SelectSubscriptions = "SELECT s.Id, s.Seq, a.Seq AS AccountSeq FROM Subscription s JOIN Account a ON a.Id = s.AccountId";
    private static readonly Stmt SelectMoves = "SELECT m.SubscriptionId, m.MovedOn, a.Seq AS AccountSeq FROM SubscriptionMove m JOIN Account a ON a.Id = m.FromAccountId ORDER BY m.MovedOn, m.Seq";
    private static readonly Stmt SelectAccounts = "SELECT Id, Seq FROM Account";
    private static readonly Stmt SelectLastMonths = "SELECT SubscriptionSeq, MAX(Month) AS Month FROM UsageMonth GROUP BY SubscriptionSeq";
    private static readonly Stmt SelectRecords = new(
        """
        SELECT SubscriptionSeq, AccountSeq, At, ExternalId, InvoiceNumber, TrafficType, Direction, Zone, Country, OtherNumber, Amount, Charge
        FROM UsageRecord WHERE SubscriptionSeq = @seq AND ExternalId IN @ids
        """,
        """
        SELECT SubscriptionSeq, AccountSeq, At, ExternalId, InvoiceNumber, TrafficType, Direction, Zone, Country, OtherNumber, Amount, Charge
        FROM UsageRecord WITH (UPDLOCK) WHERE SubscriptionSeq = @seq AND ExternalId IN @ids
        """);

    private Dictionary<Guid, KnownSubscription> _subscriptions = [];
    private Dictionary<Guid, long> _accounts = [];
    private ILookup<Guid, Move> _moves = Array.Empty<Move>().ToLookup(move => move.SubscriptionId);
    private Dictionary<long, DateOnly> _lastMonths = [];

    public async Task LoadAsync(CancellationToken cancellation)
    {
        _subscriptions = (await db.ListAsync<KnownSubscription>(SelectSubscriptions, null, cancellation)).ToDictionary(s => s.Id);
        _accounts = (await db.ListAsync<KnownAccount>(SelectAccounts, null, cancellation)).ToDictionary(a => a.Id, a => a.Seq);
        _moves = (await db.ListAsync<Move>(SelectMoves, null, cancellation)).ToLookup(move => move.SubscriptionId);
        _lastMonths = (await db.ListAsync<LastMonth>(SelectLastMonths, null, cancellation)).ToDictionary(m => m.SubscriptionSeq, m => m.Month);
    }

    public KnownSubscription Subscription(Guid id) => _subscriptions[id];

    public long AccountSeq(Guid id) => _accounts[id];

    /// <summary>The account that the service belonged to on the Swedish day of the instant.</summary>
    public long AccountSeqOf(KnownSubscription subscription, DateTimeOffset at) => !_moves.Contains(subscription.Id) ? subscription.AccountSeq
        : _moves[subscription.Id].FirstOrDefault(move => move.MovedOn > StockholmTime.DayOf(at))?.AccountSeq ?? subscription.AccountSeq;

    /// <summary>Tells new rows from changed ones; those that are as stored fall away. Of two rows with one id the later holds.</summary>
    public async Task<UsageDifference> CompareAsync(List<UsageRow> rows, bool lookUpAll, CancellationToken cancellation)
    {
        var given = new Dictionary<(long, string), UsageRow>(rows.Count);
        foreach (var row in rows) given[(row.SubscriptionSeq, row.ExternalId)] = row;
        var stored = new Dictionary<(long, string), UsageRow>();
        foreach (var group in given.Values.Where(row => lookUpAll || MayBeKnown(row)).GroupBy(row => row.SubscriptionSeq))
            foreach (var part in group.Select(row => row.ExternalId).Chunk(AtOnce))
                foreach (var row in await db.ListAsync<UsageRow>(SelectRecords, new { seq = group.Key, ids = part }, cancellation))
                    stored[(row.SubscriptionSeq, row.ExternalId)] = row;
        if (stored.Count == 0) return new([.. given.Values], []);
        return new(
            [.. given.Where(g => !stored.ContainsKey(g.Key)).Select(g => g.Value)],
            [.. given.Where(g => stored.TryGetValue(g.Key, out var before) && before != g.Value).Select(g => (stored[g.Key], g.Value))]);
    }

    private bool MayBeKnown(UsageRow row) => _lastMonths.TryGetValue(row.SubscriptionSeq, out var last) && row.Month <= last;

    private sealed record KnownAccount
    {
        public required Guid Id { get; init; }
        public required long Seq { get; init; }
    }

    private sealed record Move
    {
        public required Guid SubscriptionId { get; init; }
        public required DateOnly MovedOn { get; init; }
        public required long AccountSeq { get; init; }
    }

    private sealed record LastMonth
    {
        public required long SubscriptionSeq { get; init; }
        public required DateOnly Month { get; init; }
    }
}

/// <summary>A service's small numbers.</summary>
internal sealed record KnownSubscription
{
    public required Guid Id { get; init; }
    public required long Seq { get; init; }
    public required long AccountSeq { get; init; }
}

internal sealed record UsageDifference(IReadOnlyList<UsageRow> Added, IReadOnlyList<(UsageRow Before, UsageRow After)> Changed)
{
    public bool IsNone => Added.Count + Changed.Count == 0;
}
