using System.Text.Unicode;
using CsvHelper;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>The rows of a CSV file (RFC 4180, strict UTF-8), separated by <c>;</c> or <c>,</c>, whichever the header has more of.</summary>
internal sealed class CsvRows(Func<Stream> open) : IDisposable
{
    private const int MostBytesOfRow = 1024 * 1024;
    private readonly CsvReader _reader = CsvReader.Create(open(), new CsvReaderOptions
    {
        Separator = Separator(open),
        HasHeader = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        TrackLineNumbers = true,
        MaxRecordSize = MostBytesOfRow,
        PoolStrings = true,
    });

    /// <summary>The line where the row starts, from 1.</summary>
    public long Line => _reader.LineNumber;

    public int Count => _reader.FieldCount;

    /// <summary>The field, trimmed.</summary>
    public string this[int index] => _reader.GetString(index).Trim();

    /// <exception cref="MalformedCsvException">The text can not be read on from here.</exception>
    public bool Read()
    {
        try
        {
            if (!_reader.Read()) return false;
        }
        catch (CsvFormatException broken)
        {
            throw new MalformedCsvException("BadQuotes", broken.LineNumber);
        }

        return Utf8.IsValid(_reader.RawRecord) ? true : throw new MalformedCsvException("NotUtf8", Line);
    }

    public void Dispose() => _reader.Dispose();

    private static char Separator(Func<Stream> open)
    {
        using var reader = new StreamReader(open());
        var header = reader.ReadLine() ?? "";
        return header.Count(c => c == ';') >= header.Count(c => c == ',') ? ';' : ',';
    }
}

internal sealed class MalformedCsvException(string code, long line) : Exception(code)
{
    public string Code { get; } = code;
    public long Line { get; } = line;
}
