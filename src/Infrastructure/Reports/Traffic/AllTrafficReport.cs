using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Domain.Reports;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;

namespace Connect.Infrastructure.Reports.Traffic;

/// <summary>REP 8 Trafikspecifikation alla tjänster: what every number used in a period, by kind of traffic; only what is invoiced.</summary>
internal sealed class AllTrafficReport(UsageGroups usage, ICurrentUser user) : IReport
{
    private const string DataBox = "Data";

    public Report Definition { get; } = new()
    {
        Kind = "all-traffic",
        Texts = new("Reports.AllTraffic", "Reports.AllTrafficHint", "Reports.AllTrafficInvoiceHint", "Reports.IncomingHint"),
        Rights = [Right.ViewSubscriptions],
        Period = new(PeriodPreset.LastMonth, OfUsage: true) { OfInvoiced = true },
        Account = FieldNeed.May,
        Boxes = [DataBox],
    };

    public async Task<IReadOnlyList<ReportSheet>> OpenAsync(ReportParameters parameters, CancellationToken cancellation)
    {
        var calls = new UsageAsked(parameters, TrafficType.Call, TrafficType.Mms, InvoicedOnly: true);
        var sheet = await OpenAsync<CallSums>("Reports.AllTraffic.Sheet", Calls(), calls, cancellation);
        if (!parameters.HasBox(DataBox)) return [sheet];
        var data = new UsageAsked(parameters, TrafficType.Data, TrafficType.Data, InvoicedOnly: true);
        return [sheet, await OpenAsync<DataSums>("Reports.AllTraffic.DataSheet", Data(), data, cancellation)];
    }

    private async Task<ReportSheet> OpenAsync<TSums>(string title, IEnumerable<SheetColumn> columns, UsageAsked asked, CancellationToken cancellation) where TSums : IUsageSums, new()
    {
        var count = await usage.CountAsync(user.Reach, asked, cancellation);
        return new(Text.Get(title), [.. UsageGroup.ServiceColumns(), .. columns], (rows, first, stop) => WriteAsync<TSums>(rows, asked, first, stop))
        {
            Estimate = count.Groups,
            TotalAsync = count.TotalAsync,
        };
    }

    private static IEnumerable<SheetColumn> Calls() =>
    [
        .. CallSums.Kinds.SelectMany(kind => new[]
        {
            SheetColumn.Sum($"{kind}Calls", SheetColumnType.Whole), SheetColumn.Sum($"{kind}Time", SheetColumnType.Duration), SheetColumn.Sum($"{kind}Charge", SheetColumnType.Amount),
        }),
        SheetColumn.Sum("Sms", SheetColumnType.Whole), SheetColumn.Sum("SmsCharge", SheetColumnType.Amount),
        SheetColumn.Sum("Mms", SheetColumnType.Whole), SheetColumn.Sum("MmsCharge", SheetColumnType.Amount),
        SheetColumn.Sum("TotalCharge", SheetColumnType.Amount),
    ];

    private static IEnumerable<SheetColumn> Data() =>
    [
        SheetColumn.Sum("Sessions", SheetColumnType.Whole), SheetColumn.Sum("Megabytes", SheetColumnType.Fraction),
        SheetColumn.Sum("RoamingMegabytes", SheetColumnType.Fraction), SheetColumn.Sum("Charge", SheetColumnType.Amount),
    ];

    // A row for each service on each account: its groups stand behind one another.
    private async Task WriteAsync<TSums>(IRowWriter rows, UsageAsked asked, int? most, CancellationToken cancellation) where TSums : IUsageSums, new()
    {
        UsageGroup? last = null;
        var sums = new TSums();
        await foreach (var group in usage.ReadAsync(user.Reach, asked, cancellation))
        {
            if (last is not null && last.Service != group.Service)
            {
                Write(rows, last, sums);
                if (rows.Rows == most) return;
                sums = new TSums();
            }

            sums.Add(group);
            last = group;
        }

        if (last is not null) Write(rows, last, sums);
    }

    private static void Write(IRowWriter rows, UsageGroup service, IUsageSums sums)
    {
        service.WriteService(rows);
        sums.Write(rows);
        rows.EndRow();
    }
}

/// <summary>What a service used, as the cells of one row.</summary>
internal interface IUsageSums
{
    void Add(UsageGroup group);

    void Write(IRowWriter rows);
}

/// <summary>Calls by where they went, and messages.</summary>
internal sealed class CallSums : IUsageSums
{
    /// <summary>Whatever is not called to a mobile, national or foreign number from Sweden (premium numbers, while roaming) is among the others.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["Mobile", "National", "International", "Other"];

    private readonly (long Calls, long Seconds, Money Charge)[] _calls = new (long, long, Money)[Kinds.Count];
    private (long Count, Money Charge) _sms, _mms;
    private Money _charge;

    public void Add(UsageGroup group)
    {
        _charge += group.Charge;
        if (group.TrafficType == TrafficType.Sms) _sms = (_sms.Count + group.Amount, _sms.Charge + group.Charge);
        else if (group.TrafficType == TrafficType.Mms) _mms = (_mms.Count + group.Amount, _mms.Charge + group.Charge);
        else AddCall(ref _calls[KindOf(group)], group);
    }

    public void Write(IRowWriter rows)
    {
        foreach (var (calls, seconds, charge) in _calls)
        {
            rows.Whole(calls);
            rows.Duration(seconds);
            rows.Amount(charge);
        }

        foreach (var (count, charge) in new[] { _sms, _mms })
        {
            rows.Whole(count);
            rows.Amount(charge);
        }

        rows.Amount(_charge);
    }

    private static int KindOf(UsageGroup group) => group.Direction != TrafficDirection.Outgoing ? Kinds.Count - 1 : group.Zone switch
    {
        TrafficZone.NationalMobile => 0,
        TrafficZone.National => 1,
        TrafficZone.International => 2,
        _ => Kinds.Count - 1,
    };

    private static void AddCall(ref (long Calls, long Seconds, Money Charge) sum, UsageGroup group) => sum = (sum.Calls + group.Records, sum.Seconds + group.Amount, sum.Charge + group.Charge);
}

/// <summary>Data, and how much of it while roaming.</summary>
internal sealed class DataSums : IUsageSums
{
    private long _sessions, _bytes, _roaming;
    private Money _charge;

    public void Add(UsageGroup group)
    {
        _sessions += group.Records;
        _bytes += group.Amount;
        if (group.IsRoaming) _roaming += group.Amount;
        _charge += group.Charge;
    }

    public void Write(IRowWriter rows)
    {
        rows.Whole(_sessions);
        rows.Fraction(_bytes / TrafficColumns.BytesPerMegabyte);
        rows.Fraction(_roaming / TrafficColumns.BytesPerMegabyte);
        rows.Amount(_charge);
    }
}
