using ClosedXML.Excel;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Infrastructure.Reports.Excel;
using Connect.TestKit;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Connect.Infrastructure.Tests.Reports;

/// <summary>Files of few rows are formatted by ClosedXML, those of many stream: whoever opens them sees no difference.</summary>
public sealed class ReportWorkbookTests
{
    private static readonly SheetHead Head = new("Trafik", [new("Konto", "Alla konton"), new("Period", "2026-03-01 – 2026-03-31")]);

    private static readonly SheetColumn[] Columns =
    [
        new("Nummer", SheetColumnType.Phone), new("Antal", SheetColumnType.Whole) { IsSummed = true }, new("Belopp", SheetColumnType.Amount) { IsSummed = true }, new("Dag", SheetColumnType.Day),
        new("Tid", SheetColumnType.Time), new("Samtal till mobil, tid", SheetColumnType.Duration) { IsSummed = true }, new("MB", SheetColumnType.Fraction) { IsSummed = true }, new("Anm", SheetColumnType.LongText),
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Covers("REP-0", "both look alike")]
    public void A_formatted_file_looks_like_a_streamed_one(bool hasHead)
    {
        var head = hasHead ? Head : null;
        using var formatted = new MemoryStream();
        using (var writer = new ReportWorkbook(formatted, "Samtal", Columns, head, CancellationToken.None)) Fill(writer, head);
        using var streamed = new MemoryStream();
        using (var writer = new WorkbookWriter(streamed, "Samtal", Columns, head, CancellationToken.None)) Fill(writer, head);

        (IsFormatted(formatted), IsFormatted(streamed)).ShouldBe((true, false));
        Look(formatted).ShouldBe(Look(streamed));
    }

    [Fact]
    public void A_formatted_file_is_valid()
    {
        using var file = new MemoryStream();
        using (var writer = new ReportWorkbook(file, "Samtal", Columns, Head, CancellationToken.None)) Fill(writer, Head);
        using var document = SpreadsheetDocument.Open(file, false);
        new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ReportWorkbook.MostFormattedRows, true)]
    [InlineData(ReportWorkbook.MostFormattedRows + 1, false)]
    public void From_so_many_rows_on_in_all_sheets_together_it_streams_and_none_is_lost(int rows, bool isFormatted)
    {
        using var file = new MemoryStream();
        using (var writer = new ReportWorkbook(file, "A", Columns, Head, CancellationToken.None))
        {
            Row(writer, "första", 1);
            writer.Next("B", [new("N", SheetColumnType.Whole) { IsSummed = true }], Head);
            for (var i = 2; i <= rows; i++)
            {
                writer.Whole(i);
                writer.EndRow();
            }

            writer.Rows.ShouldBe(rows);
            writer.Next("C", [new("N", SheetColumnType.Text)]);
            writer.Complete();
            writer.Sheets.ShouldBe(3);
        }

        IsFormatted(file).ShouldBe(isFormatted);
        using var book = new XLWorkbook(file);
        book.Worksheets.Select(sheet => sheet.Name).ShouldBe(["A", "B", "C"]);
        book.Worksheet("A").Cell(4, 8).GetString().ShouldBe("första");
        ExportScene.Rows(book.Worksheet("B")).Select(row => row[0]).ShouldBe([.. Enumerable.Range(2, rows - 1).Select(i => $"{i}"), $"{Enumerable.Range(2, rows - 1).Sum()}"]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+46701740605")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("'apostrof")]
    [InlineData("\t=cmd|' /C calc'!A0")]
    [InlineData("8946010000000000012")]
    [InlineData("007")]
    [InlineData("2026-03-01")]
    [InlineData("TRUE")]
    public void Text_stays_text_whatever_it_looks_like(string text)
    {
        using var file = Texts([text]);
        using var book = new XLWorkbook(file);
        var cell = book.Worksheet(1).Cell(2, 1);
        (cell.HasFormula, cell.DataType, cell.GetString(), cell.Style.NumberFormat.NumberFormatId).ShouldBe((false, XLDataType.Text, text, 49));
    }

    [Fact]
    public void Any_text_gives_a_file_that_reads()
    {
        var random = new Random(4711);
        var texts = Enumerable.Range(0, 500).Select(_ => new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => (char)random.Next(0, 0x10000))])).ToList();
        texts.AddRange(["  kanter  ", "rad\nrad", "_x0041_", "a\u0001b", "\uD800x", new string('å', 40_000), new string('x', 32_766) + "😀"]);

        using var file = Texts(texts);

        using var document = SpreadsheetDocument.Open(file, false);
        new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
        var read = document.WorkbookPart!.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>().Select(item => CellTextTests.Unescape(item.Text!.Text)).ToList();
        var expected = texts.SkipLast(2).Select(CellTextTests.Whole).Append(new string('å', CellText.MaxLength)).Append(new string('x', 32_766)).Prepend("A").Where(text => text.Length > 0).Distinct().ToList(); // an empty one is no cell
        read.Count.ShouldBe(expected.Count);
        read.Zip(expected).Where(pair => pair.First != pair.Second.Replace('\r', '\n')).Select(pair => pair.Second).ShouldBeEmpty("a line break is one");
    }

    [Fact]
    public void A_row_with_too_few_cells_is_an_error()
    {
        using var writer = new ReportWorkbook(new MemoryStream(), "A", Columns, null, CancellationToken.None);
        writer.Text("x");
        Should.Throw<InvalidOperationException>(writer.EndRow);
        Should.Throw<InvalidOperationException>(writer.Complete);
    }

    [Fact]
    public void Nobody_waiting_ends_the_reading()
    {
        using var stop = new CancellationTokenSource();
        using var writer = new ReportWorkbook(new MemoryStream(), "A", Columns, null, stop.Token);
        stop.Cancel();
        Should.Throw<OperationCanceledException>(() =>
        {
            for (var i = 0; i < 1000; i++) Row(writer, "x", i);
        });
    }

    private static void Fill(IWorkbook writer, SheetHead? head)
    {
        Row(writer, "=Åsa <&>\nrad", 1);
        Row(writer, null, long.MaxValue / 1_000_000);
        writer.Next("samtal", [new("N", SheetColumnType.Whole) { IsSummed = true }, new("T", SheetColumnType.Text)], head);
        writer.Whole(7);
        writer.Text("x");
        writer.EndRow();
        writer.Next("Tom: [1]", [new("N", SheetColumnType.Whole) { IsSummed = true }], head);
        writer.Complete();
    }

    private static void Row(IRowWriter writer, string? text, long number)
    {
        writer.Text("+46701740605");
        writer.Whole(number);
        writer.Amount(new Money(12_345));
        writer.Day(new DateOnly(2026, 3, 29));
        writer.Time(new DateTime(2026, 3, 29, 3, 30, 15));
        writer.Duration(90_061);
        writer.Fraction(text is null ? null : -1.2345m);
        writer.Text(text);
        writer.EndRow();
    }

    private static MemoryStream Texts(IEnumerable<string> texts)
    {
        var file = new MemoryStream();
        using var writer = new ReportWorkbook(file, "Blad", [new("A", SheetColumnType.Text)], null, CancellationToken.None);
        foreach (var text in texts)
        {
            writer.Text(text);
            writer.EndRow();
        }

        writer.Complete();
        return file;
    }

    // ClosedXML keeps texts in a part of their own.
    private static bool IsFormatted(Stream file)
    {
        using var document = SpreadsheetDocument.Open(file, false);
        return document.WorkbookPart!.SharedStringTablePart is not null;
    }

    private static List<string> Look(Stream file)
    {
        using var book = new XLWorkbook(file);
        return [.. book.Worksheets.SelectMany(sheet => Look(sheet).Prepend($"# {sheet.Name}"))];
    }

    private static IEnumerable<string> Look(IXLWorksheet sheet)
    {
        yield return $"{sheet.SheetView.SplitRow} {sheet.SheetView.SplitColumn} {sheet.AutoFilter.Range.RangeAddress}";
        foreach (var column in sheet.ColumnsUsed()) yield return $"{column.ColumnLetter()}: {column.Width:0.#} {column.Style.NumberFormat.Format} {column.Style.NumberFormat.NumberFormatId}";
        foreach (var row in sheet.RowsUsed())
        {
            yield return $"{row.RowNumber()}: {row.Height}";
            foreach (var cell in row.CellsUsed(XLCellsUsedOptions.All).Where(cell => !cell.IsEmpty() || cell.Style.Font.Bold))
            {
                var style = cell.Style;
                yield return $"{cell.Address} {cell.DataType} {cell.Value} | {style.NumberFormat.NumberFormatId} {style.NumberFormat.Format} | {style.Font.FontName} {style.Font.FontSize} {style.Font.Bold} {style.Font.FontColor} "
                    + $"| {style.Fill.PatternType} {style.Fill.BackgroundColor} | {style.Border.TopBorder} | {style.Alignment.Vertical} {style.Alignment.WrapText}";
            }
        }
    }
}
