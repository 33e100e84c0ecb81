using System.Globalization;
using System.Text;
using Connect.Application.Common.Ports;
using Connect.Application.Operator;
using Connect.Domain.Monitoring;
using Connect.Infrastructure.Monitoring;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Tests.Operator;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Monitoring;

/// <summary>The sample of the import with its broadband service S4, measurements to load for it, and the jobs run by hand.</summary>
internal sealed class MonitoringScene(DatabaseEngine engine) : IAsyncDisposable
{
    public const string Header = "organisation;subscription;time;resolution;inBitsPerSecond;outBitsPerSecond;latencyMilliseconds;packetLossPercent;availabilityPercent\n";
    private static readonly Stmt SelectSeq = "SELECT Seq FROM Subscription WHERE ExternalId = 'S4'";
    private static readonly Stmt SelectState = "SELECT IsUp, Since, SampledAt FROM MonitoringState WHERE SubscriptionSeq = @seq";

    public ImportWorld Import { get; } = new(engine);
    public long Seq { get; private set; }

    public static async Task<MonitoringScene> MakeAsync(DatabaseEngine engine)
    {
        var scene = new MonitoringScene(engine);
        (await scene.Import.SampleWithAsync(("monitoring.csv", _ => Header))).Problems.ShouldBeEmpty();
        scene.Seq = await scene.AskAsync(db => db.FirstOrDefaultAsync<long>(SelectSeq));
        return scene;
    }

    /// <summary>Rows of five minutes from the instant on.</summary>
    public static string Rows(DateTimeOffset from, int count, long inBits = 1000, bool up = true)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
            text.Append(CultureInfo.InvariantCulture, $"O1;S4;{from.AddMinutes(5 * i):yyyy-MM-ddTHH:mm:ssZ};;{(up ? inBits : 0)};{(up ? 10 : 0)};{(up ? "4.5" : "")};{(up ? 0 : 100)};{(up ? 100 : 0)}\n");
        return text.ToString();
    }

    public async Task<ImportedFile> LoadAsync(params string[] rows)
    {
        var report = await Import.LoadAsync(("monitoring.csv", Header + string.Concat(rows)));
        report.Problems.ShouldBeEmpty();
        return report.Files.ShouldHaveSingleItem();
    }

    /// <summary>What a load has asked for.</summary>
    public Task RollUpAsync() => Import.Scope.RunAsync(async services =>
    {
        var handler = services.GetServices<IWorkHandler>().Single(work => work.Kind == "monitoring.roll-up");
        await handler.RunAsync(new DueWork(Guid.CreateVersion7(), handler.Kind, Guid.Empty, null, "key", 1), CancellationToken.None);
        return true;
    });

    /// <summary>What is done at night.</summary>
    public Task NightAsync() => Import.Scope.RunAsync(async services =>
    {
        await services.GetServices<IRecurringWork>().Single(work => work.Name == "monitoring").RunAsync(CancellationToken.None);
        return true;
    });

    public Task<IReadOnlyList<MonitoringPoint>> PointsAsync(MonitoringResolution resolution) =>
        AskAsync(db => db.ListAsync<MonitoringPoint>(MonitoringRows.Of(resolution).Select, new { seq = Seq, from = DateTimeOffset.UnixEpoch, to = DateTimeOffset.UnixEpoch.AddYears(200) }));

    public async Task<MonitoringState?> StateAsync() => await AskAsync(db => db.FirstOrDefaultAsync<StateRow>(SelectState, new { seq = Seq })) is { } row ? new(row.IsUp, row.Since, row.SampledAt) : null;

    public ValueTask DisposeAsync() => Import.DisposeAsync();

    private Task<T> AskAsync<T>(Func<DbSession, Task<T>> question) => Import.Scope.RunAsync(services => question(services.GetRequiredService<DbSession>()));

    private sealed record StateRow
    {
        public bool IsUp { get; init; }
        public DateTimeOffset Since { get; init; }
        public DateTimeOffset SampledAt { get; init; }
    }
}
