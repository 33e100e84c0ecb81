using System.Text.Json;
using Connect.Domain.Network;

namespace Connect.Infrastructure.Operator.Import.Files;

/// <summary>Columns of GeoJSON files that are no plain values.</summary>
internal static class IncidentColumns
{
    private const int MostPositions = 5000, MostServices = 5000, MostUpdates = 200, UpdateLength = 2000;

    /// <summary>As many positions as a page that shows every incident can carry of each.</summary>
    private const int KeptPositions = 500;

    /// <summary>Kept as light as a map needs it.</summary>
    public static ImportColumn Geometry(string description) =>
        Column.Of("geometry", "geometry of GeoJSON", description, _ => new(null, "NotGeometry")) with { ReadJson = geometry => Read(geometry, MostPositions, KeptPositions) };

    /// <summary>A geometry that covers something.</summary>
    public static ImportColumn Area(string description, int mostPositions) =>
        Geometry(description) with { ReadJson = geometry => Read(geometry, mostPositions, mostPositions) is var read && read.Value is string written && !GeoJson.Parse(written).IsArea ? new(null, "GeometryNoArea") : read };

    public static ImportColumn Generation(string name, string description) =>
        Column.Of(name, string.Join(", ", MobileGenerations.All.Select(one => one.Name())), description,
            text => MobileGenerations.Find(text) is { } found ? new((long)found) : new(null, "NotOneOf", string.Join(", ", MobileGenerations.All.Select(one => one.Name()))));

    public static ImportColumn List(ImportColumn element, ChildTable children) => Column.List(element, children) with { Type = $"list: {element.Type}" };

    public static ImportColumn Updates() => Objects("updates", $"list of objects with at (instant) and text (at most {UpdateLength})", "What became known later.", MostUpdates, update =>
    {
        var (at, text) = (Field(update, "at", FieldReaders.Instant), Field(update, "text", words => FieldReaders.Lines(words, UpdateLength)));
        return at.Problem is not null ? at : text.Problem is not null ? text : new(new[] { at.Value, text.Value });
    }) with
    { Stored = "HasUpdates", Children = new("IncidentUpdate", "IncidentId", "At", "Text") };

    public static ImportColumn Services() => Objects("services", "list of objects with organisation (id in organisations) and subscription (id in subscriptions)", "The services that it touches.", MostServices, service =>
    {
        var (organisation, subscription) = (Field(service, "organisation", Name), Field(service, "subscription", Name));
        return organisation.Problem is not null ? organisation : subscription.Problem is not null ? subscription
            : new(new object?[] { References.Key(Kinds.Subscriptions, (string)organisation.Value!, (string)subscription.Value!) });
    }) with
    { Stored = "HasServices", RefersTo = Kinds.Subscriptions, Children = new("IncidentService", "IncidentId", "SubscriptionId") };

    private static ImportColumn Objects(string name, string type, string description, int most, Func<JsonElement, FieldValue> read) =>
        Column.Of(name, type, description, _ => new(null, "RecordNotObjects")) with { ReadJson = list => Listed(list, most, read) };

    private static FieldValue Listed(JsonElement list, int most, Func<JsonElement, FieldValue> read)
    {
        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(one => one.ValueKind != JsonValueKind.Object)) return new(null, "RecordNotObjects");
        if (list.GetArrayLength() > most) return new(null, "TooMany", most);
        var values = new List<object?[]>();
        foreach (var one in list.EnumerateArray())
        {
            var value = read(one);
            if (value.Problem is not null) return value;
            values.Add((object?[])value.Value!);
        }

        return new(values.DistinctBy(value => string.Join('\u001f', value)).ToList());
    }

    private static FieldValue Name(string text) => FieldReaders.Text(text, 64);

    private static FieldValue Field(JsonElement one, string name, FieldReader read)
    {
        if (one.EnumerateObject().Any(field => field.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)) return new(null, "RecordNotValue");
        if (!one.TryGetProperty(name, out var field) || field.ValueKind == JsonValueKind.Null) return new(null, "FieldMissing", name);
        var text = (field.ValueKind == JsonValueKind.String ? field.GetString()! : field.GetRawText()).Trim();
        return text.Length == 0 ? new(null, "FieldMissing", name) : read(text);
    }

    private static FieldValue Read(JsonElement geometry, int mostPositions, int kept)
    {
        if (!GeoJson.TryRead(geometry, out var shape, out var problem)) return new(null, problem);
        return shape.PositionCount > mostPositions ? new(null, "GeometryTooLarge", mostPositions) : new(GeoJson.Write(shape.Lightened(kept)));
    }
}
