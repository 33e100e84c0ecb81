using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Domain.Reports;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Reports.Traffic;

/// <summary>REP 7 Trafikspecifikation: each call, message and data session of a number in a period.</summary>
internal sealed class TrafficReport(DbSession db, TrafficServices traffic, ICurrentUser user) : IReport
{
    public const string Kind = "traffic";

    public Report Definition { get; } = new()
    {
        Kind = Kind,
        Texts = new("Reports.Traffic", "Reports.TrafficHint", "Reports.TrafficInvoiceHint"),
        Rights = [Right.ViewSubscriptions],
        Period = new(PeriodPreset.SinceLastMonth, OfUsage: true),
        Number = FieldNeed.Must,
        HasCalledNumbers = true,
    };

    public async Task<IReadOnlyList<ReportSheet>> OpenAsync(ReportParameters parameters, CancellationToken cancellation)
    {
        var services = await traffic.ListAsync(user.Reach, parameters, cancellation);
        var estimate = 0L;
        foreach (var service in services) estimate += await traffic.EstimateAsync(user.Reach, service.Seq, parameters, cancellation);
        var columns = TrafficColumns.Of(parameters.CalledNumbers, withNumber: false);
        return
        [
            new(Text.Get("Reports.Traffic"), columns, (rows, first, stop) => WriteAsync(services, parameters, rows, first, stop))
            {
                Estimate = estimate,
                TotalAsync = stop => TotalAsync(services, parameters, stop),
            },
        ];
    }

    private async Task WriteAsync(IReadOnlyList<TrafficService> services, ReportParameters report, IRowWriter rows, int? first, CancellationToken cancellation)
    {
        var cells = new TrafficColumns(rows, report.CalledNumbers);
        foreach (var service in services)
        {
            var left = first - rows.Rows;
            if (left <= 0) return;
            await using var reader = await db.ReadAsync(left is null ? TrafficSql.All : TrafficSql.First, TrafficSql.Parameters(user.Reach, service.Seq, report, left ?? 0), cancellation);
            var row = new TrafficReader(reader, report.CalledNumbers);
            while (await reader.ReadAsync(cancellation)) cells.Write(row, service);
        }
    }

    private async Task<SheetTotals> TotalAsync(IReadOnlyList<TrafficService> services, ReportParameters report, CancellationToken cancellation)
    {
        var all = new TrafficSums();
        foreach (var service in services)
            all += await db.FirstOrDefaultAsync<TrafficSums>(TrafficSql.Sums, TrafficSql.Parameters(user.Reach, service.Seq, report), cancellation) ?? new();
        return all.Totals;
    }
}

/// <summary>Sums of a period.</summary>
internal sealed record TrafficSums
{
    public long Records { get; init; }
    public long Seconds { get; init; }
    public long Messages { get; init; }
    public long Bytes { get; init; }
    public Money Charge { get; init; }

    /// <summary>Under the keys of <see cref="TrafficColumns"/>.</summary>
    public SheetTotals Totals => new(Records, new Dictionary<string, object>
    {
        ["Duration"] = Seconds, ["Messages"] = Messages, ["Megabytes"] = Bytes / TrafficColumns.BytesPerMegabyte, ["Charge"] = Charge,
    });

    public static TrafficSums operator +(TrafficSums a, TrafficSums b) => new()
    {
        Records = a.Records + b.Records,
        Seconds = a.Seconds + b.Seconds,
        Messages = a.Messages + b.Messages,
        Bytes = a.Bytes + b.Bytes,
        Charge = a.Charge + b.Charge,
    };
}
