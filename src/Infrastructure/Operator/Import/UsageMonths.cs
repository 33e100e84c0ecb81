using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>Gathers what a chunk adds to and takes from the monthly sums, and writes it beside the rows.</summary>
internal sealed class UsageMonths
{
    private static readonly Stmt Add = new(
        """
        INSERT INTO UsageMonth (SubscriptionSeq, Month, AccountSeq, TrafficType, Direction, Zone, Records, Amount, Charge)
        VALUES (@SubscriptionSeq, @Month, @AccountSeq, @TrafficType, @Direction, @Zone, @Records, @Amount, @Charge)
        ON CONFLICT (SubscriptionSeq, Month, AccountSeq, TrafficType, Direction, Zone)
        DO UPDATE SET Records = Records + @Records, Amount = Amount + @Amount, Charge = Charge + @Charge
        """,
        """
        UPDATE UsageMonth WITH (UPDLOCK, SERIALIZABLE) SET Records = Records + @Records, Amount = Amount + @Amount, Charge = Charge + @Charge
        WHERE SubscriptionSeq = @SubscriptionSeq AND Month = @Month AND AccountSeq = @AccountSeq
          AND TrafficType = @TrafficType AND Direction = @Direction AND Zone = @Zone;
        IF @@ROWCOUNT = 0 INSERT INTO UsageMonth (SubscriptionSeq, Month, AccountSeq, TrafficType, Direction, Zone, Records, Amount, Charge)
        VALUES (@SubscriptionSeq, @Month, @AccountSeq, @TrafficType, @Direction, @Zone, @Records, @Amount, @Charge)
        """);

    private static readonly Stmt RemoveEmpty = "DELETE FROM UsageMonth WHERE SubscriptionSeq = @SubscriptionSeq AND Month = @Month AND Records = 0";

    private readonly Dictionary<(long, DateOnly, long, long, long, long), Sum> _sums = [];

    public void Count(UsageRow row, int sign)
    {
        var month = row.Month;
        var key = (row.SubscriptionSeq, month, row.AccountSeq, row.TrafficType, row.Direction, row.Zone);
        if (!_sums.TryGetValue(key, out var sum)) _sums[key] = sum = new Sum(row, month);
        sum.Add(row, sign);
    }

    /// <summary>The months whose sums are changed, by their first days.</summary>
    public IEnumerable<DateOnly> Changed => _sums.Values.Select(sum => sum.Month);

    public async Task WriteAsync(DbSession db, CancellationToken cancellation)
    {
        await db.ExecuteAsync(Add, _sums.Values.Where(s => s.IsSomething).ToList(), cancellation);
        await db.ExecuteAsync(RemoveEmpty, _sums.Values.Where(s => s.Records < 0).ToList(), cancellation);
    }

    private sealed class Sum(UsageRow row, DateOnly month)
    {
        public long SubscriptionSeq { get; } = row.SubscriptionSeq;
        public DateOnly Month { get; } = month;
        public long AccountSeq { get; } = row.AccountSeq;
        public long TrafficType { get; } = row.TrafficType;
        public long Direction { get; } = row.Direction;
        public long Zone { get; } = row.Zone;
        public long Records { get; private set; }
        public long Amount { get; private set; }
        public long Charge { get; private set; }
        public bool IsSomething => Records != 0 || Amount != 0 || Charge != 0;

        public void Add(UsageRow other, int sign)
        {
            Records += sign;
            Amount += sign * other.Amount;
            Charge += sign * other.Charge;
        }
    }
}
