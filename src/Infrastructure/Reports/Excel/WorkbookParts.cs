using System.Globalization;

namespace Connect.Infrastructure.Reports.Excel;

/// <summary>The small parts around the sheets: what they are called, how cells look, what belongs to what.</summary>
internal static class WorkbookParts
{
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static string Styles { get; } = Declaration + StyleSheet.Xml();

    public const string Root = Declaration + $"""
        <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """;

    public static string ContentTypes(int sheets) => Declaration + $"""
        <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Sheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Sheet}.styles+xml"/>{Each(sheets, n => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{Sheet}.worksheet+xml"/>""")}</Types>
        """;

    public static string WorkbookRelations(int sheets) => Declaration + $"""
        <Relationships xmlns="{Package}/relationships">{Each(sheets, n => $"""<Relationship Id="rId{n}" Type="{Relations}/worksheet" Target="worksheets/sheet{n}.xml"/>""")}<Relationship Id="rId{sheets + 1}" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
        """;

    public static string Workbook(IReadOnlyList<string> sheets) => Declaration + $"""
        <workbook xmlns="{Main}" xmlns:r="{Relations}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>{Each(sheets.Count, n => $"""<sheet name="{CellText.Escape(sheets[n - 1])}" sheetId="{n}" r:id="rId{n}"/>""")}</sheets></workbook>
        """;

    /// <param name="header">The row of the columns' names: it and all above it stay in sight.</param>
    public static string SheetStart(string columns, bool isFirst, int header) => Declaration + string.Create(CultureInfo.InvariantCulture, $"""
        <worksheet xmlns="{Main}"><sheetViews><sheetView {(isFirst ? "tabSelected=\"1\" " : "")}workbookViewId="0"><pane ySplit="{header}" topLeftCell="A{header + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>{columns}</cols><sheetData>
        """);

    public static string SheetEnd(string lastColumn, int header, int lastRow) =>
        string.Create(CultureInfo.InvariantCulture, $"""</sheetData><autoFilter ref="A{header}:{lastColumn}{lastRow}"/></worksheet>""");

    /// <summary>At most 31 characters without <c>: \ / ? * [ ]</c>; from the second sheet on with its number.</summary>
    public static string SheetName(string title, int number)
    {
        var suffix = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({number})");
        var clean = string.Concat(title.Select(c => c is ':' or '\\' or '/' or '?' or '*' or '[' or ']' || char.IsControl(c) ? ' ' : c)).Trim().Trim('\'');
        if (clean.Length == 0) clean = "Connect";
        return (clean.Length + suffix.Length > 31 ? clean[..(31 - suffix.Length)].TrimEnd() : clean) + suffix;
    }

    /// <summary>As <see cref="SheetName"/>, counted on where there is one of that name, such as the first part of a long sheet.</summary>
    public static string FreeSheetName(string title, IReadOnlyCollection<string> taken)
    {
        for (var number = 1; ; number++)
            if (SheetName(title, number) is var name && !taken.Contains(name, StringComparer.OrdinalIgnoreCase)) return name;
    }

    private static string Each(int sheets, Func<int, string> part) => string.Concat(Enumerable.Range(1, sheets).Select(part));
}
