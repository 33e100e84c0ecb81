using System.Data.Common;
using System.Text;
using System.Text.Json;
using Connect.Application.Common.Errors;
using Connect.Application.Operator;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>A record becomes a file of one row, so that it is held to exactly the rules of a load.</summary>
internal sealed class RecordStore(IImporter importer, IEnumerable<IImportFile> files, References references, DbSession db) : IRecordStore
{
    public async Task<ImportReport> StoreAsync(string kind, JsonElement record, CancellationToken cancellation)
    {
        var file = files.FirstOrDefault(file => file.Name == kind) ?? throw new NotFoundException();
        if (record.ValueKind != JsonValueKind.Object) return Refused(kind, "", "RecordNotObject");
        var fields = record.EnumerateObject().ToList();
        var isFeature = file.Extension == ImportSources.GeoJson;
        if (!isFeature && fields.FindIndex(field => !IsValue(field.Value)) is var odd and >= 0) return Refused(kind, fields[odd].Name, "RecordNotValue");
        if (SourceOf(() => isFeature ? new FeatureSource(file.FileName, record) : new RecordSource(kind, fields)) is not { } source) return Refused(kind, "", "RecordNotValue");
        references.NarrowTo(source.IdsIn(file.Columns));
        try
        {
            return await importer.RunAsync(source, null, cancellation);
        }
        catch (DbException error) when (db.IsUniqueViolation(error))
        {
            throw new ConflictException("RecordBusy");
        }
    }

    // Half a sign cannot be read as text, nor what is not base64 as a document.
    private static IRecordSource? SourceOf(Func<IRecordSource> make)
    {
        try
        {
            return make();
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static ImportReport Refused(string kind, string column, string code) => new([], [new(kind, 0, column, code)], false);

    private static bool IsValue(JsonElement value) => value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)
        || value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(part => part.ValueKind is JsonValueKind.String or JsonValueKind.Number);
}

/// <summary>A record as a load of one file.</summary>
internal interface IRecordSource : IImportSource
{
    /// <summary>What it is known by, and what it refers to.</summary>
    IReadOnlyList<string> IdsIn(IEnumerable<ImportColumn> columns);
}

/// <summary>A file with a header and a row.</summary>
internal sealed class RecordSource : IRecordSource
{
    private const string Content = "content";
    private readonly List<(string Name, string Text)> _fields;
    private readonly byte[] _csv;
    private readonly byte[]? _document;

    /// <param name="all">The record; of a document it holds the PDF too, as base64 in <c>content</c>.</param>
    public RecordSource(string kind, IReadOnlyList<JsonProperty> all)
    {
        var isDocument = kind == Kinds.Documents;
        var fields = all.Where(field => !isDocument || field.Name != Content).ToList();
        if (isDocument && all.FirstOrDefault(field => field.Name == Content) is { Value.ValueKind: JsonValueKind.String } content) _document = content.Value.GetBytesFromBase64();
        _fields = [.. fields.Select(field => (field.Name, Written(field.Value)))];
        Files = [kind + ".csv"];
        if (_document is not null && fields.Find(field => field.Name == "file") is { Value.ValueKind: JsonValueKind.String } file)
            Documents = new Dictionary<string, long> { [file.Value.GetString()!] = _document.Length };
        _csv = Encoding.UTF8.GetBytes($"{Row(fields.Select(field => field.Name))}\n{Row(_fields.Select(field => field.Text))}\n");
    }

    public IReadOnlyList<string> Files { get; }

    public IReadOnlyList<string> IdsIn(IEnumerable<ImportColumn> columns)
    {
        var names = columns.Where(column => column.IsId || column.RefersTo is not null).Select(column => column.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var parts = _fields.Where(field => names.Contains(field.Name)).SelectMany(field => field.Text.Split(Column.ListSeparator, StringSplitOptions.TrimEntries));
        // A reference may have more behind a colon, such as a price.
        return [.. parts.SelectMany(part => new[] { part, part.Split(':')[0] }).Where(part => part.Length > 0).Select(part => part.Normalize()).Distinct()];
    }

    public bool IsSingle => true;

    public IReadOnlyDictionary<string, long> Documents { get; } = new Dictionary<string, long>();

    public Stream? OpenDocument(string name) => Documents.ContainsKey(name) ? new MemoryStream(_document!, writable: false) : null;

    public Stream Open(string file) => new MemoryStream(_csv, writable: false);

    private static string Written(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join(Column.ListSeparator, value.EnumerateArray().Select(Written)),
        _ => value.GetRawText(),
    };

    private static string Row(IEnumerable<string> fields) => string.Join(';', fields.Select(field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
}
