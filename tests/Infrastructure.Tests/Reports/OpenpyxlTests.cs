using Connect.Application.Reports;

namespace Connect.Infrastructure.Tests.Reports;

/// <summary>The same file in the eyes of another reader. Debian: <c>apt-get install python3-openpyxl</c>.</summary>
public sealed class OpenpyxlTests
{
    [Fact]
    public async Task Openpyxl_reads_the_types()
    {
        await Openpyxl.NeedAsync();
        SheetColumn[] columns =
        [
            new("Text", SheetColumnType.Text), new("Antal", SheetColumnType.Whole), new("Belopp", SheetColumnType.Amount), new("Dag", SheetColumnType.Day),
            new("Tid", SheetColumnType.Time), new("Längd", SheetColumnType.Duration), new("MB", SheetColumnType.Fraction),
        ];
        using var file = WorkbookWriterTests.Written(columns, writer => WorkbookWriterTests.Row(writer, "=Åsa <&>"));

        var output = await Openpyxl.ReadAsync(file, """
            import openpyxl
            sheet = openpyxl.load_workbook(path).active
            print(sheet.freeze_panes, sheet.auto_filter.ref)
            for cell in sheet[2]: print(type(cell.value).__name__, cell.data_type, cell.value)
            """);

        output.ShouldBe("""
            A2 A1:G2
            str s =Åsa <&>
            int n 1
            float n 1.2345
            datetime d 2026-03-01 00:00:00
            datetime d 2026-03-01 12:00:01
            timedelta d 0:01:01
            NoneType n None
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Openpyxl_reads_the_sheets_of_a_report()
    {
        await Openpyxl.NeedAsync();
        using var file = WorkbookSheetsTests.Report();

        var output = await Openpyxl.ReadAsync(file, """
            import openpyxl
            book = openpyxl.load_workbook(path)
            for sheet in book: print(sheet.title, sheet.freeze_panes, sheet.auto_filter.ref, sheet['A1'].value)
            for row in book.worksheets[0].iter_rows(min_row=4): print([(type(cell.value).__name__, str(cell.value)) for cell in row])
            print(book.worksheets[0]['A1'].font.b, book.worksheets[0]['C6'].font.b, book.worksheets[0]['C6'].number_format, book.worksheets[0]['B6'].number_format)
            """);

        output.ShouldBe("""
            Samtal A4 A3:D5 Trafik
            Data A4 A3:B4 Trafik
            [('str', '+46701740605'), ('timedelta', '20:00:00'), ('float', '1.2345'), ('datetime', '2026-03-01 12:00:01')]
            [('str', '0701'), ('timedelta', '10:00:01'), ('int', '2'), ('NoneType', 'None')]
            [('str', 'Summa'), ('timedelta', '1 day, 6:00:01'), ('float', '3.2345'), ('NoneType', 'None')]
            True True #,##0.00##\ "kr" [h]:mm:ss
            """.ReplaceLineEndings("\n"));
    }
}
