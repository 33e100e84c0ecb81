using System.Text.Json;
using System.Text.Json.Nodes;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>A GeoJSON file with one feature: the record itself where it is one, else made of the record's properties and its <c>geometry</c>.</summary>
internal sealed class FeatureSource : IRecordSource
{
    private readonly List<string> _texts;
    private readonly byte[] _content;

    public FeatureSource(string file, JsonElement record)
    {
        Files = [file];
        _texts = [.. Texts(record).Where(text => text.Length > 0).Select(text => text.Normalize()).Distinct()];
        var feature = JsonObject.Create(record)!;
        if (!record.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || type.GetString() != "Feature") feature = Wrapped(feature);
        _content = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["type"] = "FeatureCollection", ["features"] = new JsonArray(feature) });
    }

    public IReadOnlyList<string> Files { get; }
    public bool IsSingle => true;

    // Whatever stands in its properties: of which column it is shows only when the file is read.
    public IReadOnlyList<string> IdsIn(IEnumerable<ImportColumn> columns) => _texts;

    public Stream Open(string file) => new MemoryStream(_content, writable: false);

    private static JsonObject Wrapped(JsonObject record)
    {
        var feature = new JsonObject { ["type"] = "Feature" };
        if (record.TryGetPropertyValue("geometry", out var geometry))
        {
            record.Remove("geometry");
            feature["geometry"] = geometry;
        }

        feature["properties"] = record;
        return feature;
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Number => [value.GetRawText()],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => value.EnumerateObject().Where(property => property.Name != "geometry").SelectMany(property => Texts(property.Value)),
        _ => [],
    };
}
