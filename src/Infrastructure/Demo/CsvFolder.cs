using System.Text;

namespace Connect.Infrastructure.Demo;

/// <summary>Writes files of an import: one per kind, with <c>;</c> between fields.</summary>
internal sealed class CsvFolder(string folder)
{
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

    private static void WriteField(StreamWriter writer, string? field)
    {
        if (string.IsNullOrEmpty(field)) return;
        if (field.AsSpan().IndexOfAny(";\"\r\n") < 0) writer.Write(field);
        else writer.Write($"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }
}
