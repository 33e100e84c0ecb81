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

    private static async Task<(int Code, string Output)> RunAsync(string script)
    {
        var start = new ProcessStartInfo(Python, ["-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
