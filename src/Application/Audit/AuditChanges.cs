using System.Text.Json;

namespace Connect.Application.Audit;

/// <summary>What an entry keeps of before and after, field by field.</summary>
public static class AuditChanges
{
    /// <summary>Those that changed first; what is empty on both sides is left out.</summary>
    /// <param name="before">As JSON; null for none.</param>
    /// <param name="after">As JSON; null for none.</param>
    public static IReadOnlyList<AuditChange> Of(string? before, string? after)
    {
        var (old, now) = (Fields(before), Fields(after));
        return [.. old.Keys.Union(now.Keys).Select(field => new AuditChange(field, old.GetValueOrDefault(field), now.GetValueOrDefault(field)))
            .Where(change => !string.IsNullOrEmpty(change.Before) || !string.IsNullOrEmpty(change.After)).OrderByDescending(change => change.IsChanged)];
    }

    /// <summary>One side of it on one line, in the reader's words; of two sides what changed alone.</summary>
    public static string? Written(string? before, string? after, Func<AuditChange, string?> side)
    {
        var told = Of(before, after).Where(change => change.IsChanged && !string.IsNullOrEmpty(side(change)));
        return string.Join("; ", told.Select(change => $"{AuditWords.Field(change.Field)}: {AuditWords.Value(change.Field, side(change))}")) is { Length: > 0 } text ? text : null;
    }

    private static Dictionary<string, string?> Fields(string? state)
    {
        var fields = new Dictionary<string, string?>();
        if (state is null) return fields;
        using var json = JsonDocument.Parse(state);
        Flatten(json.RootElement, "", fields);
        return fields;
    }

    private static void Flatten(JsonElement value, string path, Dictionary<string, string?> fields)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject()) Flatten(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", fields);
                break;
            case JsonValueKind.Array:
                fields[path] = string.Join(", ", value.EnumerateArray());
                break;
            default:
                fields[path] = value.ValueKind == JsonValueKind.Null ? null : value.ToString();
                break;
        }
    }
}
