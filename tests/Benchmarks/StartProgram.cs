using System.Diagnostics;
using System.Net.Sockets;

namespace Connect.Benchmarks;

/// <summary>Row h: from starting the process to listening, with the demo customer in the database, against an empty ASP.NET Core program.</summary>
public sealed class StartProgram : IScenario
{
    private const int ProductPort = 5165, FloorPort = 5166;
    private static readonly TimeSpan FirstStart = TimeSpan.FromMinutes(2);
    private readonly string _data = Directory.CreateTempSubdirectory("connect-bench-start-").FullName;

    public string Name => "h. start of the program";

    public Limit Limit { get; } = new(2, TimeSpan.FromSeconds(0.5));

    // Makes the database and the demo customer.
    public Task PrepareAsync(CancellationToken cancellation) => ListeningAsync(Product(), ProductPort, cancellation);

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

    // The product's own output, of the same configuration as this program: src/Web/bin/Release/net10.0.
    private static string ProductFile()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var root = output.Parent!.Parent!.Parent!.Parent!.Parent!;
        return Path.Combine(root.FullName, "src", "Web", "bin", output.Parent.Name, output.Name, "Connect.Web.dll");
    }

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
