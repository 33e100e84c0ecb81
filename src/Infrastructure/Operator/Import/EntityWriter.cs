using Connect.Application.Common.Ports;
using Connect.Application.Operator;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Search;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>Compares rows of a load with the stored ones, and writes those that differ.</summary>
internal sealed class EntityWriter(DbSession db, ISecretProtector secrets, ChildWriter children, SearchIndex index)
{
    public async Task<ImportedFile> ApplyAsync(EntityFile kind, Load load, string file, IEnumerable<ImportRow> rows, long skip, CancellationToken cancellation)
    {
        var (done, added, changed) = (skip, 0L, 0L);
        await kind.PrepareAsync(cancellation);
        foreach (var chunk in Chunked(rows.Skip((int)skip), load.Chunks))
        {
            done += chunk.Count;
            var (inserted, updated) = await WriteAsync(kind, load, file, chunk, done, cancellation);
            (added, changed) = (added + inserted, changed + updated);
            load.Tell(file, false, done, last: true);
        }

        return new(file, done, added, changed);
    }

    /// <summary>Rows in the size that the last transaction's length suggests.</summary>
    public static IEnumerable<List<ImportRow>> Chunked(IEnumerable<ImportRow> rows, Chunks chunks)
    {
        var chunk = new List<ImportRow>();
        foreach (var row in rows)
        {
            chunk.Add(row);
            if (chunk.Count < chunks.Size) continue;
            yield return chunk;
            chunk = [];
        }

        if (chunk.Count > 0) yield return chunk;
    }

    private async Task<(int Added, int Changed)> WriteAsync(EntityFile kind, Load load, string file, List<ImportRow> chunk, long done, CancellationToken cancellation)
    {
        // Nothing takes the write lock when nothing differs. What differs is compared again under it: others may have written meanwhile.
        if ((await DifferenceAsync(kind, load, chunk, cancellation)).IsNone) return (0, 0);
        var (added, changed) = (0, 0);
        await load.Chunks.WriteAsync(file, done, async () =>
        {
            var difference = await DifferenceAsync(kind, load, chunk, cancellation);
            (added, changed) = (difference.Added.Count, difference.Changed.Count + difference.Removed.Count);
            await WriteAsync(kind, difference, cancellation);
        }, cancellation);
        return (added, changed);
    }

    private async Task WriteAsync(EntityFile kind, Difference difference, CancellationToken cancellation)
    {
        foreach (var stored in difference.Removed) await db.ExecuteAsync(kind.Table.Delete, kind.Table.Key.ToDictionary(key => key, key => stored[key]), cancellation);
        await db.InsertManyAsync(kind.Table.Table, kind.Table.InsertColumns, difference.Added.Select(stored => stored.Inserted), cancellation);
        foreach (var stored in difference.Changed) await db.ExecuteAsync(kind.Table.Update, stored.Parameters, cancellation);
        await difference.Lists.WriteAsync(cancellation);
        foreach (var stored in difference.Added.Concat(difference.Changed)) await kind.AfterWriteAsync(stored, cancellation);
        if (kind.FoundAs is { } found)
            await index.RefreshAsync(found, difference.Added.Concat(difference.Changed).Where(kind.IsFoundAnew).Select(stored => stored.Id("Id")), cancellation);
    }

    private async Task<Difference> DifferenceAsync(EntityFile kind, Load load, List<ImportRow> chunk, CancellationToken cancellation)
    {
        var merged = await MergeAsync(kind, load, chunk, cancellation);
        var removed = merged.Where(m => kind.IsRemoval(m.Row) && !m.Stored.IsNew).Select(m => m.Stored).ToList();
        var kept = merged.Where(m => !kind.IsRemoval(m.Row)).ToList();
        var lists = await children.DifferencesAsync(kind, load, kept, cancellation);
        var changed = kept.Select(m => m.Stored).Where(stored => !stored.IsNew && (stored.IsChanged || lists.Touches(stored))).ToList();
        return new([.. kept.Select(m => m.Stored).Where(stored => stored.IsNew)], changed, removed, lists);
    }

    private async Task<List<Merged>> MergeAsync(EntityFile kind, Load load, List<ImportRow> chunk, CancellationToken cancellation)
    {
        var keys = chunk.Select(row => KeyValues(kind, load, row)).ToList();
        var stored = await ReadAsync(kind.Table, [.. keys.Select(k => (Guid)k[0]!).Distinct()], cancellation);
        var merged = new List<Merged>(chunk.Count);
        foreach (var (row, key) in chunk.Zip(keys))
        {
            var target = new StoredRow(kind.Table, stored.GetValueOrDefault(StoredRow.KeyOf(kind.Table, key)));
            for (var i = 0; i < key.Length; i++) target[kind.Table.Key[i]] = target.IsNew ? key[i] : target[kind.Table.Key[i]];
            Overlay(kind, load, row, target);
            kind.Derive(target);
            merged.Add(new(row, target));
        }

        return merged;
    }

    private static object?[] KeyValues(EntityFile kind, Load load, ImportRow row) =>
        [.. kind.Table.Key.Select(column => column == "Id" ? kind.IdOf(load, row) : Value(load, row, kind.Columns.First(c => c.Stored == column)))];

    private static object? Value(Load load, ImportRow row, ImportColumn column) =>
        column.RefersTo is null ? row[column.Name] : EntityFile.Referred(load, row, column, row[column.Name]);

    private void Overlay(EntityFile kind, Load load, ImportRow row, StoredRow target)
    {
        foreach (var column in row.Header.Columns)
        {
            if (column.Stored is null || !kind.Gives(row, column) || target.Table.Key.Contains(column.Stored)) continue;
            var value = column.Children is null ? Value(load, row, column) : row.List(column.Name).Count > 0;
            if (column.IsSecret && value is string secret) value = Protected(target[column.Stored] as string, secret);
            target.Tell(column.Stored, value);
        }
    }

    // Encrypting the same secret twice gives two texts: what holds it already is kept.
    private string Protected(string? known, string secret) => known is not null && secrets.Unprotect(known) == secret ? known : secrets.Protect(secret);

    private async Task<Dictionary<string, object?[]>> ReadAsync(TableMap table, Guid[] ids, CancellationToken cancellation)
    {
        var rows = new Dictionary<string, object?[]>(StringComparer.Ordinal);
        foreach (var part in ids.Chunk(500))
        {
            await using var reader = await db.ReadAsync(table.Select, new { ids = part }, cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                var values = new object?[table.Columns.Count];
                for (var i = 0; i < values.Length; i++) values[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
                rows[StoredRow.KeyOf(table, values)] = values;
            }
        }

        return rows;
    }
}

/// <summary>What a chunk makes different.</summary>
internal sealed record Difference(IReadOnlyList<StoredRow> Added, IReadOnlyList<StoredRow> Changed, IReadOnlyList<StoredRow> Removed, ListChanges Lists)
{
    public bool IsNone => Added.Count + Changed.Count + Removed.Count == 0;
}

/// <summary>A row of the file with what it makes of the stored one.</summary>
internal readonly record struct Merged(ImportRow Row, StoredRow Stored);
