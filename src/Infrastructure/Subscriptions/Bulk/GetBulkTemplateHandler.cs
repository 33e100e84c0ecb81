using System.Globalization;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Application.Subscriptions;
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

internal sealed class GetBulkTemplateHandler(IBulkTargets targets, BulkFinder finder, BulkOptions options, ICurrentUser user, IAudit audit) : IRequestHandler<GetBulkTemplate, BulkFile>
{
    public async Task<BulkFile> Handle(GetBulkTemplate request, CancellationToken cancellationToken)
    {
        List<string> columns = [.. BulkTemplate.Columns(request.Kind)];
        var services = await ServicesAsync(request, cancellationToken);
        if (services.Count > options.MostRows) throw new InvalidInputException(nameof(request.Services), "BulkTooMany", options.MostRows);
        var names = await finder.NamesAsync(services, cancellationToken);
        var file = new MemoryStream();
        using (var writer = new ReportWorkbook(file, BulkWords.Action(request.Kind), [.. columns.Select(key => new SheetColumn(BulkTemplate.Head(key, CultureInfo.CurrentUICulture), TypeOf(key)))], null, cancellationToken))
        {
            foreach (var service in services) Write(writer, service, names[service.Id], columns);
            writer.Complete();
        }

        audit.Change(null, new { Action = $"{request.Kind}", Services = services.Count });
        file.Position = 0;
        return new($"{BulkWords.Action(request.Kind)}.xlsx", file);
    }

    private async Task<IReadOnlyList<BulkTarget>> ServicesAsync(GetBulkTemplate request, CancellationToken cancellation)
    {
        if (request.Matching is { } matching) return await targets.MatchingAsync(user.Reach, new ListExportParameters(matching).Request(ListSubscriptions.Columns).OrThrow(), options.MostRows + 1, cancellation);
        var found = (await targets.OfIdsAsync(user.Reach, [.. request.Services.Distinct().Take(options.MostRows + 1)], cancellation)).ToDictionary(service => service.Id);
        return [.. request.Services.Distinct().Where(found.ContainsKey).Select(id => found[id])];
    }

    private static void Write(ReportWorkbook writer, BulkTarget service, string name, List<string> columns)
    {
        writer.Text(name);
        writer.Text(service.UserName);
        foreach (var column in columns.Skip(2))
            if (TypeOf(column) == SheetColumnType.Day) writer.Day(null);
            else writer.Text(null);
        writer.EndRow();
    }

    // Numbers typed into a column of texts keep their zeros.
    private static SheetColumnType TypeOf(string key) => key switch
    {
        BulkColumns.Day => SheetColumnType.Day,
        BulkColumns.Service or BulkColumns.UserName => SheetColumnType.LongText,
        _ => SheetColumnType.Text,
    };
}
