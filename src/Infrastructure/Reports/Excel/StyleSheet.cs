using System.Globalization;
using Connect.Application.Reports;

namespace Connect.Infrastructure.Reports.Excel;

/// <summary><c>xl/styles.xml</c> of <see cref="SheetLook"/>, its cell formats in the order of <see cref="CellStyle"/>.</summary>
internal static class StyleSheet
{
    private const int FirstFormat = 164;
    private static readonly SheetColumnType[] Formats = [SheetColumnType.Amount, SheetColumnType.Day, SheetColumnType.Time, SheetColumnType.Duration, SheetColumnType.Fraction];

    private enum FontOf { Cell, Header, Title, Asked, Total }

    public static string Xml() => $"""
        <styleSheet xmlns="{WorkbookParts.Main}"><numFmts count="{Formats.Length}">{string.Concat(Formats.Select(NumberFormat))}</numFmts>
        <fonts count="5">{Font()}{Font(SheetLook.HeaderInk, bold: true)}{Font(SheetLook.TitleInk, bold: true, SheetLook.TitleSize)}{Font(SheetLook.AskedInk)}{Font(bold: true)}</fonts>
        <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF{SheetLook.HeaderFill}"/><bgColor indexed="64"/></patternFill></fill></fills>
        <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top style="thin"><color rgb="FF{SheetLook.HeaderFill}"/></top><bottom/><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="{CellFormats.Count}">{string.Concat(CellFormats)}</cellXfs>
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
        """;

    private static IReadOnlyList<string> CellFormats =>
    [
        Cell(0),
        Cell(IdOf(SheetColumnType.Text), FontOf.Header, fill: 2, alignment: "<alignment vertical=\"center\" wrapText=\"1\"/>"),
        Cell(IdOf(SheetColumnType.Text)), Cell(IdOf(SheetColumnType.Whole)), Cell(IdOf(SheetColumnType.Fraction)), Cell(IdOf(SheetColumnType.Amount)), Cell(IdOf(SheetColumnType.Day)),
        Cell(IdOf(SheetColumnType.Time)), Cell(IdOf(SheetColumnType.Duration)),
        Cell(IdOf(SheetColumnType.Text), FontOf.Title, alignment: "<alignment vertical=\"center\"/>"), Cell(IdOf(SheetColumnType.Text), FontOf.Asked),
        Total(IdOf(SheetColumnType.Text)), Total(IdOf(SheetColumnType.Whole)), Total(IdOf(SheetColumnType.Fraction)), Total(IdOf(SheetColumnType.Amount)), Total(IdOf(SheetColumnType.Duration)),
    ];

    private static int IdOf(SheetColumnType type) => SheetLook.BuiltInFormatOf(type) ?? FirstFormat + Array.IndexOf(Formats, type);

    private static string NumberFormat(SheetColumnType type) =>
        string.Create(CultureInfo.InvariantCulture, $"<numFmt numFmtId=\"{IdOf(type)}\" formatCode=\"{CellText.Escape(SheetLook.FormatOf(type))}\"/>");

    private static string Font(string? ink = null, bool bold = false, int size = SheetLook.FontSize) => string.Create(CultureInfo.InvariantCulture,
        $"<font>{(bold ? "<b/>" : "")}<sz val=\"{size}\"/>{(ink is null ? "" : $"<color rgb=\"FF{ink}\"/>")}<name val=\"{SheetLook.Font}\"/><family val=\"2\"/></font>");

    private static string Total(int format) => Cell(format, FontOf.Total, border: 1);

    private static string Cell(int format, FontOf font = FontOf.Cell, int fill = 0, int border = 0, string? alignment = null)
    {
        var applied = (font == FontOf.Cell ? "" : " applyFont=\"1\"") + (fill == 0 ? "" : " applyFill=\"1\"") + (border == 0 ? "" : " applyBorder=\"1\"") + (alignment is null ? "" : " applyAlignment=\"1\"");
        var start = string.Create(CultureInfo.InvariantCulture, $"<xf numFmtId=\"{format}\" fontId=\"{(int)font}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\"{(format == 0 ? "" : " applyNumberFormat=\"1\"")}{applied}");
        return alignment is null ? start + "/>" : $"{start}>{alignment}</xf>";
    }
}
