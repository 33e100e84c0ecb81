using System.Diagnostics;
using System.Net.Sockets;

namespace Connect.Benchmarks;

/// <summary>
/// Row h: from starting the published program to listening, with the whole demo customer in the database, against an empty ASP.NET
/// Core program. <c>./build.sh --target=Bench</c> publishes it first.
/// </summary>
public sealed class StartProgram : IScenario
{
    private const int ProductPort = 5165, FloorPort = 5166;
    private static readonly TimeSpan FirstStart = TimeSpan.FromMinutes(2);
    private static readonly string Runtime = OperatingSystem.IsWindows() ? "win-x64" : "linux-x64";
    private readonly string _data = Directory.CreateTempSubdirectory("connect-bench-start-").FullName;

    public string Name => "h. start of the program";

    public Limit Limit { get; } = new(2, TimeSpan.FromSeconds(0.5));

    // The whole demo customer, traffic included: a start that still has something to load is another matter.
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        if (!File.Exists(ProductFile())) throw new FileNotFoundException("The program is not published: ./build.sh --target=Publish", ProductFile());
        using var demo = Process.Start(Dotnet(ProductFile(), "demo", "--data", _data))!;
        demo.BeginOutputReadLine();
        demo.BeginErrorReadLine();
        await demo.WaitForExitAsync(cancellation);
        if (demo.ExitCode != 0) throw new InvalidOperationException("The demo data does not load.");
    }

    public async Task<TimeSpan?> ProductAsync(CancellationToken cancellation) => await ListeningAsync(Product(), ProductPort, cancellation);

    public async Task<TimeSpan?> FloorAsync(CancellationToken cancellation) => await ListeningAsync(Floor(), FloorPort, cancellation);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_data, recursive: true);
        return ValueTask.CompletedTask;
    }

    private ProcessStartInfo Product() => Dotnet(ProductFile(), "--urls", $"http://127.0.0.1:{ProductPort}", "--data", _data);

    private static ProcessStartInfo Floor() => Dotnet(typeof(StartProgram).Assembly.Location, EmptyProgram.Argument, $"http://127.0.0.1:{FloorPort}");

    private static ProcessStartInfo Dotnet(string file, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [file, .. arguments]) { WorkingDirectory = Path.GetDirectoryName(file), RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        return start;
    }

    // This program stands in tests/Benchmarks/bin/Release/net10.0 of the repository.
    private static string ProductFile() =>
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "..", "artifacts", "publish", Runtime, "Connect.Web.dll"));

    private static async Task<TimeSpan> ListeningAsync(ProcessStartInfo start, int port, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            while (!await ConnectsAsync(port, cancellation))
            {
                if (process.HasExited || Stopwatch.GetElapsedTime(started) > FirstStart) throw new InvalidOperationException($"{start.ArgumentList[0]} does not start.");
                await Task.Delay(5, cancellation);
            }

            return Stopwatch.GetElapsedTime(started);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<bool> ConnectsAsync(int port, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
