using Connect.Application.Operator;
using Connect.Application.Search;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>A file whose rows become rows of one table, with lists beside it. Columns that the file leaves out are not touched.</summary>
internal abstract class EntityFile(EntityWriter writer) : IImportFile
{
    private readonly Dictionary<string, long> _lines = new(StringComparer.Ordinal);

    public abstract string Name { get; }
    public abstract string Description { get; }
    public virtual string Extension => ImportSources.Csv;
    public abstract IReadOnlyList<ImportColumn> Columns { get; }
    public abstract TableMap Table { get; }

    /// <summary>What tells rows of the file apart; null when a field of it is missing.</summary>
    protected virtual string? KeyOf(ImportRow row) =>
        row.Text("id") is not { } id ? null : References.Key(Name, row.Header.Columns.Any(c => c.Name == "organisation") ? row.Text("organisation") : null, id);

    /// <summary>The column that names the row in a problem about its key.</summary>
    protected virtual string KeyColumn => "id";

    /// <summary>False for rows that nothing refers to and that have no id of their own.</summary>
    protected virtual bool HasId => true;

    /// <summary>What the columns alone do not say, for a row whose fields and references are right.</summary>
    protected virtual void CheckRow(Load load, string file, ImportRow row) { }

    /// <summary>What only the whole file shows.</summary>
    protected virtual Task CheckAllAsync(Load load, string file, CancellationToken cancellation) => Task.CompletedTask;

    public virtual Task CheckLoadAsync(Load load, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Read once before rows are written.</summary>
    public virtual Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Fills in what follows from the other columns.</summary>
    public virtual void Derive(StoredRow row) { }

    /// <summary>Writes what hangs on the row elsewhere; called in the transaction, for rows that are new or changed.</summary>
    public virtual Task AfterWriteAsync(StoredRow row, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>The kind under which the rows are found by the search field; null when they are not.</summary>
    public virtual SearchKind? FoundAs => null;

    /// <summary>True when the row is found by other texts than before.</summary>
    public virtual bool IsFoundAnew(StoredRow row) => false;

    /// <summary>The order in which rows can be written; it must be the same each time.</summary>
    protected virtual IEnumerable<ImportRow> Ordered(IEnumerable<ImportRow> rows) => rows;

    /// <summary>True when the row says what the column's value is, if only that there is none.</summary>
    public virtual bool Gives(ImportRow row, ImportColumn column) => row.Has(column.Name);

    /// <summary>True when the row takes the stored one away.</summary>
    public virtual bool IsRemoval(ImportRow row) => false;

    public async Task<long> CheckAsync(Load load, string file, CancellationToken cancellation)
    {
        var rows = 0L;
        await LoadReferencesAsync(load, cancellation);
        ClaimAhead(load, file);
        foreach (var row in load.Csv.Rows(file, Columns))
        {
            cancellation.ThrowIfCancellationRequested();
            if (CheckKey(load, file, row) && row.IsGood && CheckReferences(load, file, row)) CheckRow(load, file, row);
            load.Tell(file, true, ++rows);
        }

        await CheckAllAsync(load, file, cancellation);
        return rows;
    }

    public virtual Task<ImportedFile> ApplyAsync(Load load, string file, long skip, CancellationToken cancellation) =>
        writer.ApplyAsync(this, load, file, Ordered(load.Csv.Rows(file, Columns)), skip, cancellation);

    /// <summary>The id of the table's row; made when the key was first met.</summary>
    public Guid? IdOf(Load load, ImportRow row) => HasId ? load.References.Find(Name, KeyOf(row)!) : null;

    /// <summary>The id that a field refers to.</summary>
    public static Guid? Referred(Load load, ImportRow row, ImportColumn column, object? value) =>
        value is null ? null : load.References.Find(column.RefersTo!, References.IsWhole((string)value) ? (string)value : References.Key(column.RefersTo!, row.Header.Columns.Any(c => c.Name == "organisation") ? row.Text("organisation") : null, (string)value));

    private async Task LoadReferencesAsync(Load load, CancellationToken cancellation)
    {
        await load.References.LoadAsync(Name, cancellation);
        foreach (var column in Columns)
            if (column.RefersTo is not null) await load.References.LoadAsync(column.RefersTo, cancellation);
    }

    // A row may refer to one further down in its own file.
    private void ClaimAhead(Load load, string file)
    {
        if (Columns.All(c => c.RefersTo != Name)) return;
        var silent = load.Csv.Silent();
        foreach (var row in silent.Rows(file, Columns))
            if (KeyOf(row) is { } key) load.References.Claim(Name, key);
    }

    private bool CheckKey(Load load, string file, ImportRow row)
    {
        if (KeyOf(row) is not { } key) return row.IsGood;
        if (!_lines.TryAdd(key, row.Line))
        {
            load.Problems.Add(file, row.Line, KeyColumn, "Duplicate", _lines[key]);
            return false;
        }

        if (HasId) load.References.Claim(Name, key);
        return true;
    }

    private static bool CheckReferences(Load load, string file, ImportRow row)
    {
        var good = true;
        for (var i = 0; i < row.Values.Length; i++)
        {
            var column = row.Header.Columns[i];
            if (column.RefersTo is null || row.Values[i] is not { } value) continue;
            var ids = value is List<object?[]> list ? list.Select(v => v[0]) : [value];
            foreach (var id in ids.Where(id => Referred(load, row, column, id) is null))
            {
                load.Problems.Add(file, row.Line, column.Name, "Reference", References.Shown((string)id!), column.RefersTo);
                good = false;
            }
        }

        return good;
    }
}
