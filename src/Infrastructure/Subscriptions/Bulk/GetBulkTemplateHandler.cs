using System.Globalization;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Application.Subscriptions.Bulk;
using Connect.Infrastructure.Reports.Excel;
using MediatR;

namespace Connect.Infrastructure.Subscriptions.Bulk;

/// <summary>The columns of a file with services, as they are called.</summary>
internal static class BulkTemplate
{
    /// <exception cref="InvalidInputException">There is no such action.</exception>
    public static IEnumerable<string> Columns(BulkKind kind) => !Enum.IsDefined(kind) ? throw new InvalidInputException("Kind", "BulkKindMissing") : [BulkColumns.Service, BulkColumns.UserName, .. BulkColumns.Of(kind)];

    public static string Head(string key, CultureInfo culture) => Text.Get(culture, $"Bulk.File.{key}");
}

internal sealed class GetBulkTemplateHandler : IRequestHandler<GetBulkTemplate, BulkFile>
{
    public Task<BulkFile> Handle(GetBulkTemplate request, CancellationToken cancellationToken)
    {
        var (file, columns) = (new MemoryStream(), BulkTemplate.Columns(request.Kind).Select(key => new SheetColumn(BulkTemplate.Head(key, CultureInfo.CurrentUICulture), TypeOf(key))));
        using (var writer = new WorkbookWriter(file, BulkWords.Action(request.Kind), [.. columns], cancellationToken)) writer.Complete();
        file.Position = 0;
        return Task.FromResult(new BulkFile($"{BulkWords.Action(request.Kind)}.xlsx", file));
    }

    // Numbers typed into a column of texts keep their zeros.
    private static SheetColumnType TypeOf(string key) => key == BulkColumns.Day ? SheetColumnType.Day : SheetColumnType.Text;
}
