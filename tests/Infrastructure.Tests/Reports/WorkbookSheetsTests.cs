using ClosedXML.Excel;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Infrastructure.Reports.Excel;
using Connect.TestKit;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Connect.Infrastructure.Tests.Reports;

/// <summary>A report's file: title, what was asked for, sums, and further sheets.</summary>
public sealed class WorkbookSheetsTests
{
    private static readonly SheetHead Head = new("Trafik", [new("Konto", "Alla konton"), new("Period", "2026-03-01 – 2026-03-31")]);

    [Fact]
    [Covers("REP-0", "title, parameters and sums")]
    public void Title_and_what_was_asked_stand_above_the_columns_and_the_sums_below_the_rows()
    {
        using var file = Report();
        using (var document = SpreadsheetDocument.Open(file, false))
            new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
        file.Position = 0;
        using var book = new XLWorkbook(file);
        var sheet = book.Worksheet("Samtal");
        (sheet.Cell(1, 1).GetString(), sheet.Cell(2, 1).GetString()).ShouldBe(("Trafik", "Konto: Alla konton · Period: 2026-03-01 – 2026-03-31"));
        (sheet.SheetView.SplitRow, sheet.AutoFilter.Range.RangeAddress.ToString()).ShouldBe((3, "A3:D5"));
        ExportScene.Rows(sheet)[^1].ShouldBe(["Summa", "108001 s", "3.2345", ""]);
        sheet.Cell(6, 3).Style.Font.Bold.ShouldBeTrue();
        sheet.Cell(6, 3).Style.Border.TopBorder.ShouldBe(XLBorderStyleValues.Thin);
        sheet.Cell(1, 1).Style.Font.FontSize.ShouldBe(SheetLook.TitleSize);
        ExportScene.Rows(book.Worksheet("Data")).ShouldBe([["7", "x"], ["7", ""]], "a first column of numbers has its sum, and no word");
    }

    [Fact]
    public void A_sheet_without_rows_has_no_sums()
    {
        using var file = new MemoryStream();
        using (var writer = new WorkbookWriter(file, "A", [new("N", SheetColumnType.Whole) { IsSummed = true }], Head, CancellationToken.None)) writer.Complete();
        using var book = new XLWorkbook(file);
        book.Worksheet(1).LastRowUsed().RowNumber().ShouldBe(3);
    }

    [Fact]
    public void Sheets_of_one_name_are_told_apart()
    {
        using var file = new MemoryStream();
        using (var writer = new WorkbookWriter(file, "Samtal", [new("N", SheetColumnType.Whole)]))
        {
            writer.Next("SAMTAL", [new("N", SheetColumnType.Whole)]);
            writer.Next("Data", [new("N", SheetColumnType.Whole)]);
            writer.Complete();
        }

        using var book = new XLWorkbook(file);
        book.Worksheets.Select(sheet => sheet.Name).ShouldBe(["Samtal", "SAMTAL (2)", "Data"]);
    }

    /// <summary>The sums of all parts stand below the last one, for which the last row of a sheet is kept.</summary>
    [Fact]
    public void A_full_sheet_is_followed_by_another_with_the_sums()
    {
        const int rows = WorkbookWriter.RowsPerSheet - 1;
        using var file = new MemoryStream();
        using (var writer = new WorkbookWriter(file, "A", [new("N", SheetColumnType.Whole) { IsSummed = true }], Head, CancellationToken.None))
        {
            for (var i = 0; i < rows; i++)
            {
                writer.Whole(1);
                writer.EndRow();
            }

            writer.Complete();
            writer.Rows.ShouldBe(rows);
        }

        using var document = SpreadsheetDocument.Open(file, false);
        var parts = document.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => (WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!)).ToList();
        parts.Count.ShouldBe(2);
        parts[0].Worksheet.Descendants<Row>().Count().ShouldBe(WorkbookWriter.RowsPerSheet);
        parts[1].Worksheet.Descendants<Row>().Last().Descendants<CellValue>().Single().Text.ShouldBe($"{rows}");
    }

    internal static MemoryStream Report()
    {
        SheetColumn[] calls =
        [
            new("Nummer", SheetColumnType.Phone), new("Samtal till mobil, tid", SheetColumnType.Duration) { IsSummed = true }, new("Kostnad", SheetColumnType.Amount) { IsSummed = true }, new("Tid", SheetColumnType.Time),
        ];
        var file = new MemoryStream();
        using (var writer = new WorkbookWriter(file, "Samtal", calls, Head, CancellationToken.None))
        {
            Write(writer, "+46701740605", 72_000, new Money(12_345), new DateTime(2026, 3, 1, 12, 0, 1));
            Write(writer, "0701", 36_001, Money.FromKronor(2), null);
            writer.Next("Data", [new("N", SheetColumnType.Whole) { IsSummed = true }, new("T", SheetColumnType.Text)], Head);
            writer.Whole(7);
            writer.Text("x");
            writer.EndRow();
            writer.Complete();
        }

        file.Position = 0;
        return file;
    }

    private static void Write(WorkbookWriter writer, string number, long seconds, Money cost, DateTime? at)
    {
        writer.Text(number);
        writer.Duration(seconds);
        writer.Amount(cost);
        writer.Time(at);
        writer.EndRow();
    }
}
