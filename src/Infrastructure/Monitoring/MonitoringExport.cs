using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Monitoring;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Domain.Monitoring;
using Connect.Domain.Users;

namespace Connect.Infrastructure.Monitoring;

/// <summary>SVC-3: what was measured of a service in a period, a row a stretch.</summary>
internal sealed class MonitoringExport(IMonitoring monitoring, ICurrentUser user) : Export<MonitoringReport>
{
    private const decimal BitsPerMegabit = 1_000_000;

    private static readonly string[] Measured = ["In", "Out", "Latency", "Loss", "Availability"], Rolled = ["In", "InMost", "Out", "OutMost", "Latency", "Loss", "Availability"];

    public override string Kind => MonitoringReport.Kind;

    protected override IReadOnlyList<Right> RightsFor(MonitoringReport parameters) => [Right.ViewSubscriptions];

    protected override IReadOnlyList<ExportParameter> Describe(MonitoringReport parameters) =>
    [
        new(Text.Get("Reports.Service"), parameters.UserName),
        new(Text.Get("Reports.Period"), $"{Format.Instant(parameters.Window.From)} – {Format.Instant(parameters.Window.To)}"),
        new(Text.Get("Monitoring.Resolution"), Text.Get($"Monitoring.Resolution.{parameters.Window.Resolution}")),
    ];

    protected override async Task<ExportSheet> OpenAsync(MonitoringReport parameters, CancellationToken cancellation)
    {
        // Gone from the reach since it was ordered: nothing is told of it.
        var service = await monitoring.FindAsync(user.Reach, parameters.SubscriptionId, cancellation);
        var points = service is null ? [] : await monitoring.ListAsync(service, parameters.Window, cancellation);
        var isRolled = parameters.Window.Resolution != MonitoringResolution.FiveMinutes;
        var time = new SheetColumn(Text.Get("Monitoring.Column.Time"), SheetColumnType.Time);
        var measured = (isRolled ? Rolled : Measured).Select(column => new SheetColumn(Text.Get($"Monitoring.Column.{column}"), SheetColumnType.Fraction));
        return new(Text.Get("Monitoring.Title"), [time, .. measured], points.Count, (rows, stop) =>
        {
            foreach (var point in points.Select(MonitoringLine.Of)) Write(point, rows, isRolled);
            return Task.CompletedTask;
        });
    }

    private static void Write(MonitoringLine point, IRowWriter rows, bool isRolled)
    {
        rows.Time(StockholmTime.LocalOf(point.At).DateTime);
        rows.Fraction(point.InBitsPerSecond / BitsPerMegabit);
        if (isRolled) rows.Fraction(point.HighestInBitsPerSecond / BitsPerMegabit);
        rows.Fraction(point.OutBitsPerSecond / BitsPerMegabit);
        if (isRolled) rows.Fraction(point.HighestOutBitsPerSecond / BitsPerMegabit);
        rows.Fraction(point.LatencyMilliseconds);
        rows.Fraction(point.PacketLossPercent);
        rows.Fraction(point.AvailabilityPercent);
        rows.EndRow();
    }
}
