using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>Compares the lists of a chunk's rows with the stored ones, and writes those that differ.</summary>
internal sealed class ChildWriter(DbSession db)
{
    public async Task<ListChanges> DifferencesAsync(EntityFile kind, Load load, List<Merged> rows, CancellationToken cancellation)
    {
        var changes = new ListChanges(db);
        foreach (var column in kind.Columns.Where(c => c.Children is not null))
        {
            var given = rows.Where(m => kind.Gives(m.Row, column)).ToList();
            if (given.Count == 0) continue;
            var table = new TableMap(column.Children!.Table, [column.Children.Owner], column.Children.Columns);
            var stored = await ReadAsync(table, [.. given.Where(m => !m.Stored.IsNew).Select(m => m.Stored.Id("Id"))], cancellation);
            foreach (var (row, target) in given)
            {
                var id = target.Id("Id");
                var wanted = Wanted(load, row, column);
                var had = stored[StoredRow.Canonical(id)!].ToHashSet(StringComparer.Ordinal);
                if (!had.SetEquals(wanted.Select(Joined))) changes.Add(table, target, id, wanted, isNew: had.Count == 0);
            }
        }

        return changes;
    }

    private static List<object?[]> Wanted(Load load, ImportRow row, ImportColumn column)
    {
        var given = row.List(column.Name);
        return column.RefersTo is null ? [.. given] : [.. given.Select(v => (object?[])[EntityFile.Referred(load, row, column, v[0]), .. v[1..]])];
    }

    private async Task<ILookup<string, string>> ReadAsync(TableMap table, Guid[] owners, CancellationToken cancellation)
    {
        var rows = new List<(string Owner, string Value)>();
        foreach (var part in owners.Chunk(500))
        {
            await using var reader = await db.ReadAsync(table.Select, new { ids = part }, cancellation);
            while (await reader.ReadAsync(cancellation))
                rows.Add((StoredRow.Canonical(reader.GetValue(0))!, Joined([.. Enumerable.Range(1, table.Columns.Count - 1).Select(i => reader.GetValue(i))])));
        }

        return rows.ToLookup(r => r.Owner, r => r.Value, StringComparer.Ordinal);
    }

    private static string Joined(object?[] values) => string.Join('|', values.Select(StoredRow.Canonical));
}

/// <summary>The lists of a chunk that differ; each is written anew.</summary>
internal sealed class ListChanges(DbSession db)
{
    private readonly List<(TableMap Table, StoredRow Row, Guid Owner, List<object?[]> Values, bool IsNew)> _lists = [];

    public void Add(TableMap table, StoredRow row, Guid owner, List<object?[]> values, bool isNew) => _lists.Add((table, row, owner, values, isNew));

    public bool Touches(StoredRow row) => _lists.Exists(l => ReferenceEquals(l.Row, row));

    public async Task WriteAsync(CancellationToken cancellation)
    {
        foreach (var (table, _, owner, _, _) in _lists.Where(l => !l.IsNew))
            await db.ExecuteAsync(table.Delete, new Dictionary<string, object?> { [table.Key[0]] = owner }, cancellation);
        foreach (var lists in _lists.GroupBy(l => l.Table.Table))
            await db.InsertManyAsync(lists.Key, lists.First().Table.Columns, lists.SelectMany(l => l.Values.Select(v => (IReadOnlyList<object?>)[l.Owner, .. v])), cancellation);
    }
}
