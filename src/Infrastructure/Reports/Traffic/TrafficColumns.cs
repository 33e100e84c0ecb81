using Connect.Application.Reports;
using Connect.Domain.Subscriptions;

namespace Connect.Infrastructure.Reports.Traffic;

/// <summary>The columns of a report that has a row for each call, message and data session, and their cells.</summary>
internal sealed class TrafficColumns(IRowWriter rows, CalledNumbers numbers, bool withData = true)
{
    public const decimal BytesPerMegabyte = 1_000_000;

    private readonly TrafficWords _words = new();
    private readonly LocalClock _local = new();

    /// <param name="withNumber">False where the page says the number elsewhere.</param>
    /// <param name="withData">False where no row is of data.</param>
    public static IReadOnlyList<SheetColumn> Of(CalledNumbers numbers, bool withNumber, bool withData = true)
    {
        SheetColumn[] columns =
        [
            SheetColumn.Of("Time", SheetColumnType.Time), SheetColumn.Of("Number", SheetColumnType.Phone) with { IsOnScreen = withNumber },
            SheetColumn.Of("UserName", SheetColumnType.LongText), SheetColumn.Of("CostCentre", SheetColumnType.Text), SheetColumn.Of("EmployeeNumber", SheetColumnType.Text),
            SheetColumn.Of("Account", SheetColumnType.LongText), SheetColumn.Of("Direction", SheetColumnType.Text), SheetColumn.Of("Type", SheetColumnType.Text),
            SheetColumn.Of("Zone", SheetColumnType.LongText), SheetColumn.Of("Country", SheetColumnType.Text), SheetColumn.Of("OtherNumber", SheetColumnType.Phone),
            SheetColumn.Sum("Duration", SheetColumnType.Duration), SheetColumn.Sum("Messages", SheetColumnType.Whole), SheetColumn.Sum("Megabytes", SheetColumnType.Fraction),
            SheetColumn.Sum("Charge", SheetColumnType.Amount), SheetColumn.Of("Invoice", SheetColumnType.Text),
        ];
        return [.. columns.Where(column => (column.Key != "OtherNumber" || numbers != CalledNumbers.LeftOut) && (column.Key != "Megabytes" || withData))];
    }

    public void Write(TrafficReader row, TrafficService service)
    {
        var (type, amount) = (row.Type, row.Amount);
        rows.Time(_local.Of(row.Instant));
        rows.Text(service.Number);
        rows.Text(service.UserName);
        rows.Text(service.CostCentre);
        rows.Text(service.EmployeeNumber);
        rows.Text(row.AccountName);
        rows.Text(_words.Of(row.Direction));
        rows.Text(_words.Of(type));
        rows.Text(_words.Of(row.Zone));
        rows.Text(_words.OfCountry(row.Country));
        if (numbers != CalledNumbers.LeftOut) rows.Text(row.OtherNumber);
        rows.Duration(type == TrafficType.Call ? amount : null);
        rows.Whole(type is TrafficType.Sms or TrafficType.Mms ? amount : null);
        if (withData) rows.Fraction(type == TrafficType.Data ? amount / BytesPerMegabyte : null);
        rows.Amount(row.Charge);
        rows.Text(row.Invoice ?? _words.NotInvoiced);
        rows.EndRow();
    }
}
