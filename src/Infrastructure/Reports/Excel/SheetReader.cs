using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Connect.Infrastructure.Operator.Import;

namespace Connect.Infrastructure.Reports.Excel;

/// <summary>
/// Reads the first sheet of somebody's Excel file row by row, without more of it in memory than its texts. No entity is resolved, what is larger
/// unpacked than allowed breaks off, and formulas are told, not trusted.
/// </summary>
internal sealed class SheetReader(Stream content, long mostUnpacked)
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // Between the day 0 of the two systems that Excel counts days by.
    private const int DaysTo1904 = 1462;

    // A sheet has no more, and neither has a cell's address.
    private const int MostRows = 1_048_576, MostColumns = 16_384;

    /// <summary>What is added to a day's number to have it in the system that begins in 1900; known from the first row on.</summary>
    public int DayOffset { get; private set; }

    /// <exception cref="InvalidDataException">It is no Excel file, or too large.</exception>
    public IEnumerable<ReadRow> Rows()
    {
        using var zip = Open();
        var sheet = Part(zip, FirstSheet(zip)) ?? throw new InvalidDataException("The file has no sheet.");
        var texts = zip.GetEntry("xl/sharedStrings.xml") is { } shared ? Texts(shared) : [];
        using var xml = Reader(sheet);
        var last = 0;
        while (Next(xml, "row"))
        {
            var number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : last + 1;
            if (number <= last || number > MostRows) throw new InvalidDataException("The rows are out of order.");
            last = number;
            yield return new(number, xml.IsEmptyElement ? [] : Cells(xml, texts));
        }
    }

    private ZipArchive Open()
    {
        var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        // What they say may be more than a number holds.
        var left = mostUnpacked;
        if (zip.Entries.All(entry => entry.Length >= 0 && (left -= Math.Min(entry.Length, left + 1)) >= 0)) return zip;
        zip.Dispose();
        throw new InvalidDataException("The file is too large unpacked.");
    }

    private string FirstSheet(ZipArchive zip)
    {
        string? id = null;
        using (var workbook = Reader(Part(zip, "xl/workbook.xml") ?? throw new InvalidDataException("No workbook.")))
            while (id is null && workbook.Read())
            {
                if (workbook.NodeType != XmlNodeType.Element) continue;
                if (workbook.LocalName == "workbookPr" && workbook.GetAttribute("date1904") is "1" or "true") DayOffset = DaysTo1904;
                if (workbook.LocalName == "sheet") id = workbook.GetAttribute("id", Relations) ?? "";
            }

        using var relations = Reader(Part(zip, "xl/_rels/workbook.xml.rels") ?? throw new InvalidDataException("No relations."));
        while (Next(relations, "Relationship"))
            if (relations.GetAttribute("Id") == id && relations.GetAttribute("Target") is { } target) return target.StartsWith('/') ? target[1..] : "xl/" + target;
        throw new InvalidDataException("No sheet.");
    }

    private static ZipArchiveEntry? Part(ZipArchive zip, string name) => zip.GetEntry(name);

    private static XmlReader Reader(ZipArchiveEntry part) => XmlReader.Create(new LimitedStream(part.Open(), part.Length), new XmlReaderSettings // its length may be a lie
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true,
    });

    private static List<string> Texts(ZipArchiveEntry shared)
    {
        var texts = new List<string>();
        using var xml = Reader(shared);
        while (Next(xml, "si")) texts.Add(xml.IsEmptyElement ? "" : TextIn(xml));
        return texts;
    }

    private static List<ReadCell> Cells(XmlReader xml, List<string> texts)
    {
        var (cells, depth, column) = (new List<ReadCell>(), xml.Depth, 0);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c") continue;
            column = ColumnOf(xml.GetAttribute("r")) ?? column + 1;
            if (column > MostColumns || cells.Count == MostColumns) throw new InvalidDataException("Too many columns.");
            if (!xml.IsEmptyElement) cells.Add(Cell(xml, column, texts));
        }

        return cells;
    }

    private static ReadCell Cell(XmlReader xml, int column, List<string> texts)
    {
        var (type, depth) = (xml.GetAttribute("t"), xml.Depth);
        var (text, isFormula) = ("", false);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "f") isFormula = true;
            else if (xml.LocalName == "v" && !xml.IsEmptyElement) text = ValueIn(xml);
            else if (xml.LocalName == "is" && !xml.IsEmptyElement) text = TextIn(xml);
        }

        if (type == "s") text = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < texts.Count ? texts[index] : throw new InvalidDataException("A text is missing.");
        return new(column, text, IsNumber: type is null or "n" && text.Length > 0, isFormula);
    }

    private static string ValueIn(XmlReader xml)
    {
        var (value, depth) = (new StringBuilder(), xml.Depth);
        while (xml.Read() && xml.Depth > depth) value.Append(xml.Value);
        return value.ToString();
    }

    // A text may be in pieces of different looks; how it is pronounced is not part of it.
    private static string TextIn(XmlReader xml)
    {
        var (text, depth, isSaid) = (new StringBuilder(), xml.Depth, true);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.LocalName == "rPh") isSaid = xml.NodeType == XmlNodeType.EndElement;
            else if (isSaid && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA) text.Append(xml.Value);
        }

        return text.ToString();
    }

    private static bool Next(XmlReader xml, string name)
    {
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == name) return true;
        return false;
    }

    // A1 is 1, AA1 is 27.
    private static int? ColumnOf(string? address)
    {
        var column = 0;
        foreach (var sign in (address ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(4)) column = column * 26 + sign - 'A' + 1;
        return column == 0 ? null : column;
    }
}

/// <param name="Number">As Excel numbers them, from 1.</param>
internal sealed record ReadRow(int Number, IReadOnlyList<ReadCell> Cells);

/// <param name="Column">From 1.</param>
/// <param name="IsNumber">A number or a day, written the invariant way.</param>
internal sealed record ReadCell(int Column, string Text, bool IsNumber, bool IsFormula)
{
    /// <summary>As people call it: <c>C7</c>.</summary>
    public string Address(int row)
    {
        var letters = "";
        for (var rest = Column; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters + row.ToString(CultureInfo.InvariantCulture);
    }
}
