using System.Globalization;
using System.Xml;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions.Bulk;
using Connect.Infrastructure.Reports.Excel;
using MediatR;

namespace Connect.Infrastructure.Subscriptions.Bulk;

internal sealed class ReadBulkFileHandler(BulkOptions options) : IRequestHandler<ReadBulkFile, IReadOnlyList<BulkService>>
{
    private const string Field = "File";
    private const long MostUnpacked = 40L * 1024 * 1024;
    private const int LongestCell = 200;

    public async Task<IReadOnlyList<BulkService>> Handle(ReadBulkFile request, CancellationToken cancellationToken)
    {
        using var file = await ReceiveAsync(request.Content, cancellationToken);
        try
        {
            return Read(request.Kind, new SheetReader(file, MostUnpacked));
        }
        catch (Exception error) when (error is InvalidDataException or XmlException)
        {
            throw new InvalidInputException(Field, "BulkFileType");
        }
    }

    private static async Task<MemoryStream> ReceiveAsync(Stream content, CancellationToken cancellation)
    {
        var (file, buffer) = (new MemoryStream(), new byte[81_920]);
        for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0;)
        {
            file.Write(buffer, 0, read);
            if (file.Length > BulkOptions.MostFileBytes) throw new InvalidInputException(Field, "BulkFileTooLarge", Format.Bytes(BulkOptions.MostFileBytes));
        }

        file.Position = 0;
        return file;
    }

    private List<BulkService> Read(BulkKind kind, SheetReader sheet)
    {
        Dictionary<int, string>? columns = null;
        var services = new List<BulkService>();
        foreach (var row in sheet.Rows().Where(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell.Text) || cell.IsFormula)))
        {
            if (columns is null) columns = BulkHeads.Read(Field, kind, row);
            else if (services.Count == options.MostRows) throw new InvalidInputException(Field, "BulkTooMany", options.MostRows);
            else services.Add(Service(row, columns, sheet.DayOffset));
        }

        return services.Count > 0 ? services : throw new InvalidInputException(Field, "BulkFileEmpty");
    }

    private static BulkService Service(ReadRow row, Dictionary<int, string> columns, int dayOffset)
    {
        var (service, user, formula, values) = ("", (string?)null, ((string Cell, string Column)?)null, new Dictionary<string, string>());
        foreach (var cell in row.Cells)
        {
            if (!columns.TryGetValue(cell.Column, out var key)) continue;
            // That of which service it is stays wrong for every action.
            if (cell.IsFormula && key != BulkColumns.UserName && (formula is null || key == BulkColumns.Service)) formula = (cell.Address(row.Number), key);
            var value = Cut(Value(key, cell, dayOffset));
            if (key == BulkColumns.Service) service = value;
            else if (key == BulkColumns.UserName) user = value;
            else if (value.Length > 0) values[key] = value;
        }

        return new(service, values, row.Number, formula?.Cell, user, formula?.Column);
    }

    // Excel keeps days as numbers, and takes the zero off a phone number that is typed as one.
    private static string Value(string key, ReadCell cell, int dayOffset)
    {
        var text = cell.Text.Trim();
        if (!cell.IsNumber || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return text;
        if (key == BulkColumns.Day) return number + dayOffset is >= 1 and < 2_958_466 ? DateTime.FromOADate(number + dayOffset).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : text;
        if (number is < 0 or > 1e15 || number != Math.Floor(number)) return text;
        var digits = number.ToString("0", CultureInfo.InvariantCulture);
        return IsPhone(key) && !(digits.StartsWith("46", StringComparison.Ordinal) && digits.Length > 9) ? "0" + digits : digits;
    }

    private static bool IsPhone(string key) => key is BulkColumns.Service or BulkColumns.Unconditional or BulkColumns.NotReachable or BulkColumns.Busy or BulkColumns.NoReply;

    private static string Cut(string text) => text.Length <= LongestCell ? text : text[..LongestCell];
}
