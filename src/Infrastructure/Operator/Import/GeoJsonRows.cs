using System.Text.Json;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>
/// The features of a GeoJSON file (RFC 7946), one at a time, so that a large file needs no more memory than its largest feature. A feature is
/// a row: its properties are the columns, with <c>id</c> and <c>geometry</c> beside them. Its number, from 1, stands for the line.
/// </summary>
internal sealed class GeoJsonRows(ProblemList problems, string file, IReadOnlyList<ImportColumn> columns)
{
    private const string Geometry = "geometry", Id = "id", Properties = "properties";

    public IEnumerable<ImportRow> Read(Func<Stream> open)
    {
        using var features = new JsonFeatures(open());
        while (Next(features))
            if (Read(features.Current, features.Count) is { } row) yield return row;
    }

    private ImportRow? Read(JsonElement feature, long number)
    {
        try
        {
            return Row(feature, number);
        }
        catch (InvalidOperationException)
        {
            problems.Add(file, number, "", "NotUtf8"); // a name that is no text
            return null;
        }
    }

    private bool Next(JsonFeatures features)
    {
        try
        {
            return features.Read();
        }
        catch (MalformedGeoJsonException broken)
        {
            problems.Add(file, features.Count + 1, "", broken.Code, broken.Arguments);
            return false;
        }
    }

    private ImportRow? Row(JsonElement feature, long number)
    {
        if (feature.ValueKind != JsonValueKind.Object || !feature.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || type.GetString() != "Feature")
        {
            problems.Add(file, number, "", "NotFeature");
            return null;
        }

        var fields = Fields(feature, number);
        var header = new ImportHeader(columns, [.. columns.Select(column => fields.ContainsKey(column.Name) ? 0 : -1)]);
        var (values, good) = (new object?[columns.Count], true);
        for (var i = 0; i < values.Length; i++)
        {
            var column = columns[i];
            var read = fields.TryGetValue(column.Name, out var given) ? Value(column, given) : new(null, column.IsRequired ? "ColumnMissing" : null);
            if (read.Problem is not null) problems.Add(file, number, column.Name, read.Problem, read.Arguments ?? []);
            good &= read.Problem is null;
            values[i] = read.Value;
        }

        return new ImportRow(header, values, number) { IsGood = good };
    }

    private Dictionary<string, JsonElement> Fields(JsonElement feature, long number)
    {
        var fields = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (feature.TryGetProperty(Properties, out var properties) && properties.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in properties.EnumerateObject())
            {
                if (property.Name == Geometry || columns.All(column => column.Name != property.Name)) problems.Add(file, number, property.Name, "ColumnUnknown");
                else if (!fields.TryAdd(property.Name, property.Value)) problems.Add(file, number, property.Name, "ColumnTwice");
            }
        }
        else problems.Add(file, number, Properties, "NotProperties");

        if (feature.TryGetProperty(Geometry, out var geometry)) fields[Geometry] = geometry;
        if (feature.TryGetProperty(Id, out var id)) fields.TryAdd(Id, id);
        return fields;
    }

    private static FieldValue Value(ImportColumn column, JsonElement given)
    {
        if (given.ValueKind == JsonValueKind.Null || given.ValueKind == JsonValueKind.Array && given.GetArrayLength() == 0) return new(null, column.IsRequired ? "Required" : null);
        if (column.ReadJson is { } readJson) return readJson(given);
        if (Written(given) is not { } text) return new(null, "RecordNotValue");
        text = text.Trim();
        return text.Length > 0 ? column.Read(text) : new(null, column.IsRequired ? "Required" : null);
    }

    // As it would stand in a CSV file; null for what cannot.
    private static string? Written(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Array => value.EnumerateArray().All(part => part.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                    ? string.Join(Column.ListSeparator, value.EnumerateArray().Select(Written)) : null,
                JsonValueKind.Object => null,
                _ => value.GetRawText(),
            };
        }
        catch (InvalidOperationException)
        {
            return null; // half a sign
        }
    }
}
