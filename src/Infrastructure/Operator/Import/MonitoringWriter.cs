using System.Data.Common;
using Connect.Application.Common.Ports;
using Connect.Application.Operator;
using Connect.Domain.Common;
using Connect.Domain.Monitoring;
using Connect.Infrastructure.Monitoring;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>Writes measurements in chunks, and marks the days whose hours and day they change. What is as stored is left alone.</summary>
internal sealed class MonitoringWriter(DbSession db, KnownMonitoring known, IWorkQueue queue)
{
    private const string Mark = "INSERT INTO MonitoringDue (SubscriptionSeq, At) SELECT @Seq, @At WHERE NOT EXISTS (SELECT 1 FROM MonitoringDue";
    private static readonly Stmt MarkDue = new(
        $"{Mark} WHERE SubscriptionSeq = @Seq AND At = @At)", $"{Mark} WITH (UPDLOCK, SERIALIZABLE) WHERE SubscriptionSeq = @Seq AND At = @At)");

    public async Task<ImportedFile> ApplyAsync(Load load, string file, IEnumerable<ImportRow> rows, long skip, CancellationToken cancellation)
    {
        var (done, added, changed) = (skip, 0L, 0L);
        await known.LoadAsync(cancellation);
        foreach (var chunk in EntityWriter.Chunked(rows.Skip((int)skip), load.Chunks))
        {
            done += chunk.Count;
            var (inserted, updated) = await WriteAsync(load, file, [.. chunk.Select(row => Stored(load, row)).OfType<MonitoringRow>()], done, cancellation);
            (added, changed) = (added + inserted, changed + updated);
            load.Tell(file, false, done, last: true);
        }

        if (skip + added + changed > 0) await MonitoringRollUpWork.AskForAsync(queue, cancellation);
        return new(file, done, added, changed);
    }

    private async Task<(int Added, int Changed)> WriteAsync(Load load, string file, List<MonitoringRow> rows, long done, CancellationToken cancellation)
    {
        try
        {
            return await WriteAsync(load, file, rows, lookUpAll: false, done, cancellation);
        }
        catch (DbException error) when (db.IsUniqueViolation(error))
        {
            // A measurement that was taken for new has come by another load meanwhile.
            return await WriteAsync(load, file, rows, lookUpAll: true, done, cancellation);
        }
    }

    private async Task<(int Added, int Changed)> WriteAsync(Load load, string file, List<MonitoringRow> rows, bool lookUpAll, long done, CancellationToken cancellation)
    {
        var difference = await known.CompareAsync(rows, lookUpAll, cancellation);
        if (difference.IsNone) return (0, 0);
        await load.Chunks.WriteAsync(file, done, () => WriteAsync(difference, cancellation), cancellation);
        known.Written(difference.Added);
        return (difference.Added.Count, difference.Changed.Count);
    }

    private async Task WriteAsync(MonitoringDifference difference, CancellationToken cancellation)
    {
        foreach (var rows in MonitoringRows.All)
        {
            var added = difference.Added.Where(row => row.Resolution == rows.Resolution).ToList();
            var changed = difference.Changed.Where(row => row.Resolution == rows.Resolution).Select(row => MonitoringRows.Changed(row.Seq, row.Point)).ToList();
            if (added.Count > 0) await db.InsertManyAsync(rows.Table, rows.Columns, added.Select(row => rows.Values(row.Seq, row.Point)), cancellation);
            if (changed.Count > 0) await db.ExecuteAsync(rows.Update, changed, cancellation);
        }

        await known.WriteStatesAsync(difference, cancellation);
        var due = difference.All.Where(row => row.Resolution != MonitoringResolution.Day)
            .Select(row => (row.Seq, At: MonitoringResolution.Day.StartOf(row.Point.At))).Distinct().Select(day => new { day.Seq, day.At }).ToList();
        if (due.Count > 0) await db.ExecuteAsync(MarkDue, due, cancellation);
    }

    // Null for a service of another kind that came with this very load: the check could not know it yet.
    private MonitoringRow? Stored(Load load, ImportRow row)
    {
        var id = load.References.Find(Kinds.Subscriptions, References.Key(Kinds.Subscriptions, row.Text("organisation"), row.Text("subscription")!))!.Value;
        if (known.Seq(id) is not { } seq) return null;
        var resolution = (MonitoringResolution)((long?)row["resolution"] ?? (long)MonitoringResolution.FiveMinutes);
        var at = resolution.StartOf((DateTimeOffset)row["time"]!);
        var (inBits, outBits) = ((long?)row["inBitsPerSecond"], (long?)row["outBitsPerSecond"]);
        return new(seq, resolution, new MonitoringPoint
        {
            At = at,
            Samples = resolution.SamplesIn(at),
            InBits = inBits,
            InMost = inBits,
            OutBits = outBits,
            OutMost = outBits,
            Latency = (int?)(long?)row["latencyMilliseconds"],
            Loss = (int?)(long?)row["packetLossPercent"],
            Availability = (int)(long)row["availabilityPercent"]!,
        });
    }
}
