using Connect.Application.Common.Ports;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Application.Subscriptions.Bulk;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Reports.Excel;
using MediatR;

namespace Connect.Infrastructure.Subscriptions.Bulk;

/// <summary>Written when it is fetched: it is small, and follows the job.</summary>
internal sealed class GetBulkResultHandler(BulkReading reading, DbSession db, IAudit audit) : IRequestHandler<GetBulkResult, BulkFile>
{
    private static readonly Stmt SelectAll = "SELECT r.No, r.SubscriptionId, r.Given, r.UserName, r.PhoneNumber, r.State, r.Outcome, r.Problem FROM BulkRow r WHERE r.JobId = @id ORDER BY r.No";

    private static readonly (string Key, SheetColumnType Type)[] Columns =
    [
        ("No", SheetColumnType.Whole), ("UserName", SheetColumnType.LongText), ("Service", SheetColumnType.Text), ("State", SheetColumnType.Text), ("What", SheetColumnType.LongText),
        ("Day", SheetColumnType.Day), ("PriceBefore", SheetColumnType.Amount), ("PriceAfter", SheetColumnType.Amount), ("InvoicedUntil", SheetColumnType.Day), ("CostAfter", SheetColumnType.Amount), ("Order", SheetColumnType.Text),
    ];

    public async Task<BulkFile> Handle(GetBulkResult request, CancellationToken cancellationToken)
    {
        var view = await reading.ViewAsync(await reading.RequireAsync(request.Id, cancellationToken), cancellationToken);
        audit.Subject("BulkJob", view.Id);
        var file = new MemoryStream();
        using (var writer = new WorkbookWriter(file, view.Action, [.. Columns.Select(column => new SheetColumn(Text.Get($"Bulk.Column.{column.Key}"), column.Type))], cancellationToken))
        {
            foreach (var row in await db.ListAsync<StoredBulkRow>(SelectAll, new { id = view.Id }, cancellationToken)) Write(writer, row.View());
            writer.Complete();
        }

        file.Position = 0;
        return new($"{view.Action} {Format.Instant(view.CreatedAt)[..10]}.xlsx", file);
    }

    private static void Write(WorkbookWriter writer, BulkRowView row)
    {
        writer.Whole(row.No);
        writer.Text(row.UserName);
        writer.Text(row.PhoneNumber is { } number ? PhoneNumber.TryParse(number, out var parsed) ? parsed.Display : number : row.Given ?? row.SubscriptionId?.ToString());
        writer.Text(Text.Get($"Bulk.RowState.{row.State}"));
        writer.Text(row.Text);
        writer.Day(row.Outcome?.On);
        writer.Amount(row.Outcome?.PriceBefore);
        writer.Amount(row.Outcome?.PriceAfter);
        writer.Day(row.Outcome?.InvoicedUntil);
        writer.Amount(row.Outcome?.CostAfter);
        writer.Text(row.Outcome?.Order);
        writer.EndRow();
    }
}
