namespace Connect.TestKit;

public sealed partial class World
{
    private static readonly string[] SampleColumns = ["SubscriptionSeq", "At", "InBits", "OutBits", "Latency", "Loss", "Availability"];

    /// <summary>Five minutes after five minutes from the instant on, all alike, and the state that they make.</summary>
    public async Task MonitoringAsync(Guid subscriptionId, DateTimeOffset from, int count, bool isUp = true, long inBits = 40_000_000)
    {
        var seq = await SubscriptionSeqAsync(subscriptionId);
        await Db.RunAsync(async () =>
        {
            await Db.InsertManyAsync("MonitoringSample", SampleColumns, Enumerable.Range(0, count).Select(i => (IReadOnlyList<object?>)
                [seq, from.AddMinutes(5 * i), isUp ? inBits : 0L, isUp ? inBits / 4 : 0L, isUp ? 6500 : null, isUp ? 0 : 10_000, isUp ? 10_000 : 0]), CancellationToken.None);
            await Db.ExecuteAsync("DELETE FROM MonitoringState WHERE SubscriptionSeq = @seq", new { seq });
            return true;
        }, CancellationToken.None);
        await InsertAsync("MonitoringState", ("SubscriptionSeq", seq), ("IsUp", isUp), ("Since", from), ("SampledAt", from.AddMinutes(5 * (count - 1))));
    }

    /// <summary>An hour or a day of a service, in <c>MonitoringHour</c> or <c>MonitoringDay</c>.</summary>
    public async Task RolledMonitoringAsync(Guid subscriptionId, string table, DateTimeOffset at, long inBits = 40_000_000, int availability = 10_000) =>
        await InsertAsync(table, ("SubscriptionSeq", await SubscriptionSeqAsync(subscriptionId)), ("At", at), ("Samples", 12), ("InBits", inBits), ("InMost", inBits * 2),
            ("OutBits", inBits / 4), ("OutMost", inBits / 2), ("Latency", 6500), ("Loss", 25), ("Availability", availability));
}
