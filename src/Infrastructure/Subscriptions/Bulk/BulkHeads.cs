using System.Globalization;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions.Bulk;
using Connect.Infrastructure.Reports.Excel;

namespace Connect.Infrastructure.Subscriptions.Bulk;

/// <summary>Which column of somebody's file is which: by the heads of the template, in either language. All that is wrong with them is told at once.</summary>
internal static class BulkHeads
{
    private const int MostTold = 20, LongestTold = 60;

    /// <exception cref="InvalidInputException">Columns are unknown, there twice, or missing.</exception>
    public static Dictionary<int, string> Read(string field, BulkKind kind, ReadRow head)
    {
        var (names, columns, unknown, twice) = (Names(kind), new Dictionary<int, string>(), new List<string>(), new List<string>());
        foreach (var cell in head.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell.Text)))
        {
            var name = cell.Text.Normalize().Trim();
            if (!names.TryGetValue(name, out var key)) unknown.Add(name);
            else if (columns.ContainsValue(key) || !columns.TryAdd(cell.Column, key)) twice.Add(name);
        }

        List<InputProblem> problems =
        [
            .. Some(unknown.Count > 0, () => new(field, "BulkColumnUnknown", Told(unknown), Told(BulkTemplate.Columns(kind).Select(Head)))),
            .. Some(twice.Count > 0, () => new(field, "BulkColumnTwice", Told(twice))),
            .. Some(!columns.ContainsValue(BulkColumns.Service), () => new(field, "BulkColumnMissing", Head(BulkColumns.Service))),
        ];
        return problems.Count == 0 ? columns : throw new InvalidInputException(problems);
    }

    private static Dictionary<string, string> Names(BulkKind kind)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var key in BulkTemplate.Columns(kind))
            foreach (var culture in new[] { Text.Swedish, Text.English }) names.TryAdd(BulkTemplate.Head(key, culture), key);
        return names;
    }

    private static string Head(string key) => BulkTemplate.Head(key, CultureInfo.CurrentUICulture);

    private static string Told(IEnumerable<string> names)
    {
        var all = names.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => name.Length <= LongestTold ? name : $"{name[..LongestTold]}…").ToList();
        return string.Join(", ", all.Count <= MostTold ? all : [.. all.Take(MostTold), "…"]);
    }

    private static IEnumerable<InputProblem> Some(bool isSo, Func<InputProblem> problem) => isSo ? [problem()] : [];
}
