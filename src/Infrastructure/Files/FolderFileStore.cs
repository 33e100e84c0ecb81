using Connect.Application.Common.Ports;

namespace Connect.Infrastructure.Files;

/// <summary>Files in a local folder, which several nodes may share. A file is written as <c>.part</c>, flushed, then renamed.</summary>
internal sealed class FolderFileStore(string root) : IFileStore
{
    public Task<IFileWrite> CreateAsync(string key, CancellationToken cancellation)
    {
        var path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return Task.FromResult<IFileWrite>(new Write(path));
    }

    public Task<Stream?> OpenAsync(string key, CancellationToken cancellation)
    {
        var path = PathOf(key);
        return Task.FromResult<Stream?>(File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 81920, useAsync: true) : null);
    }

    public Task DeleteAsync(string key, CancellationToken cancellation)
    {
        File.Delete(PathOf(key));
        return Task.CompletedTask;
    }

    public IEnumerable<string> KeysOf(string folder, DateTimeOffset unchangedSince)
    {
        var path = PathOf(folder);
        return !Directory.Exists(path) ? [] : Directory.EnumerateFiles(path)
            .Where(file => !file.EndsWith(".part", StringComparison.Ordinal) && File.GetLastWriteTimeUtc(file) < unchangedSince.UtcDateTime).Select(file => $"{folder}/{Path.GetFileName(file)}");
    }

    public Task RemovePartsAsync(DateTimeOffset unchangedSince, CancellationToken cancellation)
    {
        if (!Directory.Exists(root)) return Task.CompletedTask;
        foreach (var part in Directory.EnumerateFiles(root, "*.part", SearchOption.AllDirectories))
            if (File.GetLastWriteTimeUtc(part) < unchangedSince.UtcDateTime) File.Delete(part);
        return Task.CompletedTask;
    }

    // Keys are ours; should one ever come from outside, it cannot leave the folder.
    private string PathOf(string key)
    {
        var path = Path.GetFullPath(Path.Combine(root, key));
        return path.StartsWith(Path.GetFullPath(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new ArgumentException("A file key stays inside the store.", nameof(key));
    }

    private sealed class Write(string path) : IFileWrite
    {
        private readonly string _part = $"{path}.{Guid.CreateVersion7():N}.part";
        private FileStream? _stream;

        public Stream Stream => _stream ??= new FileStream(_part, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920);

        public async Task CompleteAsync(CancellationToken cancellation)
        {
            ((FileStream)Stream).Flush(flushToDisk: true);
            await _stream!.DisposeAsync();
            File.Move(_part, path, overwrite: true);
        }

        public async ValueTask DisposeAsync()
        {
            if (_stream is null) return;
            await _stream.DisposeAsync();
            File.Delete(_part);
        }
    }
}
