using System.IO.Compression;
using Connect.Application.Operator;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>The endings of files that can be loaded.</summary>
internal static class ImportSources
{
    public const string Csv = ".csv", GeoJson = ".geojson";

    public static bool IsLoaded(string name) => name.EndsWith(Csv, StringComparison.OrdinalIgnoreCase) || name.EndsWith(GeoJson, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The CSV and GeoJSON files of a folder, and the PDF documents beside them. Other files are left alone.</summary>
internal sealed class FolderSource(string folder) : IImportSource
{
    public IReadOnlyList<string> Files { get; } =
        [.. Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)).Where(ImportSources.IsLoaded).Order(StringComparer.Ordinal)];

    public Stream Open(string file) => new FileStream(Path.Combine(folder, file), FileMode.Open, FileAccess.Read, FileShare.Read, 65536, FileOptions.SequentialScan);

    public IReadOnlyDictionary<string, long> Documents { get; } =
        new DirectoryInfo(folder).EnumerateFiles("*.pdf").ToDictionary(file => file.Name, file => file.Length, StringComparer.Ordinal);

    // What is asked for is one of those names, and so never leads out of the folder.
    public Stream? OpenDocument(string name) => Documents.ContainsKey(name) ? Open(name) : null;
}

/// <summary>
/// The CSV and GeoJSON files of a zip and the PDF documents beside them, read without being unpacked to disk. What is no zip, or larger unpacked than allowed, shows when it is first
/// looked into, as <see cref="InvalidDataException"/>.
/// </summary>
internal sealed class ZipSource(Stream zip, long mostBytes) : IImportSource, IDisposable
{
    private ZipArchive? _archive;
    private Content? _content;

    public IReadOnlyList<string> Files => [.. Entries.Files.Select(e => e.Name)];

    public IReadOnlyDictionary<string, long> Documents => Entries.Documents.ToDictionary(document => document.Key, document => document.Value.Length, StringComparer.Ordinal);

    private Content Entries => _content ??= Read();

    public Stream Open(string file) => Open(Entries.Files.First(e => e.Name == file));

    public Stream? OpenDocument(string name) => Entries.Documents.TryGetValue(name, out var entry) ? Open(entry) : null;

    public void Dispose()
    {
        _archive?.Dispose();
        zip.Dispose();
    }

    private static LimitedStream Open(ZipArchiveEntry entry) => new(entry.Open(), entry.Length); // the length in the directory can lie; what comes out is counted too

    private Content Read()
    {
        _archive ??= new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
        var content = new Content(Named(_archive, ImportSources.IsLoaded), Named(_archive, name => name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)).DistinctBy(e => e.Name).ToDictionary(e => e.Name, StringComparer.Ordinal));
        var left = mostBytes;
        foreach (var entry in content.Files.Concat(content.Documents.Values))
            if ((left -= entry.Length) < 0) throw new InvalidDataException("The zip is too large unpacked.");
        return content;
    }

    private static List<ZipArchiveEntry> Named(ZipArchive archive, Func<string, bool> isOne) =>
        [.. archive.Entries.Where(e => isOne(e.Name)).OrderBy(e => e.Name, StringComparer.Ordinal)];

    private sealed record Content(List<ZipArchiveEntry> Files, Dictionary<string, ZipArchiveEntry> Documents);
}

/// <summary>Reads at most so many bytes, and breaks off when there are more.</summary>
internal sealed class LimitedStream(Stream inner, long most) : Stream
{
    private long _read;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        _read += count;
        return _read <= most ? count : throw new InvalidDataException("A file of the zip is larger than it says.");
    }

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
