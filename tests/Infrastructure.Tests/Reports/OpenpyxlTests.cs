using System.Diagnostics;
using Connect.Application.Reports;

namespace Connect.Infrastructure.Tests.Reports;

/// <summary>The same file in the eyes of another reader. Debian: <c>apt-get install python3-openpyxl</c>.</summary>
public sealed class OpenpyxlTests
{
    private const string Python = "/usr/bin/python3";

    [Fact]
    public async Task Openpyxl_reads_the_types()
    {
        if (!File.Exists(Python) || (await RunAsync("import openpyxl")).Code != 0) Assert.Skip("python3-openpyxl is not installed.");
        SheetColumn[] columns =
        [
            new("Text", SheetColumnType.Text), new("Antal", SheetColumnType.Whole), new("Belopp", SheetColumnType.Amount), new("Dag", SheetColumnType.Day),
            new("Tid", SheetColumnType.Time), new("Längd", SheetColumnType.Duration), new("MB", SheetColumnType.Fraction),
        ];
        using var file = WorkbookWriterTests.Written(columns, writer => WorkbookWriterTests.Row(writer, "=Åsa <&>"));
        var path = Path.Combine(Directory.CreateTempSubdirectory("connect-test-").FullName, "a.xlsx");
        await File.WriteAllBytesAsync(path, file.ToArray(), TestContext.Current.CancellationToken);

        var (code, output) = await RunAsync($"""
            import openpyxl
            sheet = openpyxl.load_workbook(r'{path}').active
            print(sheet.freeze_panes, sheet.auto_filter.ref)
            for cell in sheet[2]: print(type(cell.value).__name__, cell.data_type, cell.value)
            """);

        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        code.ShouldBe(0, output);
        output.Trim().ReplaceLineEndings("\n").ShouldBe("""
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
        if (!File.Exists(Python) || (await RunAsync("import openpyxl")).Code != 0) Assert.Skip("python3-openpyxl is not installed.");
        using var file = WorkbookSheetsTests.Report();
        var path = Path.Combine(Directory.CreateTempSubdirectory("connect-test-").FullName, "a.xlsx");
        await File.WriteAllBytesAsync(path, file.ToArray(), TestContext.Current.CancellationToken);

        var (code, output) = await RunAsync($"""
            import openpyxl
            book = openpyxl.load_workbook(r'{path}')
            for sheet in book: print(sheet.title, sheet.freeze_panes, sheet.auto_filter.ref, sheet['A1'].value)
            for row in book.worksheets[0].iter_rows(min_row=4): print([(type(cell.value).__name__, str(cell.value)) for cell in row])
            print(book.worksheets[0]['A1'].font.b, book.worksheets[0]['C6'].font.b, book.worksheets[0]['C6'].number_format, book.worksheets[0]['B6'].number_format)
            """);

        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        code.ShouldBe(0, output);
        output.Trim().ReplaceLineEndings("\n").ShouldBe("""
            Samtal A4 A3:D5 Trafik
            Data A4 A3:B4 Trafik
            [('str', '+46701740605'), ('timedelta', '20:00:00'), ('float', '1.2345'), ('datetime', '2026-03-01 12:00:01')]
            [('str', '0701'), ('timedelta', '10:00:01'), ('int', '2'), ('NoneType', 'None')]
            [('str', 'Summa'), ('timedelta', '1 day, 6:00:01'), ('float', '3.2345'), ('NoneType', 'None')]
            True True #,##0.00##\ "kr" [h]:mm:ss
            """.ReplaceLineEndings("\n"));
    }

    private static async Task<(int Code, string Output)> RunAsync(string script)
    {
        var start = new ProcessStartInfo(Python, ["-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
