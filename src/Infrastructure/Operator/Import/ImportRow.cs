namespace Connect.Infrastructure.Operator.Import;

/// <summary>Which columns a file has, and where.</summary>
internal sealed class ImportHeader
{
    private readonly Dictionary<string, int> _index;

    public ImportHeader(IReadOnlyList<ImportColumn> columns, IReadOnlyList<int> positions)
    {
        (Columns, Positions) = (columns, positions);
        _index = columns.Select((column, index) => (column.Name, index)).ToDictionary(c => c.Name, c => c.index);
    }

    /// <summary>All columns of the kind.</summary>
    public IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>Position of each column in the file, -1 when it is left out.</summary>
    public IReadOnlyList<int> Positions { get; }

    public int IndexOf(string column) => _index[column];

    public bool Has(string column) => Positions[IndexOf(column)] >= 0;
}

/// <summary>One row as read: a value for each column of the kind.</summary>
internal sealed class ImportRow(ImportHeader header, object?[] values, long line)
{
    public ImportHeader Header => header;
    public object?[] Values => values;
    public long Line => line;

    /// <summary>False when a field could not be read; it has been reported.</summary>
    public bool IsGood { get; init; } = true;

    public object? this[string column] => values[header.IndexOf(column)];

    public string? Text(string column) => (string?)this[column];

    /// <summary>The values of a list column; none when it is empty or left out.</summary>
    public IReadOnlyList<object?[]> List(string column) => this[column] as List<object?[]> ?? [];

    /// <summary>True when the file has the column at all: what is left out is not touched.</summary>
    public bool Has(string column) => header.Has(column);
}
