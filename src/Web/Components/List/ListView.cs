using Connect.Application.Common.Lists;
using Connect.Application.Common.Texts;
using Connect.Application.Views;

namespace Connect.Web.Components.List;

/// <summary>A list as it is shown: one page of rows, with the addresses of every other view of it.</summary>
public sealed class ListView
{
    public required ListColumns Columns { get; init; }
    public required ListRequest Request { get; init; }

    /// <summary>Where the list lives, without its query.</summary>
    public required string Path { get; init; }

    public required string Title { get; init; }
    public required IReadOnlyList<ListViewRow> Rows { get; init; }
    public required int Total { get; init; }
    public required int Page { get; init; }
    public required int PageCount { get; init; }
    public required int First { get; init; }
    public required int Last { get; init; }

    /// <summary>Values of choice columns that come from the data.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> OpenChoices { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Icon and text when there is nothing at all, without any filter.</summary>
    public required (string Icon, string Text) Empty { get; init; }

    /// <summary>Where the list goes to Excel as filtered; without it there is no button.</summary>
    public string? ExportPath { get; init; }

    /// <summary>What can be done with rows that are chosen; null where none can.</summary>
    public ListSelection? Selection { get; init; }

    /// <summary>Parts of the page's address that are not the list's: a tab, what a tree beside it shows.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Kept { get; init; } = [];

    /// <summary>The part of the account tree that the page's own address stands for.</summary>
    public ListWithin? Within { get; init; }

    /// <summary>The columns that are shown; each row has a cell for each of them.</summary>
    public IReadOnlyList<ListColumn> Shown => [.. Request.ShownOf(Columns)];

    /// <summary>Its name, and how many rows it has in all.</summary>
    public string Caption => Text.Get(Total == 1 ? "Lists.CaptionOne" : "Lists.Caption", Title, Format.Number(Total));

    /// <summary>Some row has a button furthest right.</summary>
    public bool HasActions => Rows.Any(row => row.More?.Action is not null);

    public IReadOnlyDictionary<string, ListFilter> Filters => Request.Effective(Columns);
    /// <summary>Columns that narrow the list and are not among those shown.</summary>
    public IReadOnlyList<ListColumn> FilteredUnseen => [.. Columns.Untyped.Where(column => Filters.ContainsKey(column.Key)).Except(Shown)];

    public ListSort Sort => Request.EffectiveSort(Columns);
    public string? ExportLink => ExportPath is null ? null : ExportPath + (Request with { Within = Within ?? Request.Within }).ToQueryString();
    public string? SelectAllLink => Selection is null ? null : Selection.Path + (Request with { Within = Within ?? Request.Within, Page = 1, Size = ListRequest.DefaultSize, UsualSizeAsked = false }).ToQueryString();
    public string ClearLink => Address(Request.Cleared(Columns));

    /// <summary>The named views of it; null where it is part of another page.</summary>
    public IReadOnlyList<SavedView>? Views { get; set; }

    /// <summary>Where this view is given a name.</summary>
    public string SaveLink => $"/views/{Columns.Name}/new{(Request with { Page = 1 }).ToQueryString()}";

    /// <summary>Where the named views are kept.</summary>
    public string ManageLink => $"/views/{Columns.Name}";

    /// <summary>Where a named view is shown. A list asked for without any query opens with the reader's own choice, so one that says nothing says its page.</summary>
    public static string Named(string path, string query) => path + (query.Length == 0 ? "?page=1" : query);

    /// <summary>Where the list is shown as asked for.</summary>
    public string Address(ListRequest request) => Address(Path, Kept, Views, request);

    /// <inheritdoc cref="Address(ListRequest)"/>
    public static string Address(string path, IReadOnlyList<KeyValuePair<string, string>> kept, IReadOnlyList<SavedView>? views, ListRequest request)
    {
        var query = request.ToQueryString();
        if (kept.Count == 0) return views?.Any(view => view.IsStart) == true ? Named(path, query) : path + query;
        var parts = string.Join('&', kept.Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value)}"));
        return $"{path}?{parts}{(query.Length == 0 ? "" : "&" + query[1..])}";
    }

    /// <param name="link">The page of a row; the column that is the card's title leads there.</param>
    /// <param name="more">What else rows lead to.</param>
    public static ListView Of<TRow>(ListColumns<TRow> columns, ListRequest request, ListPage<TRow> page, string path, string title, Func<TRow, string> link,
        (string Icon, string Text) empty, IReadOnlyDictionary<string, IReadOnlyList<string>>? openChoices = null, string? exportPath = null,
        IReadOnlyList<KeyValuePair<string, string>>? kept = null, ListWithin? within = null, Func<TRow, ListRowMore>? more = null, ListSelection? selection = null)
    {
        var shown = request.ShownOf(columns).Cast<ListColumn<TRow>>().ToList();
        return new()
        {
            Selection = selection,
            Kept = kept ?? [],
            Within = within,
            Columns = columns,
            Request = request,
            Path = path,
            Title = title,
            Rows = [.. page.Rows.Select(row => new ListViewRow(link(row), [.. shown.Select(column => column.Read(row))]) { More = more?.Invoke(row) })],
            Total = page.Total,
            Page = page.Page,
            PageCount = page.PageCount,
            First = page.First,
            Last = page.Last,
            Empty = empty,
            OpenChoices = openChoices ?? new Dictionary<string, IReadOnlyList<string>>(),
            ExportPath = exportPath,
        };
    }

    public string SortLink(ListColumn column) =>
        Address(Request with { Sort = new(column.Key, Sort.Key == column.Key && !Sort.Descending), Page = 1 });

    /// <summary>The first page, for as many rows as will be chosen.</summary>
    public string WithoutSize => Address(Request with { Page = 1, Size = ListRequest.DefaultSize, UsualSizeAsked = false });

    public string PageLink(int page) => Address(Request with { Page = page });

    /// <summary>Numbers to choose from: the first, the last and those around this one; 0 stands for a gap.</summary>
    public IEnumerable<int> PageNumbers()
    {
        var shown = Enumerable.Range(Page - 2, 5).Append(1).Append(PageCount).Where(page => page >= 1 && page <= PageCount).Distinct().Order().ToList();
        for (var i = 0; i < shown.Count; i++)
        {
            if (i > 0 && shown[i] > shown[i - 1] + 1) yield return 0;
            yield return shown[i];
        }
    }

    /// <summary>Parts of the address that a form for one column carries along unseen.</summary>
    public IEnumerable<KeyValuePair<string, string>> Hidden(params string[] without) =>
        Kept.Concat((Request with { Page = 1 }).Parts().Where(part => !without.Contains(part.Key)));

    public IReadOnlyList<ListChoice> ChoicesOf(ListColumn column) =>
        column.IsOpenChoice ? [.. OpenChoices.GetValueOrDefault(column.Key, []).Select(value => new ListChoice(value))] : column.Choices;

    public static string Label(ListColumn column) => Text.Get(column.TextKey);
}

/// <param name="Cells">Values in the order of the columns that are shown.</param>
public sealed record ListViewRow(string Link, IReadOnlyList<object?> Cells)
{
    public ListRowMore? More { get; init; }
}

/// <summary>What a row leads to besides its own page.</summary>
/// <param name="Links">Addresses by column.</param>
/// <param name="Action">The button furthest right.</param>
/// <param name="Choice">Its box, where rows can be chosen.</param>
public sealed record ListRowMore(IReadOnlyDictionary<string, string> Links, ListRowAction? Action = null, ListRowChoice? Choice = null)
{
    /// <summary>What a column says of the row besides its value.</summary>
    public ListRowMark? Mark { get; init; }

    /// <summary>Of a row that has no more than that.</summary>
    public static ListRowMore Marked(ListRowMark? mark) => new(new Dictionary<string, string>()) { Mark = mark };
}

/// <param name="Icon">Name in <c>Assets/icons.json</c>.</param>
/// <param name="Warns">It asks for something; otherwise it only tells more.</param>
public sealed record ListRowMark(string Column, string Icon, string Label, bool Warns = true);

/// <summary>A form that gets the rows that are chosen; it works without scripts.</summary>
/// <param name="Path">Where to; without any row it gets the list's own query: all that match.</param>
/// <param name="Field">Name under which each chosen row's value is sent.</param>
/// <param name="Icon">Name in <c>Assets/icons.json</c>.</param>
/// <param name="Label">On the button.</param>
/// <param name="All">Key of the text that does it with all that match; <c>{0}</c> is their number.</param>
/// <param name="ChooseAll">What the box in the head does.</param>
public sealed record ListSelection(string Path, string Field, string Icon, string Label, string All, string ChooseAll)
{
    /// <summary>The answer is a file, not a page.</summary>
    public bool IsFile { get; init; } = true;
}

/// <param name="Label">What is chosen by it.</param>
public sealed record ListRowChoice(string Value, string Label);

/// <param name="Icon">Name in <c>Assets/icons.json</c>.</param>
/// <param name="Label">What it does, and to whom.</param>
public sealed record ListRowAction(string Icon, string Label, string Link);
