using Connect.Application.Common.Lists;
using Connect.Domain.Users;

namespace Connect.Infrastructure.Persistence.Lists;

/// <summary>
/// The statements of one request. Two shapes, and the number of hits chooses between them. <b>Walk</b>: rows come in the order
/// of an index and each is asked whether it is within reach, until the page is full: good when many match.
/// <b>Gather</b>: the matching rows are found through the account tree and sorted: good when few match.
/// </summary>
internal sealed class ListPlan
{
    private const int FewRows = 3000, DeepFactor = 8;
    private readonly ListSource _source;
    private readonly AccountReach _reach;
    private readonly Guid? _only;
    private readonly ListSort _sort;
    private readonly Stmt _filters;
    private readonly DateOnly? _today;
    private readonly string? _scanIndex;
    private readonly bool _filtersInWalk;

    /// <param name="only">The one account whose rows are wanted, without those below it; it has been found within the reach.</param>
    /// <param name="today">For a list that goes by the day.</param>
    public ListPlan(ListSource source, ListColumns columns, AccountReach reach, ListRequest request, Guid? only = null, DateOnly? today = null)
    {
        (_source, _reach, _only, _sort) = (source, reach, only, request.EffectiveSort(columns));
        Parameters["organisationId"] = reach.OrganisationId;
        if (only is not null) Parameters["onlyId"] = only;
        else if (!reach.IsRoot) Parameters["reachId"] = reach.AccountId;
        _today = source.SelectsByDay ? today ?? throw new ArgumentNullException(nameof(today)) : null;
        var filters = request.Effective(columns);
        var condition = new ListCondition(Parameters);
        var all = filters.Select(pair => condition.Of(columns.Find(pair.Key)!, source.Columns[pair.Key], pair.Value)).ToList();
        _filters = new(string.Concat(all.Select(c => $" AND {c.Sqlite}")), string.Concat(all.Select(c => $" AND {c.SqlServer}")));
        if (_filters.Sqlite.Contains("@today", StringComparison.Ordinal)) Parameters["today"] = _today;
        if (_filters.Sqlite.Contains("@reachId", StringComparison.Ordinal)) Parameters["reachId"] = reach.AccountId;
        var read = filters.Keys.Select(key => source.Columns[key].Reads).ToList();
        _scanIndex = source.ScanIndexes.FirstOrDefault(index => read.TrueForAll(column => column is not null && index.Columns.Contains(column))).Name;
        _filtersInWalk = read.TrueForAll(column => column is not null && Sort.Covers.Contains(column));
    }

    public Dictionary<string, object?> Parameters { get; } = [];

    /// <summary>Of statements that read rows, beside those that count.</summary>
    public Dictionary<string, object?> RowParameters
    {
        get
        {
            var parameters = new Dictionary<string, object?>(Parameters);
            if (_source.SelectsByReach) parameters["reachId"] = _reach.AccountId;
            if (_today is not null) parameters["today"] = _today;
            return parameters;
        }
    }

    private bool IsWhole => _reach.IsRoot && _only is null;
    private string Account => $"{_source.Alias}.{_source.AccountColumn}";
    private ListSqlColumn Sort => _source.Columns[_sort.Key].Sorted(_sort.Descending);
    private string Key => $"{_source.Alias}.Seq";

    public Stmt Count() => Both(sqlite => $"SELECT COUNT(*) FROM {Gathered(sqlite)}");

    /// <summary>True when an index has the order.</summary>
    public bool CanWalk => (Sort.Index ?? Sort.Lead?.Inner) is not null;

    /// <summary>True when the order of an index should be followed, given how many rows match and how deep the page lies.</summary>
    public bool ShouldWalk(int total, int depth) =>
        CanWalk
        && (IsWhole ? total > FewRows || _filtersInWalk : total > (_filtersInWalk ? Sort.FewCovered : FewRows) && (long)depth * DeepFactor <= total);

    /// <param name="reverse">From the end: pages beyond the half are found sooner that way.</param>
    public Stmt Page(bool walk, bool reverse)
    {
        var numbers = Both(sqlite => $"SELECT {Key} AS RowSeq FROM {(walk ? Walked(sqlite) : Gathered(sqlite, Sort.SortJoin))} ORDER BY {Order(reverse)}");
        var page = Stmt.Page("");
        return Both(sqlite => $"SELECT {_source.Select} FROM ({(sqlite ? numbers.Sqlite + page.Sqlite : numbers.SqlServer + page.SqlServer)}) x " +
            $"{(sqlite ? "CROSS JOIN" : "JOIN")} {_source.Table} {_source.Alias} ON {Key} = x.RowSeq {_source.Joins} ORDER BY {Order(reverse)}");
    }

    /// <summary>Every row in order, for exports.</summary>
    public Stmt Everything() => Both(sqlite => $"SELECT {_source.Select}{_source.SelectForFile} FROM {Gathered(sqlite, _source.Joins)} ORDER BY {Order(false)}");

    private string Order(bool reverse) =>
        string.Join(", ", Sort.Sort.Append(_source.Name).Append(Key).Distinct().Select(expression => expression + (_sort.Descending != reverse ? " DESC" : "")));

    private string Gathered(bool sqlite, string? join = null)
    {
        if (_only is not null) return $"{_source.Table} {_source.Alias}{Indexed(sqlite, _source.AccountIndex)} {join} WHERE {Account} = @onlyId AND {Rows(sqlite)}";
        return IsWhole
            ? $"{_source.Table} {_source.Alias}{Indexed(sqlite, _scanIndex)} {join} WHERE {Rows(sqlite)}"
            : $"AccountTree t {(sqlite ? "CROSS JOIN" : "JOIN")} {_source.Table} {_source.Alias}{Indexed(sqlite, _source.AccountIndex)} " +
              $"ON {Account} = t.DescendantId {join} WHERE t.AncestorId = @reachId AND {Rows(sqlite)}";
    }

    private string Walked(bool sqlite)
    {
        var account = Sort.Lead?.AccountId ?? Account;
        var reach = _only is not null ? $" AND {account} = @onlyId" : IsWhole ? "" : $" AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = {account})";
        if (Sort.Lead is not { } lead) return $"{_source.Table} {_source.Alias}{Indexed(sqlite, Sort.Index)} WHERE {Rows(sqlite)}{reach}";
        var own = lead.OrganisationId is null ? "" : $" AND {lead.OrganisationId} = @organisationId";
        return $"{lead.Table}{Indexed(sqlite, lead.Index)} {(sqlite ? "CROSS JOIN" : "JOIN")} {_source.Table} {_source.Alias}{Indexed(sqlite, lead.Inner)} " +
            $"ON {lead.On} WHERE {Rows(sqlite)}{own}{reach}";
    }

    private string Rows(bool sqlite) =>
        $"{_source.Alias}.OrganisationId = @organisationId AND {_source.Visible}{(sqlite ? _filters.Sqlite : _filters.SqlServer)}";

    // SQLite keeps no statistics of ours, so it is told; SQL Server finds it by its own.
    private static string Indexed(bool sqlite, string? index) => sqlite && index is not null ? $" INDEXED BY {index}" : "";

    private static Stmt Both(Func<bool, string> text) => new(text(true), text(false));
}
