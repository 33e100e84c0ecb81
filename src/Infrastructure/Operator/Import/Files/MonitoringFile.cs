using Connect.Application.Operator;
using Connect.Domain.Monitoring;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import.Files;

/// <summary>Measurements of services: read as a stream, whatever their number.</summary>
internal sealed class MonitoringFile(MonitoringWriter writer, DbSession db, TimeProvider clock) : IImportFile
{
    private const long MostBits = 100_000_000_000_000;
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromHours(1);
    private static readonly Stmt SelectOthers = "SELECT Id FROM Subscription WHERE Kind NOT IN (1, 2)";

    public string Name => Kinds.Monitoring;

    public string Description =>
        "Monitoring of broadband and capacity. Read as a stream, so that millions of rows fit. Load the measurements of five minutes as they come, late or again: hours and days are "
        + "made of them. Five minutes are kept for 7 days, hours for 6 months, days for 3 years; hours and days can be loaded too, as the history of another system. "
        + "A service is shown as monitored from its first five minutes on, and as up while anything of the newest ones was available.";

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Organisation(),
        Column.Reference("subscription", Kinds.Subscriptions, "The service: broadband or capacity.").Required(),
        Column.Instant("time", "When the stretch began; taken as the five minutes, hour or Swedish day that hold it.").Required(),
        Column.Choice<MonitoringResolution>("resolution", "How long the stretch is; fiveMinutes unless given."),
        Column.Number("inBitsPerSecond", 0, MostBits, "Mean traffic to the customer; empty when it was not measured."),
        Column.Number("outBitsPerSecond", 0, MostBits, "Mean traffic from the customer; empty when it was not measured."),
        Column.Decimal("latencyMilliseconds", 3, 600_000, "Mean time there and back; empty when nothing came back."),
        Column.Decimal("packetLossPercent", 2, 100, "Share of packets that were lost; empty when it was not measured."),
        Column.Decimal("availabilityPercent", 2, 100, "Share of the time that the service was there; 0 is down.").Required(),
    ];

    public async Task<long> CheckAsync(Load load, string file, CancellationToken cancellation)
    {
        var rows = 0L;
        await load.References.LoadAsync(Kinds.Organisations, cancellation);
        await load.References.LoadAsync(Kinds.Subscriptions, cancellation);
        var others = (await db.ListAsync<Guid>(SelectOthers, null, cancellation)).ToHashSet();
        var latest = clock.GetUtcNow() + ClocksDiffer;
        foreach (var row in load.Csv.Rows(file, Columns))
        {
            cancellation.ThrowIfCancellationRequested();
            if (row.IsGood) Check(load, file, row, others, latest);
            load.Tell(file, true, ++rows);
        }

        return rows;
    }

    public Task<ImportedFile> ApplyAsync(Load load, string file, long skip, CancellationToken cancellation) =>
        writer.ApplyAsync(load, file, load.Csv.Rows(file, Columns), skip, cancellation);

    private static void Check(Load load, string file, ImportRow row, HashSet<Guid> others, DateTimeOffset latest)
    {
        var subscription = row.Text("subscription")!;
        if (load.References.Find(Kinds.Subscriptions, References.Key(Kinds.Subscriptions, row.Text("organisation"), subscription)) is not { } id)
            load.Problems.Add(file, row.Line, "subscription", "Reference", subscription, Kinds.Subscriptions);
        else if (others.Contains(id)) load.Problems.Add(file, row.Line, "subscription", "NotMonitored");
        if ((DateTimeOffset)row["time"]! > latest) load.Problems.Add(file, row.Line, "time", "InFuture");
    }
}
