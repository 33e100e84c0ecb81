using System.IO.Compression;
using Connect.Application.Operator;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>The CSV files of a folder. Other files beside them are left alone.</summary>
internal sealed class FolderSource(string folder) : IImportSource
{
    public IReadOnlyList<string> Files { get; } =
        [.. Directory.EnumerateFiles(folder, "*.csv").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    public Stream Open(string file) => new FileStream(Path.Combine(folder, file), FileMode.Open, FileAccess.Read, FileShare.Read, 65536, FileOptions.SequentialScan);
}

/// <summary>The CSV files of a zip, read without being unpacked to disk; refused when they would be larger than allowed.</summary>
internal sealed class ZipSource : IImportSource, IDisposable
{
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries;
    private readonly long _mostBytes;

    /// <exception cref="InvalidDataException">It is not a zip, or too large unpacked.</exception>
    public ZipSource(Stream zip, long mostBytes)
    {
        _mostBytes = mostBytes;
        _archive = new ZipArchive(zip, ZipArchiveMode.Read);
        var entries = _archive.Entries.Where(e => e.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)).ToList();
        if (entries.Sum(e => e.Length) > mostBytes) throw new InvalidDataException("The zip is too large unpacked.");
        Files = [.. entries.Select(e => e.Name).Order(StringComparer.Ordinal)];
        _entries = entries.GroupBy(e => e.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Files { get; }

    // The length in the directory can lie; what comes out is counted too.
    public Stream Open(string file) => new LimitedStream(_entries[file].Open(), Math.Min(_mostBytes, _entries[file].Length));

    public void Dispose() => _archive.Dispose();
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
