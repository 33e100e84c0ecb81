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

/// <summary>
/// The CSV files of a zip, read without being unpacked to disk. What is no zip, or larger unpacked than allowed, shows when it is first
/// looked into, as <see cref="InvalidDataException"/>.
/// </summary>
internal sealed class ZipSource(Stream zip, long mostBytes) : IImportSource, IDisposable
{
    private ZipArchive? _archive;
    private List<ZipArchiveEntry>? _entries;

    public IReadOnlyList<string> Files => [.. Entries.Select(e => e.Name)];

    private List<ZipArchiveEntry> Entries => _entries ??= Read();

    public Stream Open(string file)
    {
        var entry = Entries.First(e => e.Name == file);
        return new LimitedStream(entry.Open(), entry.Length); // the length in the directory can lie; what comes out is counted too
    }

    public void Dispose()
    {
        _archive?.Dispose();
        zip.Dispose();
    }

    private List<ZipArchiveEntry> Read()
    {
        _archive ??= new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
        var entries = _archive.Entries.Where(e => e.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)).OrderBy(e => e.Name, StringComparer.Ordinal).ToList();
        var left = mostBytes;
        foreach (var entry in entries)
            if ((left -= entry.Length) < 0) throw new InvalidDataException("The zip is too large unpacked.");
        return entries;
    }
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
