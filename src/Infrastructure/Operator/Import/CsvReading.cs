using Connect.Application.Operator;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>Reads the files of a load row by row, and reports what is malformed.</summary>
internal sealed class CsvReading(IImportSource source, ProblemList problems)
{
    /// <summary>The rows; those with a bad field say so. In the second pass nothing is reported: the first found nothing.</summary>
    public IEnumerable<ImportRow> Rows(string file, IReadOnlyList<ImportColumn> columns)
    {
        if (file.EndsWith(ImportSources.GeoJson, StringComparison.Ordinal)) return new GeoJsonRows(problems, file, columns).Read(() => source.Open(file));
        return CsvRowsOf(file, columns);
    }

    private IEnumerable<ImportRow> CsvRowsOf(string file, IReadOnlyList<ImportColumn> columns)
    {
        using var csv = new CsvRows(() => source.Open(file));
        if (Header(csv, file, columns) is not { } header) yield break;
        while (Next(csv, file))
        {
            if (csv.Count == 1 && csv[0].Length == 0) continue;
            if (Row(csv, file, header) is { } row) yield return row;
        }
    }

    /// <inheritdoc cref="IImportSource.IsSingle"/>
    public bool IsSingle => source.IsSingle;

    /// <summary>A document that lies beside the files; null when there is none of that name.</summary>
    public Stream? OpenDocument(string name) => source.OpenDocument(name);

    /// <summary>The same files, read without reporting.</summary>
    public CsvReading Silent() => new(source, new ProblemList());

    private bool Next(CsvRows csv, string file)
    {
        try
        {
            return csv.Read();
        }
        catch (MalformedCsvException broken)
        {
            problems.Add(file, broken.Line, "", broken.Code);
            return false;
        }
    }

    private ImportHeader? Header(CsvRows csv, string file, IReadOnlyList<ImportColumn> columns)
    {
        if (!Next(csv, file))
        {
            if (!problems.Problems.Any(p => p.File == file)) problems.Add(file, 1, "", "Empty");
            return null;
        }

        var before = problems.Problems.Count;
        var positions = Enumerable.Repeat(-1, columns.Count).ToArray();
        for (var i = 0; i < csv.Count; i++)
        {
            var index = columns.ToList().FindIndex(c => c.Name == csv[i]);
            if (index < 0) problems.Add(file, 1, csv[i], "ColumnUnknown");
            else if (positions[index] >= 0) problems.Add(file, 1, csv[i], "ColumnTwice");
            else positions[index] = i;
        }

        for (var i = 0; i < columns.Count; i++)
            if (columns[i].IsRequired && positions[i] < 0) problems.Add(file, 1, columns[i].Name, "ColumnMissing");
        return problems.Problems.Count == before ? new ImportHeader(columns, positions) : null;
    }

    private ImportRow? Row(CsvRows csv, string file, ImportHeader header)
    {
        var fields = header.Positions.Count(p => p >= 0);
        if (csv.Count != fields)
        {
            problems.Add(file, csv.Line, "", "FieldCount", csv.Count, fields);
            return null;
        }

        var values = new object?[header.Columns.Count];
        var good = true;
        for (var i = 0; i < values.Length; i++)
        {
            if (header.Positions[i] < 0) continue;
            var column = header.Columns[i];
            var text = csv[header.Positions[i]];
            var read = text.Length > 0 ? column.Read(text) : new(null, column.IsRequired ? "Required" : null);
            if (read.Problem is not null) problems.Add(file, csv.Line, column.Name, read.Problem, read.Arguments ?? []);
            good &= read.Problem is null;
            values[i] = read.Value;
        }

        return new ImportRow(header, values, csv.Line) { IsGood = good };
    }
}
