using System.Diagnostics;

namespace Connect.Infrastructure.Tests.Reports;

/// <summary>Another reader of Excel files. Debian: <c>apt-get install python3-openpyxl</c>.</summary>
internal static class Openpyxl
{
    private const string Python = "/usr/bin/python3";

    /// <summary>Skips the test where it is not installed.</summary>
    public static async Task NeedAsync()
    {
        if (!File.Exists(Python) || (await RunAsync("import openpyxl")).Code != 0) Assert.Skip("python3-openpyxl is not installed.");
    }

    /// <summary>What the script prints, which finds the file at <c>path</c>.</summary>
    public static async Task<string> ReadAsync(Stream file, string script)
    {
        var folder = Directory.CreateTempSubdirectory("connect-test-");
        try
        {
            var path = Path.Combine(folder.FullName, "a.xlsx");
            if (file.CanSeek) file.Position = 0;
            await using (var copy = File.Create(path)) await file.CopyToAsync(copy, TestContext.Current.CancellationToken);
            var (code, output) = await RunAsync($"path = r'{path}'\n{script}");
            code.ShouldBe(0, output);
            return output.Trim().ReplaceLineEndings("\n");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(int Code, string Output)> RunAsync(string script)
    {
        var start = new ProcessStartInfo(Python, ["-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["PYTHONIOENCODING"] = "utf-8" } };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
