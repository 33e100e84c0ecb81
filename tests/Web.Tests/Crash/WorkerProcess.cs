using System.Diagnostics;

namespace Connect.Web.Tests.Crash;

/// <summary>The real program as a worker in a process of its own, which can be killed at any moment.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;

    public WorkerProcess(string folder, string database, string operatorAddress, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var argument in Arguments(folder, database, operatorAddress).Concat(more)) start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Testing";
        _process = Process.Start(start)!;
        // Nobody reads it, but a full pipe would stop the process.
        _process.BeginOutputReadLine();
        _process.ErrorDataReceived += (_, line) => Errors += line.Data;
        _process.BeginErrorReadLine();
    }

    public string Errors { get; private set; } = "";

    public bool HasExited => _process.HasExited;

    /// <summary>SIGKILL: no handler, no flush, no goodbye.</summary>
    public void Kill()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>SIGTERM, as a service manager stops a program.</summary>
    /// <returns>The exit code; null when it was still there after the limit.</returns>
    public async Task<int?> StopAsync(TimeSpan limit)
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"])) await kill.WaitForExitAsync();
        using var patience = new CancellationTokenSource(limit);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private static string[] Arguments(string folder, string database, string operatorAddress) =>
    [
        Path.Combine(AppContext.BaseDirectory, "Connect.Web.dll"), "--role", "worker", "--data", folder, "--urls", "http://127.0.0.1:0",
        "--Database:ConnectionString", database, "--Operator:Gateway", "Http", "--Operator:Gateway:BaseUrl", operatorAddress, "--Operator:Gateway:Secret", "crash",
        "--Operator:Gateway:Timeout", $"{CrashTests.TimeOut}", "--Work:Lease", "00:00:03", "--Work:BackOff", "00:00:00.2", "--Work:MaxBackOff", "00:00:01",
        "--Work:MaxAttempts", "200", "--Work:MaxLostLeases", "100", "--Work:LookEvery", "00:00:00.2", "--Serilog:MinimumLevel:Default", "Error",
    ];
}
