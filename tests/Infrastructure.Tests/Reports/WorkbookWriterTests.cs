using ClosedXML.Excel;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Infrastructure.Reports.Excel;
using Connect.TestKit;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Connect.Infrastructure.Tests.Reports;

public sealed class WorkbookWriterTests
{
    private static readonly SheetColumn[] Columns =
    [
        new("Text", SheetColumnType.Text), new("Antal", SheetColumnType.Whole), new("Belopp", SheetColumnType.Amount), new("Dag", SheetColumnType.Day),
        new("Tid", SheetColumnType.Time), new("Längd", SheetColumnType.Duration), new("MB", SheetColumnType.Fraction),
    ];

    [Fact]
    [Covers("REP-0", "Excel with typed columns")]
    public void Every_type_of_cell_is_read_back_as_what_it_was()
    {
        using var file = Written(Columns, writer =>
        {
            writer.Text("Åsa Öberg");
            writer.Whole(long.MaxValue / 1_000_000);
            writer.Amount(new Money(12_345_678));
            writer.Day(new DateOnly(2026, 3, 29));
            writer.Time(new DateTime(2026, 3, 29, 3, 30, 15));
            writer.Duration(90_061);
            writer.Fraction(-1.5m);
            writer.EndRow();
        });

        using var book = new XLWorkbook(file);
        var row = book.Worksheet(1).Row(2);
        row.Cell(1).Value.ShouldBe("Åsa Öberg");
        row.Cell(2).GetValue<long>().ShouldBe(long.MaxValue / 1_000_000);
        row.Cell(3).GetValue<decimal>().ShouldBe(1234.5678m);
        row.Cell(4).GetDateTime().ShouldBe(new DateTime(2026, 3, 29));
        row.Cell(5).GetDateTime().ShouldBe(new DateTime(2026, 3, 29, 3, 30, 15), TimeSpan.FromMilliseconds(1));
        row.Cell(6).GetDateTime().ToOADate().ShouldBe(90_061 / 86_400d, 1e-6);
        row.Cell(7).GetValue<decimal>().ShouldBe(-1.5m);
        row.Cell(3).Style.NumberFormat.Format.ShouldBe("""#,##0.00##\ "kr" """.Trim());
    }

    [Fact]
    [Covers("REP-0", "frozen header and filter")]
    public void The_file_is_valid_and_has_a_frozen_header_with_filters()
    {
        using var file = Written(Columns, writer =>
        {
            for (var i = 0; i < 300; i++) Row(writer, i % 2 == 0 ? $"Rad {i}" : null);
        });

        using (var document = SpreadsheetDocument.Open(file, false))
            new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
        file.Position = 0;
        using var book = new XLWorkbook(file);
        var sheet = book.Worksheet(1);
        sheet.SheetView.SplitRow.ShouldBe(1);
        sheet.AutoFilter.Range.RangeAddress.ToString().ShouldBe("A1:G301");
        sheet.Cell(1, 6).Value.ShouldBe("Längd");
        sheet.Cell(1, 1).Style.Font.Bold.ShouldBeTrue();
        sheet.LastRowUsed().RowNumber().ShouldBe(301);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+46701740605")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=cmd|' /C calc'!A0")]
    [InlineData("8946010000000000012")]
    [InlineData("007")]
    public void Text_stays_text_whatever_it_looks_like(string text)
    {
        using var file = Written([new("A", SheetColumnType.Text)], writer =>
        {
            writer.Text(text);
            writer.EndRow();
        });

        using var book = new XLWorkbook(file);
        var cell = book.Worksheet(1).Cell(2, 1);
        cell.HasFormula.ShouldBeFalse();
        cell.DataType.ShouldBe(XLDataType.Text);
        cell.GetString().ShouldBe(text);
        cell.Style.NumberFormat.NumberFormatId.ShouldBe(49);
    }

    [Theory]
    [InlineData("a\u0001b", "a_x0001_b")]
    [InlineData("rad\r\nrad", "rad_x000D_\nrad")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("a_b_x00_", "a_b_x00_")]
    [InlineData("😀", "😀")]
    [InlineData("<a & \"b\">", "&lt;a &amp; &quot;b&quot;&gt;")]
    [InlineData("\uFFFF", "_xFFFF_")]
    public void What_xml_cannot_hold_is_escaped(string text, string written) => CellText.Escape(text).ShouldBe(written);

    // Not a theory: attributes cannot hold half a sign.
    [Fact]
    public void Half_a_sign_is_replaced()
    {
        CellText.Escape("\uD800x").ShouldBe("\uFFFDx");
        CellText.Escape("x\uDC00").ShouldBe("x\uFFFD");
    }

    [Fact]
    public void Any_text_gives_a_file_that_reads()
    {
        var random = new Random(4711);
        var texts = Enumerable.Range(0, 500).Select(_ => new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => (char)random.Next(0, 0x10000))])).ToList();
        texts.AddRange(["  kanter  ", "\n", "", new string('å', 40_000), new string('x', 32_766) + "😀"]);

        using var file = Written([new("A", SheetColumnType.Text)], writer =>
        {
            foreach (var text in texts)
            {
                writer.Text(text);
                writer.EndRow();
            }
        });

        using var document = SpreadsheetDocument.Open(file, false);
        new OpenXmlValidator().Validate(document).ShouldBeEmpty();
        var cells = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Text>().Skip(1).Select(t => t.Text).ToList();
        cells[500].ShouldBe("  kanter  ");
        cells[503].Length.ShouldBe(CellText.MaxLength);
        cells[504].ShouldBe(new string('x', 32_766));
    }

    [Fact]
    public void A_full_sheet_is_followed_by_another()
    {
        using var file = new MemoryStream();
        using (var writer = new WorkbookWriter(file, "Trafik: 070/1 [x]", [new("N", SheetColumnType.Whole)]))
        {
            for (var i = 1; i <= WorkbookWriter.RowsPerSheet + 2; i++)
            {
                writer.Whole(i);
                writer.EndRow();
            }

            writer.Complete();
            writer.Sheets.ShouldBe(2);
        }

        using var document = SpreadsheetDocument.Open(file, false);
        var sheets = document.WorkbookPart!.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().ToList();
        sheets.Select(s => s.Name!.Value).ShouldBe(["Trafik  070 1  x", "Trafik  070 1  x (2)"]);
        var second = (WorksheetPart)document.WorkbookPart.GetPartById(sheets[1].Id!);
        second.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().Count().ShouldBe(3);
        second.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellValue>().Select(v => v.Text).ShouldBe(["1048576", "1048577"]);
    }

    [Fact]
    public void A_row_with_too_few_cells_is_an_error()
    {
        using var writer = new WorkbookWriter(new MemoryStream(), "A", Columns);
        writer.Text("x");
        Should.Throw<InvalidOperationException>(writer.EndRow);
    }

    [Fact]
    public void Nobody_waiting_ends_the_writing()
    {
        using var stop = new CancellationTokenSource();
        using var writer = new WorkbookWriter(new MemoryStream(), "A", Columns, stop.Token);
        stop.Cancel();
        Should.Throw<OperationCanceledException>(() =>
        {
            for (var i = 0; i < 1000; i++) Row(writer, "x");
        });
    }

    internal static void Row(IRowWriter writer, string? text)
    {
        writer.Text(text);
        writer.Whole(1);
        writer.Amount(new Money(12_345));
        writer.Day(new DateOnly(2026, 3, 1));
        writer.Time(new DateTime(2026, 3, 1, 12, 0, 1));
        writer.Duration(61);
        writer.Fraction(null);
        writer.EndRow();
    }

    internal static MemoryStream Written(IReadOnlyList<SheetColumn> columns, Action<IRowWriter> rows)
    {
        var file = new MemoryStream();
        using (var writer = new WorkbookWriter(file, "Blad", columns))
        {
            rows(writer);
            writer.Complete();
        }

        file.Position = 0;
        return file;
    }
}
