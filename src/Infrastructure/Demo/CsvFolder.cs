using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Connect.Infrastructure.Operator.Import;

namespace Connect.Infrastructure.Demo;

/// <summary>Writes files of an import: one per kind, with <c>;</c> between fields.</summary>
internal sealed class CsvFolder(string folder)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Write(string kind, string columns, IEnumerable<string?[]> rows)
    {
        Directory.CreateDirectory(folder);
        using var writer = new StreamWriter(Path.Combine(folder, kind + ".csv"), append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        writer.WriteLine(columns.Replace(' ', ';'));
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                if (i > 0) writer.Write(';');
                WriteField(writer, row[i]);
            }

            writer.WriteLine();
        }
    }

    /// <summary>A GeoJSON file, a line a feature.</summary>
    public void WriteFeatures(string kind, IEnumerable<JsonObject> features)
    {
        Directory.CreateDirectory(folder);
        using var writer = new StreamWriter(Path.Combine(folder, kind + ImportSources.GeoJson), append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        writer.Write("{\"type\":\"FeatureCollection\",\"features\":[");
        var isFirst = true;
        foreach (var feature in features)
        {
            writer.WriteLine(isFirst ? "" : ",");
            isFirst = false;
            writer.Write(feature.ToJsonString(Plain));
        }

        writer.WriteLine("\n]}");
    }

    private static void WriteField(StreamWriter writer, string? field)
    {
        if (string.IsNullOrEmpty(field)) return;
        if (field.AsSpan().IndexOfAny(";\"\r\n") < 0) writer.Write(field);
        else writer.Write($"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }
}
