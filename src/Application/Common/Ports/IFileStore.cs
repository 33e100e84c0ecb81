namespace Connect.Application.Common.Ports;

/// <summary>
/// Where exports, attachments and documents are kept: a folder that several nodes may share.
/// Keys are made by the product (<c>exports/2026/…</c>), never taken from a user.
/// </summary>
public interface IFileStore
{
    /// <summary>Opens a file for writing under a temporary name; it appears under <paramref name="key"/> when the write is completed.</summary>
    Task<IFileWrite> CreateAsync(string key, CancellationToken cancellation);

    /// <summary>The file, or null when it is not there.</summary>
    Task<Stream?> OpenAsync(string key, CancellationToken cancellation);

    Task DeleteAsync(string key, CancellationToken cancellation);

    /// <summary>The keys of a folder's own files that nobody has written since.</summary>
    IEnumerable<string> KeysOf(string folder, DateTimeOffset unchangedSince);

    /// <summary>Removes what writes that were broken off by a kill have left, if nobody has written to it since.</summary>
    Task RemovePartsAsync(DateTimeOffset unchangedSince, CancellationToken cancellation);
}

/// <summary>A file being written. Disposed without <see cref="CompleteAsync"/>, nothing is left.</summary>
public interface IFileWrite : IAsyncDisposable
{
    Stream Stream { get; }

    /// <summary>Flushes to disk and gives the file its name.</summary>
    Task CompleteAsync(CancellationToken cancellation);
}
