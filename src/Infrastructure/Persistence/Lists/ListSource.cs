namespace Connect.Infrastructure.Persistence.Lists;

/// <summary>
/// Where a list's rows come from and which indexes serve its orders and filters. The rows belong to accounts; reach and
/// organisation are added by <see cref="ListSql{TRow}"/>, never by a source.
/// </summary>
internal sealed record ListSource
{
    /// <summary>The table that has a row for each of the list's.</summary>
    public required string Table { get; init; }

    public required string Alias { get; init; }

    /// <summary>What is read of the rows of one page.</summary>
    public required string Select { get; init; }

    /// <summary>What is read besides for the list's file; begins with a comma.</summary>
    public string SelectForFile { get; init; } = "";

    /// <summary>The tables that <see cref="Select"/> needs besides, joined for the page's rows only.</summary>
    public required string Joins { get; init; }

    /// <summary>Holds for every row that can be seen at all.</summary>
    public required string Visible { get; init; }

    /// <summary>The column that rows go by which are alike in what the list is sorted by: their name. Last comes the row's own number.</summary>
    public required string Name { get; init; }

    /// <summary>The column that says which account a row belongs to.</summary>
    public string AccountColumn { get; init; } = "AccountId";

    /// <summary>True when <see cref="Select"/> speaks of <c>@reachId</c>, to keep silent about what lies above the reach.</summary>
    public bool SelectsByReach { get; init; }

    /// <summary>True when the list speaks of <c>@today</c>: what is shown follows from the day that it is asked for.</summary>
    public bool SelectsByDay { get; init; }

    /// <summary>Index that starts with the account and holds the organisation and what most filters read; none where the account is the row's own key.</summary>
    public string? AccountIndex { get; init; }

    /// <summary>Indexes of an organisation's rows, the narrowest first, with the columns that a filter can read in them.</summary>
    public required IReadOnlyList<(string Name, IReadOnlyList<string> Columns)> ScanIndexes { get; init; }

    public required IReadOnlyDictionary<string, ListSqlColumn> Columns { get; init; }
}

/// <summary>How a column of a list is sorted and filtered in SQL.</summary>
/// <param name="Expression">The value that filters compare.</param>
internal sealed record ListSqlColumn(string Expression)
{
    /// <summary>Order by these; the row's name and own number always come last. <see cref="Expression"/> unless told.</summary>
    public IReadOnlyList<string> Sort { get; init; } = [Expression];

    /// <summary>Join that <see cref="Sort"/> needs.</summary>
    public string? SortJoin { get; init; }

    /// <summary>Index in this column's order, to be walked while the page is filled; none when there is none.</summary>
    public string? Index { get; init; }

    /// <summary>True where rows may have no value: they come last, whichever way the list is sorted. Engines put them first in rising order.</summary>
    public bool MayBeNone { get; init; }

    /// <summary>For one that may have no value, the index in rising order; <see cref="Index"/> is then that of the falling one.</summary>
    public string? RisingIndex { get; init; }

    /// <summary>Columns that filters can read in <see cref="Index"/> without going to the row.</summary>
    public IReadOnlyList<string> Covers { get; init; } = [];

    /// <summary>So many rows of a part of the tree are gathered sooner than found by walking an index that holds all that is filtered by; more where the account index holds this order too.</summary>
    public int FewCovered { get; init; } = 1000;

    /// <summary>A table whose order the column follows, walked first.</summary>
    public ListSqlLead? Lead { get; init; }

    /// <summary>Column with the folded text, searched inside without a function of ours.</summary>
    public string? Folded { get; init; }

    /// <summary>Column with the number of what <see cref="Expression"/> names: a text filter finds it by either.</summary>
    public string? Number { get; init; }

    /// <summary>Another value that a text filter finds the row by as well.</summary>
    public ListSqlColumn? Other { get; init; }

    /// <summary>Second number of a service that has two.</summary>
    public string? OtherNumber { get; init; }

    /// <summary>For a choice: what holds of the chosen values and an index can be entered by.</summary>
    public Func<IReadOnlyList<string>, string>? Seek { get; init; }

    /// <summary>Wraps the condition where the value stands in another table; <c>{0}</c> is the condition.</summary>
    public string? Within { get; init; }

    /// <summary>Columns of the list's own table that a filter reads; null when it is not known to be in an index.</summary>
    public string? Reads { get; init; }

    /// <summary>As it is sorted that way.</summary>
    public ListSqlColumn Sorted(bool descending) =>
        descending || !MayBeNone ? this : this with { Sort = [$"CASE WHEN {Expression} IS NULL THEN 1 ELSE 0 END", .. Sort], Index = RisingIndex };
}

/// <param name="Table">With its alias.</param>
/// <param name="Index">In the order that is wanted.</param>
/// <param name="On">How the list's table hangs on it.</param>
/// <param name="Inner">Index of the list's table by which its rows are found.</param>
/// <param name="OrganisationId">The lead's own organisation column; null when it has none (the catalogue).</param>
/// <param name="AccountId">The account as the lead knows it, so that reach is asked once for each; null when it doesn't.</param>
internal sealed record ListSqlLead(string Table, string? Index, string On, string Inner, string? OrganisationId, string? AccountId);
