using Connect.Domain.Monitoring;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Monitoring;

/// <summary>Where the measurements of a resolution are stored, and the statements to read and change them.</summary>
internal sealed class MonitoringRows
{
    private static readonly Stmt SelectSamples = """
        SELECT At, 1 AS Samples, InBits, InBits AS InMost, OutBits, OutBits AS OutMost, Latency, Loss, Availability
        FROM MonitoringSample WHERE SubscriptionSeq = @seq AND At >= @from AND At < @to ORDER BY At
        """;

    private static readonly Stmt SelectHours = """
        SELECT At, Samples, InBits, InMost, OutBits, OutMost, Latency, Loss, Availability
        FROM MonitoringHour WHERE SubscriptionSeq = @seq AND At >= @from AND At < @to ORDER BY At
        """;

    private static readonly Stmt SelectDays = """
        SELECT At, Samples, InBits, InMost, OutBits, OutMost, Latency, Loss, Availability
        FROM MonitoringDay WHERE SubscriptionSeq = @seq AND At >= @from AND At < @to ORDER BY At
        """;

    private static readonly Stmt UpdateSample = """
        UPDATE MonitoringSample SET InBits = @InBits, OutBits = @OutBits, Latency = @Latency, Loss = @Loss, Availability = @Availability
        WHERE SubscriptionSeq = @Seq AND At = @At
        """;

    private static readonly Stmt UpdateHour = """
        UPDATE MonitoringHour SET Samples = @Samples, InBits = @InBits, InMost = @InMost, OutBits = @OutBits, OutMost = @OutMost,
            Latency = @Latency, Loss = @Loss, Availability = @Availability
        WHERE SubscriptionSeq = @Seq AND At = @At
        """;

    private static readonly Stmt UpdateDay = """
        UPDATE MonitoringDay SET Samples = @Samples, InBits = @InBits, InMost = @InMost, OutBits = @OutBits, OutMost = @OutMost,
            Latency = @Latency, Loss = @Loss, Availability = @Availability
        WHERE SubscriptionSeq = @Seq AND At = @At
        """;

    private static readonly Stmt SelectOldestSample = Stmt.Top("SELECT At FROM MonitoringSample WHERE SubscriptionSeq = @seq AND At < @before ORDER BY At");
    private static readonly Stmt SelectOldestHour = Stmt.Top("SELECT At FROM MonitoringHour WHERE SubscriptionSeq = @seq AND At < @before ORDER BY At");
    private static readonly Stmt SelectOldestDay = Stmt.Top("SELECT At FROM MonitoringDay WHERE SubscriptionSeq = @seq AND At < @before ORDER BY At");
    private static readonly Stmt DeleteSamples = "DELETE FROM MonitoringSample WHERE SubscriptionSeq = @seq AND At < @until";
    private static readonly Stmt DeleteHours = "DELETE FROM MonitoringHour WHERE SubscriptionSeq = @seq AND At < @until";
    private static readonly Stmt DeleteDays = "DELETE FROM MonitoringDay WHERE SubscriptionSeq = @seq AND At < @until";

    private static readonly string[] SampleColumns = ["SubscriptionSeq", "At", "InBits", "OutBits", "Latency", "Loss", "Availability"];
    private static readonly string[] RolledColumns = ["SubscriptionSeq", "At", "Samples", "InBits", "InMost", "OutBits", "OutMost", "Latency", "Loss", "Availability"];

    public static readonly MonitoringRows Samples = new()
    {
        Resolution = MonitoringResolution.FiveMinutes, Table = "MonitoringSample", Columns = SampleColumns, Values = SampleOf,
        Select = SelectSamples, Update = UpdateSample, SelectOldest = SelectOldestSample, Delete = DeleteSamples, AtOnce = TimeSpan.FromDays(7),
    };

    public static readonly MonitoringRows Hours = new()
    {
        Resolution = MonitoringResolution.Hour, Table = "MonitoringHour", Columns = RolledColumns, Values = RolledOf,
        Select = SelectHours, Update = UpdateHour, SelectOldest = SelectOldestHour, Delete = DeleteHours, AtOnce = TimeSpan.FromDays(84),
    };

    public static readonly MonitoringRows Days = new()
    {
        Resolution = MonitoringResolution.Day, Table = "MonitoringDay", Columns = RolledColumns, Values = RolledOf,
        Select = SelectDays, Update = UpdateDay, SelectOldest = SelectOldestDay, Delete = DeleteDays, AtOnce = TimeSpan.FromDays(2000),
    };

    public static readonly IReadOnlyList<MonitoringRows> All = [Samples, Hours, Days];

    private MonitoringRows() { }

    public required MonitoringResolution Resolution { get; init; }
    public required string Table { get; init; }
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>A row to insert.</summary>
    public required Func<long, MonitoringPoint, IReadOnlyList<object?>> Values { get; init; }

    /// <summary>From <c>@from</c> on, before <c>@to</c>, oldest first.</summary>
    public required Stmt Select { get; init; }

    public required Stmt Update { get; init; }
    public required Stmt SelectOldest { get; init; }
    public required Stmt Delete { get; init; }

    /// <summary>So much of one service is removed by one statement.</summary>
    public required TimeSpan AtOnce { get; init; }

    public static MonitoringRows Of(MonitoringResolution resolution) => All.Single(rows => rows.Resolution == resolution);

    /// <summary>The parameters of <see cref="Update"/>.</summary>
    public static object Changed(long seq, MonitoringPoint point) => new
    {
        Seq = seq, point.At, point.Samples, point.InBits, point.InMost, point.OutBits, point.OutMost, point.Latency, point.Loss, point.Availability,
    };

    private static IReadOnlyList<object?> SampleOf(long seq, MonitoringPoint point) =>
        [seq, point.At, point.InBits, point.OutBits, point.Latency, point.Loss, point.Availability];

    private static IReadOnlyList<object?> RolledOf(long seq, MonitoringPoint point) =>
        [seq, point.At, point.Samples, point.InBits, point.InMost, point.OutBits, point.OutMost, point.Latency, point.Loss, point.Availability];
}
