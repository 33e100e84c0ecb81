using System.Data.Common;
using Connect.Application.Operator;
using Connect.Application.Subscriptions;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>Writes traffic and its monthly sums in chunks. What is known already is compared, and left alone when nothing differs.</summary>
internal sealed class UsageWriter(DbSession db, KnownUsage known, UsageRounds rounds)
{
    private static readonly Stmt Update = """
        UPDATE UsageRecord SET AccountSeq = @AccountSeq, At = @At, InvoiceNumber = @InvoiceNumber, TrafficType = @TrafficType, Direction = @Direction,
            Zone = @Zone, Country = @Country, OtherNumber = @OtherNumber, Amount = @Amount, Charge = @Charge
        WHERE SubscriptionSeq = @SubscriptionSeq AND ExternalId = @ExternalId
        """;

    public async Task<ImportedFile> ApplyAsync(Load load, string file, IEnumerable<ImportRow> rows, long skip, CancellationToken cancellation)
    {
        var (done, added, changed) = (skip, 0L, 0L);
        await known.LoadAsync(cancellation);
        foreach (var chunk in EntityWriter.Chunked(rows.Skip((int)skip), load.Chunks))
        {
            done += chunk.Count;
            var (inserted, updated) = await WriteAsync(load, file, [.. chunk.Select(row => Stored(load, row))], done, cancellation);
            (added, changed) = (added + inserted, changed + updated);
            load.Tell(file, false, done, last: true);
        }

        return new(file, done, added, changed);
    }

    private async Task<(int Added, int Changed)> WriteAsync(Load load, string file, List<UsageRow> rows, long done, CancellationToken cancellation)
    {
        try
        {
            return await WriteAsync(load, file, rows, lookUpAll: false, done, cancellation);
        }
        catch (DbException error) when (db.IsUniqueViolation(error))
        {
            // A record of a later month than any before it was known after all: the file holds it twice, or its time was changed.
            return await WriteAsync(load, file, rows, lookUpAll: true, done, cancellation);
        }
    }

    private async Task<(int Added, int Changed)> WriteAsync(Load load, string file, List<UsageRow> rows, bool lookUpAll, long done, CancellationToken cancellation)
    {
        var difference = await known.CompareAsync(rows, lookUpAll, cancellation);
        if (difference.IsNone) return (0, 0);
        await load.Chunks.WriteAsync(file, done, async () =>
        {
            // The sums move by what a record was; another load may have changed it meanwhile.
            if (difference.Changed.Count > 0) difference = await known.CompareAsync(rows, lookUpAll, cancellation);
            await WriteAsync(difference, cancellation);
        }, cancellation);
        return (difference.Added.Count, difference.Changed.Count);
    }

    private async Task WriteAsync(UsageDifference difference, CancellationToken cancellation)
    {
        var months = new UsageMonths();
        foreach (var row in difference.Added) months.Count(row, 1);
        foreach (var (before, after) in difference.Changed)
        {
            months.Count(before, -1);
            months.Count(after, 1);
        }

        if (difference.Added.Count > 0) await db.InsertManyAsync("UsageRecord", UsageRow.Columns, difference.Added.Select(r => r.Values), cancellation);
        if (difference.Changed.Count > 0) await db.ExecuteAsync(Update, difference.Changed.Select(c => c.After).ToList(), cancellation);
        await months.WriteAsync(db, cancellation);
        await rounds.UsageChangedAsync(months.Changed, cancellation);
    }

    private UsageRow Stored(Load load, ImportRow row)
    {
        var organisation = row.Text("organisation");
        var subscription = known.Subscription(load.References.Find(Kinds.Subscriptions, References.Key(Kinds.Subscriptions, organisation, row.Text("subscription")!))!.Value);
        var at = (DateTimeOffset)row["time"]!;
        var account = row.Text("account") is { } id ? known.AccountSeq(load.References.Find(Kinds.Accounts, References.Key(Kinds.Accounts, organisation, id))!.Value) : known.AccountSeqOf(subscription, at);
        return new()
        {
            SubscriptionSeq = subscription.Seq,
            AccountSeq = account,
            At = at,
            ExternalId = row.Text("id")!,
            InvoiceNumber = row.Text("invoice"),
            TrafficType = (long)row["type"]!,
            Direction = (long)row["direction"]!,
            Zone = (long)row["zone"]!,
            Country = row.Text("country"),
            OtherNumber = row.Text("number"),
            Amount = (long)row["amount"]!,
            Charge = (long)row["charge"]!,
        };
    }
}
