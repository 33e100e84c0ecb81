namespace Connect.Application.Common.Lists;

/// <summary>The columns of a list, and the order and filters it comes with.</summary>
public abstract class ListColumns
{
    /// <summary>Name of the list in code and exports: <c>services</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The order it comes in.</summary>
    public required ListSort DefaultSort { get; init; }

    /// <summary>Filters that are on until the user chooses another for that column, or all rows.</summary>
    public IReadOnlyDictionary<string, ListFilter> Presets { get; init; } = new Dictionary<string, ListFilter>();

    public abstract IReadOnlyList<ListColumn> Untyped { get; }

    public ListColumn? Find(string key) => Untyped.FirstOrDefault(column => column.Key == key);
}

/// <inheritdoc cref="ListColumns"/>
public sealed class ListColumns<TRow> : ListColumns
{
    public required IReadOnlyList<ListColumn<TRow>> Columns { get; init; }

    /// <summary>What the list's file has besides, after the columns that are shown.</summary>
    public IReadOnlyList<ListColumn<TRow>> FileColumns { get; init; } = [];

    public override IReadOnlyList<ListColumn> Untyped => Columns;
}

/// <param name="Key">A column's key.</param>
public sealed record ListSort(string Key, bool Descending = false)
{
    /// <summary><c>name</c>, or <c>-name</c> for falling order.</summary>
    public string Token => Descending ? "-" + Key : Key;
}

/// <summary>One page of a list.</summary>
/// <param name="Total">All rows that match, exactly.</param>
/// <param name="Page">The page that is shown, from 1: the last one when a later one was asked for.</param>
public sealed record ListPage<TRow>(IReadOnlyList<TRow> Rows, int Total, int Page, int Size)
{
    public int PageCount => Math.Max(1, (Total + Size - 1) / Size);
    public int First => Total == 0 ? 0 : (Page - 1) * Size + 1;
    public int Last => Math.Min(Total, Page * Size);
}
