using System.Globalization;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Persistence.Lists;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Reports;

internal static class ListExports
{
    /// <summary>Lets a list go to Excel. The page of the list leads to <c>/reports/lists/{name}</c>.</summary>
    /// <param name="title">Key of the list's name.</param>
    /// <param name="rights">The rights of the list's own message.</param>
    public static IServiceCollection AddListExport<TRow>(this IServiceCollection services, ListColumns<TRow> columns, ListSql<TRow> sql, string title, params Right[] rights) =>
        services.AddScoped<IExport>(provider => new ListExport<TRow>(columns, sql, provider.GetRequiredService<DbSession>(), provider.GetRequiredService<ICurrentUser>(), provider.GetRequiredService<TimeProvider>())
        {
            TitleKey = title,
            Rights = rights,
        });
}

/// <summary>A list as filtered: its columns, its order, its rows within the reach.</summary>
internal sealed class ListExport<TRow>(ListColumns<TRow> columns, ListSql<TRow> sql, DbSession db, ICurrentUser user, TimeProvider clock) : Export<ListExportParameters>, IListExport
{
    public required string TitleKey { get; init; }
    public required IReadOnlyList<Right> Rights { get; init; }
    public override string Kind => IListExport.KindOf(columns.Name);
    public ListColumns Columns => columns;
    public string Title => Text.Get(TitleKey);

    protected override IReadOnlyList<Right> RightsFor(ListExportParameters parameters) => Rights;

    protected override IReadOnlyList<ExportParameter> Describe(ListExportParameters parameters)
    {
        var request = parameters.Request(columns);
        var filters = request.Effective(columns);
        IReadOnlyList<ExportParameter> account = request.Within is { } within
            ? [new(Text.Get("Lists.Account"), Text.Get(within.Below ? "Lists.AccountBelow" : "Lists.AccountOnly", within.Account))] : [];
        // What is asked for beside the filters is told only where it is another than the list's own.
        IReadOnlyList<ExportParameter> sort = request.Sort is { } by
            ? [new(Text.Get("Lists.SortBy"), Text.Get(by.Descending ? "Lists.Falling" : "Lists.Rising", Text.Get(columns.Find(by.Key)!.TextKey)))] : [];
        IReadOnlyList<ExportParameter> shown = request.Shown is null
            ? [] : [new(Text.Get("Lists.Columns"), string.Join(", ", request.ShownOf(columns).Select(column => Text.Get(column.TextKey))))];
        return filters.Count == 0
            ? [.. account, new(Text.Get("Reports.Filter"), Text.Get("Reports.FilterNone")), .. sort, .. shown]
            : [.. account, .. sort, .. shown, .. filters.Select(pair => new ExportParameter(Text.Get(columns.Find(pair.Key)!.TextKey), InWords(columns.Find(pair.Key)!, pair.Value)))];
    }

    protected override async Task<ExportSheet> OpenAsync(ListExportParameters parameters, CancellationToken cancellation)
    {
        var request = parameters.Request(columns);
        var shown = request.ShownOf(columns).Cast<ListColumn<TRow>>().Concat(columns.FileColumns).ToList();
        var count = await sql.CountAsync(db, user.Reach, request, cancellation, clock.Today());
        return new(Title, [.. shown.Select(column => new SheetColumn(Text.Get(column.TextKey), TypeOf(column)))], count, async (rows, stop) =>
        {
            await foreach (var row in sql.StreamAsync(db, user.Reach, request, stop, clock.Today()))
            {
                foreach (var column in shown) Write(rows, column, column.Read(row));
                rows.EndRow();
            }
        });
    }

    private static SheetColumnType TypeOf(ListColumn column) => column.Type switch
    {
        ListColumnType.Number => SheetColumnType.Whole,
        ListColumnType.Money => SheetColumnType.Amount,
        ListColumnType.Date => SheetColumnType.Day,
        ListColumnType.Instant => SheetColumnType.Time,
        ListColumnType.Text => SheetColumnType.LongText,
        _ => SheetColumnType.Text,
    };

    private static void Write(IRowWriter rows, ListColumn column, object? value)
    {
        switch (column.Type)
        {
            case ListColumnType.Number: rows.Whole(value is null ? null : Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case ListColumnType.Money: rows.Amount((Money?)value); break;
            case ListColumnType.Date: rows.Day((DateOnly?)value); break;
            case ListColumnType.Instant: rows.Time(value is DateTimeOffset instant ? StockholmTime.LocalOf(instant).DateTime : null); break;
            default: rows.Text(value is null ? null : Word(column, column.Choices.FirstOrDefault(choice => Equals(choice.Stored ?? choice.Value, value)), value)); break;
        }
    }

    private static string InWords(ListColumn column, ListFilter filter) => filter switch
    {
        ChoiceFilter choice => string.Join(", ", choice.Values.Select(value => Word(column, column.Choices.FirstOrDefault(known => known.Value == value), value))),
        TextFilter text => text.Text,
        EmptyFilter { Not: true } => Text.Get("Reports.FilterFilled"),
        EmptyFilter => Text.Get("Reports.FilterEmpty"),
        _ => filter.Token.Replace("..", " – ", StringComparison.Ordinal),
    };

    private static string Word(ListColumn column, ListChoice? choice, object value) =>
        column.Type == ListColumnType.Choice && choice?.TextKey is { } key ? Text.Get(key) : value.ToString() ?? "";
}
