using Connect.Application.Common.Errors;
using Connect.Application.Operator;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>Settings <c>Import:*</c> of what may be sent to be loaded.</summary>
public sealed record ImportOptions
{
    private const long Mega = 1024 * 1024;

    /// <summary>The zip as it is sent.</summary>
    public int MostMegabytes { get; init; } = 256;

    /// <summary>All of its files together, unpacked.</summary>
    public int MostUnpackedMegabytes { get; init; } = 4096;

    /// <summary>A single PDF document.</summary>
    public int MostDocumentMegabytes { get; init; } = 10;

    public long MostDocumentBytes => MostDocumentMegabytes * Mega;

    public long MostBytes => MostMegabytes * Mega;

    public long MostUnpackedBytes => MostUnpackedMegabytes * Mega;
}

/// <summary>
/// Keeps a zip in a file that only this program's user can read: it holds PIN and PUK. The file goes when it is closed, and with the process however
/// that ends: on Windows the system sees to that, elsewhere the file has no name any more from the beginning.
/// </summary>
internal sealed class ImportUploads(ImportOptions options) : IImportUploads, IDisposable
{
    private readonly SemaphoreSlim _free = new(1, 1);

    public async Task<IImportUpload> ReceiveAsync(Stream zip, CancellationToken cancellation)
    {
        if (!_free.Wait(TimeSpan.Zero, cancellation)) throw new ConflictException("ImportRunning");
        FileStream? file = null;
        try
        {
            file = Create();
            await zip.CopyToAsync(file, cancellation);
            file.Position = 0;
            return new Upload(new ZipSource(file, options.MostUnpackedBytes), _free);
        }
        catch
        {
            if (file is not null) await file.DisposeAsync();
            _free.Release();
            throw;
        }
    }

    public void Dispose() => _free.Dispose();

    internal static FileStream Create()
    {
        var settings = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, BufferSize = 81_920, Options = FileOptions.Asynchronous };
        var path = Path.Combine(Path.GetTempPath(), $"connect-import-{Guid.CreateVersion7():N}.zip");
        if (OperatingSystem.IsWindows())
        {
            settings.Options |= FileOptions.DeleteOnClose;
            return new FileStream(path, settings);
        }

        settings.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, settings);
        File.Delete(path);
        return file;
    }

    private sealed class Upload(ZipSource zip, SemaphoreSlim free) : IImportUpload
    {
        public IReadOnlyList<string> Files => zip.Files;

        public Stream Open(string file) => zip.Open(file);

        public IReadOnlyDictionary<string, long> Documents => zip.Documents;

        public Stream? OpenDocument(string name) => zip.OpenDocument(name);

        public ValueTask DisposeAsync()
        {
            zip.Dispose();
            free.Release();
            return ValueTask.CompletedTask;
        }
    }
}
