using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Reports;

/// <summary>REP 7 Trafikspecifikation: each call, message and data session of a number in a period.</summary>
internal sealed class TrafficExport(DbSession db, TrafficQueries traffic, ICurrentUser user) : Export<TrafficReport>
{
    private const decimal BytesPerMegabyte = 1_000_000;

    public override string Kind => GenerateTrafficReport.Kind;

    protected override IReadOnlyList<Right> RightsFor(TrafficReport parameters) => parameters.CalledNumbers == CalledNumbers.Shown
        ? [Right.RunReports, Right.ViewSubscriptions, Right.ViewCalledNumbers]
        : [Right.RunReports, Right.ViewSubscriptions];

    protected override IReadOnlyList<ExportParameter> Describe(TrafficReport parameters) =>
    [
        new(Text.Get("Reports.Number"), parameters.Number),
        new(Text.Get("Reports.Period"), $"{parameters.From:yyyy-MM-dd} – {parameters.To:yyyy-MM-dd}"),
        new(Text.Get("Reports.CalledNumbers"), Text.Get($"Reports.CalledNumbers.{parameters.CalledNumbers}")),
    ];

    protected override async Task<ExportSheet> OpenAsync(TrafficReport parameters, CancellationToken cancellation)
    {
        var services = await traffic.ServicesAsync(user.Reach, parameters, cancellation);
        var estimate = 0L;
        foreach (var service in services) estimate += await traffic.EstimateAsync(user.Reach, service.Seq, parameters, cancellation);
        return new(Text.Get("Reports.Traffic"), [.. Columns(parameters.CalledNumbers)], estimate, async (rows, stop) =>
        {
            foreach (var service in services) await WriteAsync(service, parameters, rows, stop);
        });
    }

    private static IEnumerable<SheetColumn> Columns(CalledNumbers numbers)
    {
        (string Key, SheetColumnType Type)[] columns =
        [
            ("Time", SheetColumnType.Time), ("Number", SheetColumnType.Text), ("UserName", SheetColumnType.LongText), ("CostCentre", SheetColumnType.Text),
            ("EmployeeNumber", SheetColumnType.Text), ("Account", SheetColumnType.LongText),
            ("Direction", SheetColumnType.Text), ("Type", SheetColumnType.Text), ("Zone", SheetColumnType.LongText), ("Country", SheetColumnType.Text),
            ("OtherNumber", SheetColumnType.Text), ("Duration", SheetColumnType.Duration), ("Messages", SheetColumnType.Whole),
            ("Megabytes", SheetColumnType.Fraction), ("Charge", SheetColumnType.Amount), ("Invoice", SheetColumnType.Text),
        ];
        return columns.Where(column => column.Key != "OtherNumber" || numbers != CalledNumbers.LeftOut)
            .Select(column => new SheetColumn(Text.Get($"Reports.Column.{column.Key}"), column.Type));
    }

    private async Task WriteAsync(TrafficQueries.ServiceRow service, TrafficReport report, IRowWriter rows, CancellationToken cancellation)
    {
        await using var reader = await db.ReadAsync(TrafficSql.All, TrafficSql.Parameters(user.Reach, service.Seq, report), cancellation);
        var traffic = new TrafficReader(reader, service.Service, report.CalledNumbers);
        var (words, local) = (new TrafficWords(), new LocalClock());
        while (await reader.ReadAsync(cancellation)) Write(traffic, words, local, rows, report.CalledNumbers != CalledNumbers.LeftOut);
    }

    private static void Write(TrafficReader row, TrafficWords words, LocalClock local, IRowWriter rows, bool withNumbers)
    {
        var (type, amount) = (row.Type, row.Amount);
        rows.Time(local.Of(row.Instant));
        rows.Text(row.Service.Number);
        rows.Text(row.Service.UserName);
        rows.Text(row.Service.CostCentre);
        rows.Text(row.Service.EmployeeNumber);
        rows.Text(row.AccountName);
        rows.Text(words.Of(row.Direction));
        rows.Text(words.Of(type));
        rows.Text(words.Of(row.Zone));
        rows.Text(words.OfCountry(row.Country));
        if (withNumbers) rows.Text(row.OtherNumber);
        rows.Duration(type == TrafficType.Call ? amount : null);
        rows.Whole(type is TrafficType.Sms or TrafficType.Mms ? amount : null);
        rows.Fraction(type == TrafficType.Data ? amount / BytesPerMegabyte : null);
        rows.Amount(row.Charge);
        rows.Text(row.Invoice ?? words.NotInvoiced);
        rows.EndRow();
    }
}
