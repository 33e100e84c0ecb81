using Connect.Application.Common.Ports;
using Connect.Application.Operator;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>Compares rows of a load with the stored ones, and writes those that differ.</summary>
internal sealed class EntityWriter(DbSession db, ISecretProtector secrets, ChildWriter children)
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
        var merged = await MergeAsync(kind, load, chunk, cancellation);
        var removed = merged.Where(m => kind.IsRemoval(m.Row) && !m.Stored.IsNew).ToList();
        var kept = merged.Where(m => !kind.IsRemoval(m.Row)).ToList();
        var lists = await children.DifferencesAsync(kind, load, kept, cancellation);
        var added = kept.Where(m => m.Stored.IsNew).ToList();
        var changed = kept.Where(m => !m.Stored.IsNew && (m.Stored.IsChanged || lists.Touches(m.Stored))).ToList();
        if (added.Count + changed.Count + removed.Count == 0) return (0, 0);
        await load.Chunks.WriteAsync(file, done, async () =>
        {
            foreach (var (_, stored) in removed) await db.ExecuteAsync(kind.Table.Delete, kind.Table.Key.ToDictionary(key => key, key => stored[key]), cancellation);
            await db.InsertManyAsync(kind.Table.Table, kind.Table.InsertColumns, added.Select(m => m.Stored.Inserted), cancellation);
            foreach (var (_, stored) in changed) await db.ExecuteAsync(kind.Table.Update, stored.Parameters, cancellation);
            await lists.WriteAsync(cancellation);
            foreach (var (_, stored) in added.Concat(changed)) await kind.AfterWriteAsync(stored, cancellation);
        }, cancellation);
        return (added.Count, changed.Count + removed.Count);
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
            Overlay(load, row, target);
            kind.Derive(target);
            merged.Add(new(row, target));
        }

        return merged;
    }

    private static object?[] KeyValues(EntityFile kind, Load load, ImportRow row) =>
        [.. kind.Table.Key.Select(column => column == "Id" ? kind.IdOf(load, row) : Value(load, row, kind.Columns.First(c => c.Stored == column)))];

    private static object? Value(Load load, ImportRow row, ImportColumn column) =>
        column.RefersTo is null ? row[column.Name] : EntityFile.Referred(load, row, column, row[column.Name]);

    private void Overlay(Load load, ImportRow row, StoredRow target)
    {
        foreach (var column in row.Header.Columns)
        {
            if (column.Stored is null || column.Children is not null || !row.Has(column.Name) || target.Table.Key.Contains(column.Stored)) continue;
            var value = Value(load, row, column);
            if (column.IsSecret && value is string secret) value = Protected(target[column.Stored] as string, secret);
            target[column.Stored] = value;
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

/// <summary>A row of the file with what it makes of the stored one.</summary>
internal readonly record struct Merged(ImportRow Row, StoredRow Stored);
