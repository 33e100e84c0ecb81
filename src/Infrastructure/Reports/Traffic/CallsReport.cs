using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Domain.Reports;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;

namespace Connect.Infrastructure.Reports.Traffic;

/// <summary>REP 3 Specifikation samtal: what every number used, by finer kinds of traffic and by country; also what is not invoiced yet.</summary>
internal sealed class CallsReport(UsageGroups usage, ICurrentUser user) : IReport
{
    private const string DataBox = "Data";

    public Report Definition { get; } = new()
    {
        Kind = "calls",
        Texts = new("Reports.Calls", "Reports.CallsHint", "Reports.TrafficInvoiceHint", "Reports.IncomingHint"),
        Rights = [Right.ViewSubscriptions],
        Period = new(PeriodPreset.SinceLastMonth, OfUsage: true),
        Account = FieldNeed.May,
        Boxes = [DataBox],
    };

    public async Task<IReadOnlyList<ReportSheet>> OpenAsync(ReportParameters parameters, CancellationToken cancellation)
    {
        var withData = parameters.HasBox(DataBox);
        var asked = new UsageAsked(parameters, TrafficType.Call, withData ? TrafficType.Data : TrafficType.Mms, InvoicedOnly: false);
        var count = await usage.CountKindsAsync(user.Reach, asked, cancellation);
        return
        [
            new(Text.Get("Reports.Calls"), Columns(withData), (rows, first, stop) => WriteAsync(rows, asked, withData, first, stop)) { Estimate = count.Groups, TotalAsync = count.TotalAsync },
        ];
    }

    private static IReadOnlyList<SheetColumn> Columns(bool withData) =>
    [
        .. UsageGroup.ServiceColumns(), SheetColumn.Of("Type", SheetColumnType.Text), SheetColumn.Of("Direction", SheetColumnType.Text), SheetColumn.Of("Zone", SheetColumnType.LongText),
        SheetColumn.Of("Country", SheetColumnType.Text), SheetColumn.Sum("Records", SheetColumnType.Whole), SheetColumn.Sum("Duration", SheetColumnType.Duration),
        SheetColumn.Sum("MessageCount", SheetColumnType.Whole), .. withData ? [SheetColumn.Sum("Megabytes", SheetColumnType.Fraction)] : Array.Empty<SheetColumn>(),
        SheetColumn.Sum("Charge", SheetColumnType.Amount), SheetColumn.Sum("NotInvoicedCharge", SheetColumnType.Amount),
    ];

    private async Task WriteAsync(IRowWriter rows, UsageAsked asked, bool withData, int? most, CancellationToken cancellation)
    {
        var words = new TrafficWords();
        var kinds = new Dictionary<CallKind, UsageGroup>();
        await foreach (var group in usage.ReadDetailsAsync(user.Reach, asked, cancellation))
        {
            if (kinds.Count > 0 && kinds.Values.First().Service != group.Service) Flush(rows, kinds, words, withData);
            if (rows.Rows >= most) return;
            var kind = CallKind.Of(group);
            kinds[kind] = kinds.TryGetValue(kind, out var sum) ? Sum(sum, group) : group;
        }

        Flush(rows, kinds, words, withData);
    }

    // Countries stand in the order of their names, which is the reader's.
    private static void Flush(IRowWriter rows, Dictionary<CallKind, UsageGroup> kinds, TrafficWords words, bool withData)
    {
        var named = kinds.Select(pair => (pair.Key, pair.Value, Country: words.OfCountry(pair.Key.Country)))
            .OrderBy(pair => pair.Key.Type).ThenBy(pair => pair.Key.Direction).ThenBy(pair => pair.Key.Zone).ThenBy(pair => pair.Country, StringComparer.CurrentCultureIgnoreCase);
        foreach (var (kind, sum, country) in named)
        {
            sum.WriteService(rows);
            rows.Text(words.Of(kind.Type));
            rows.Text(words.Of(kind.Direction));
            rows.Text(words.Of(kind.Zone));
            rows.Text(country);
            rows.Whole(sum.Records);
            rows.Duration(kind.Type == TrafficType.Call ? sum.Amount : null);
            rows.Whole(kind.Type is TrafficType.Sms or TrafficType.Mms ? sum.Amount : null);
            if (withData) rows.Fraction(kind.Type == TrafficType.Data ? sum.Amount / TrafficColumns.BytesPerMegabyte : null);
            rows.Amount(sum.Charge);
            rows.Amount(sum.NotInvoiced);
            rows.EndRow();
        }

        kinds.Clear();
    }

    private static UsageGroup Sum(UsageGroup a, UsageGroup b) =>
        a with { Records = a.Records + b.Records, Amount = a.Amount + b.Amount, Charge = a.Charge + b.Charge, NotInvoiced = a.NotInvoiced + b.NotInvoiced };

    private readonly record struct CallKind(TrafficType Type, TrafficDirection Direction, TrafficZone Zone, string? Country)
    {
        public static CallKind Of(UsageGroup group) => new(group.TrafficType, group.Direction, group.Zone, group.Country ?? CalledCountries.Of(group.OtherNumber));
    }
}
