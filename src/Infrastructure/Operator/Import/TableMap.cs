using System.Globalization;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>A table that a file is stored in, and the statements to compare and write its rows. The names are ours.</summary>
internal sealed class TableMap
{
    private readonly Dictionary<string, int> _index;

    /// <param name="key">The columns that tell rows apart; rows are looked up by the first.</param>
    /// <param name="columns">The others that a load writes.</param>
    public TableMap(string table, string[] key, string[] columns, bool hasVersion = false)
    {
        (Table, Key, HasVersion) = (table, key, hasVersion);
        Columns = [.. key, .. columns];
        _index = Columns.Select((name, index) => (name, index)).ToDictionary(c => c.name, c => c.index);
        var where = string.Join(" AND ", key.Select(k => $"{k} = @{k}"));
        var set = string.Join(", ", columns.Select(c => $"{c} = @{c}")) + (hasVersion ? ", Version = Version + 1" : "");
        // Read before it is written, in the same transaction.
        Select = new($"SELECT {string.Join(", ", Columns)} FROM {table} WHERE {key[0]} IN @ids", $"SELECT {string.Join(", ", Columns)} FROM {table} WITH (UPDLOCK) WHERE {key[0]} IN @ids");
        Update = $"UPDATE {table} SET {set} WHERE {where}";
        Delete = $"DELETE FROM {table} WHERE {where}";
        InsertColumns = hasVersion ? [.. Columns, "Version"] : Columns;
    }

    public string Table { get; }
    public IReadOnlyList<string> Key { get; }
    public IReadOnlyList<string> Columns { get; }
    public IReadOnlyList<string> InsertColumns { get; }
    public bool HasVersion { get; }
    public Stmt Select { get; }
    public Stmt Update { get; }
    public Stmt Delete { get; }

    public int IndexOf(string column) => _index[column];

    public bool Has(string column) => _index.ContainsKey(column);
}

/// <summary>A row of a table by column names, as it was and as it will be.</summary>
internal sealed class StoredRow(TableMap table, object?[]? before)
{
    private readonly HashSet<string> _told = [];
    private readonly object?[] _values = before is null ? new object?[table.Columns.Count] : [.. before];

    public TableMap Table => table;

    public bool IsNew => before is null;

    /// <summary>True when the file has a value for the column.</summary>
    public bool IsTold(string column) => _told.Contains(column);

    public void Tell(string column, object? value)
    {
        this[column] = value;
        if (value is not null) _told.Add(column);
    }

    public object? this[string column]
    {
        get => _values[table.IndexOf(column)];
        set => _values[table.IndexOf(column)] = value;
    }

    public Guid Id(string column) => this[column] is Guid id ? id : Guid.Parse((string)this[column]!);

    public string Key => KeyOf(table, _values);

    public bool IsChanged => before is null || !_values.Zip(before).All(pair => Canonical(pair.First) == Canonical(pair.Second));

    public bool Differs(string column) => before is null || Canonical(this[column]) != Canonical(before[table.IndexOf(column)]);

    public object? Before(string column) => before?[table.IndexOf(column)];

    public IReadOnlyList<object?> Inserted => table.HasVersion ? [.. _values, 1] : _values;

    public Dictionary<string, object?> Parameters => table.Columns.Zip(_values).ToDictionary(c => c.First, c => c.Second);

    public static string KeyOf(TableMap table, object?[] values) => string.Join('|', Enumerable.Range(0, table.Key.Count).Select(i => Canonical(values[i])));

    /// <summary>One spelling for what the engines give back in several.</summary>
    public static string? Canonical(object? value) => value switch
    {
        null or DBNull => null,
        Guid id => id.ToString("D").ToUpperInvariant(),
        bool flag => flag ? "1" : "0",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => TypeHandlers.Stored(instant),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
