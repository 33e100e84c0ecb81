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

    public async Task<BulkFile> Handle(GetBulkResult request, CancellationToken cancellationToken)
    {
        var view = await reading.ViewAsync(await reading.RequireAsync(request.Id, cancellationToken), cancellationToken);
        audit.Subject("BulkJob", view.Id);
        var (file, columns) = (new MemoryStream(), ResultColumn.Of(view).ToList());
        using (var writer = new ReportWorkbook(file, view.Action, [.. columns.Select(column => new SheetColumn(Text.Get($"Bulk.Column.{column.Key}"), column.Type))], null, cancellationToken))
        {
            foreach (var row in await db.ListAsync<StoredBulkRow>(SelectAll, new { id = view.Id }, cancellationToken)) Write(writer, columns, row.View());
            writer.Complete();
        }

        file.Position = 0;
        return new($"{view.Action} {Format.Instant(view.CreatedAt)[..10]}.xlsx", file);
    }

    private static void Write(ReportWorkbook writer, List<ResultColumn> columns, BulkRowView row)
    {
        foreach (var column in columns) column.Write(writer, row);
        writer.EndRow();
    }
}

/// <summary>A column of the result: those that an action leaves empty are not in its file.</summary>
internal sealed record ResultColumn(string Key, SheetColumnType Type, Action<IRowWriter, BulkRowView> Write)
{
    public static IEnumerable<ResultColumn> Of(BulkJobView job)
    {
        yield return new("No", SheetColumnType.Whole, (writer, row) => writer.Whole(row.No));
        yield return new("UserName", SheetColumnType.LongText, (writer, row) => writer.Text(row.UserName));
        yield return new("Service", SheetColumnType.Text, (writer, row) => writer.Text(Named(row)));
        yield return new("State", SheetColumnType.Text, (writer, row) => writer.Text(BulkWords.State(row.State, job.IsConfirmed)));
        yield return new("What", SheetColumnType.LongText, (writer, row) => writer.Text(row.Text));
        foreach (var column in OfOrders(job.Wish.Kind)) yield return column;
    }

    private static IEnumerable<ResultColumn> OfOrders(BulkKind kind)
    {
        if (kind is not (BulkKind.Change or BulkKind.Move or BulkKind.Terminate)) yield break;
        yield return new("Day", SheetColumnType.Day, (writer, row) => writer.Day(row.Outcome?.On));
        if (kind == BulkKind.Change)
        {
            yield return new("PriceBefore", SheetColumnType.Amount, (writer, row) => writer.Amount(row.Outcome?.PriceBefore));
            yield return new("PriceAfter", SheetColumnType.Amount, (writer, row) => writer.Amount(row.Outcome?.PriceAfter));
        }
        else if (kind == BulkKind.Terminate)
        {
            yield return new("InvoicedUntil", SheetColumnType.Day, (writer, row) => writer.Day(row.Outcome?.InvoicedUntil));
            yield return new("CostAfter", SheetColumnType.Amount, (writer, row) => writer.Amount(row.Outcome?.CostAfter));
        }

        yield return new("Order", SheetColumnType.Text, (writer, row) => writer.Text(row.Outcome?.Order));
    }

    // A service without a number is called by its user.
    private static string? Named(BulkRowView row) => row.PhoneNumber is { } number ? PhoneNumber.TryParse(number, out var parsed) ? parsed.Display : number : row.Given ?? row.UserName ?? row.SubscriptionId?.ToString();
}
