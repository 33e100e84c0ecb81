using System.Security.Cryptography;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Domain.Tickets;

namespace Connect.Application.Tickets;

/// <summary>Reads a file into the file store, a piece at a time, and breaks off as soon as it is too large or not what it says.</summary>
public sealed class TicketFileReader(IFileStore store, TicketOptions options)
{
    /// <summary>Where the files lie in the store.</summary>
    public const string Folder = "tickets";

    /// <param name="idOf">The file's id from the SHA-256 of its content; it names the file in the store.</param>
    /// <exception cref="InvalidInputException"><c>FileTooLarge</c>, <c>FileType</c>, <c>FileEmpty</c>, <c>FileArchive</c>; of the field <c>Files</c>.</exception>
    public async Task<TicketFile> ReceiveAsync(string name, Stream content, Func<byte[], Guid> idOf, CancellationToken cancellation)
    {
        var buffer = new byte[81_920];
        var head = buffer[..await content.ReadAtLeastAsync(buffer, AttachmentType.HeadLength, throwOnEndOfStream: false, cancellation)];
        if (head.Length == 0) throw Wrong("FileEmpty", name);
        var type = AttachmentType.Of(name, head) ?? throw Wrong("FileType", name, string.Join(", ", AttachmentType.AllEndings));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // Its name follows from all of it: until then it goes by one that nobody else has.
        var key = $"{Folder}/{Guid.CreateVersion7():N}";
        await using var file = await store.CreateAsync(key, cancellation);
        var size = 0L;
        for (var read = head.Length; read > 0; read = await content.ReadAsync(buffer, cancellation))
        {
            size += read;
            if (size > options.MostBytes) throw Wrong("FileTooLarge", name, options.MostMegabytes);
            hash.AppendData(buffer, 0, read);
            await file.Stream.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        await file.CompleteAsync(cancellation);
        if (type.IsArchive && !await IsHarmlessAsync(key, cancellation))
        {
            await store.DeleteAsync(key, cancellation);
            throw Wrong("FileArchive", name);
        }

        return new(idOf(hash.GetHashAndReset()), name, type.ContentType, size, key);
    }

    /// <summary>It was there already.</summary>
    public Task DropAsync(TicketFile file, CancellationToken cancellation) => store.DeleteAsync(file.Key, cancellation);

    private async Task<bool> IsHarmlessAsync(string key, CancellationToken cancellation)
    {
        await using var content = await store.OpenAsync(key, cancellation);
        return content is not null && await ArchiveCheck.IsHarmlessAsync(content, options.MostUnpacked, cancellation);
    }

    private static InvalidInputException Wrong(string code, params object[] arguments) => new("Files", code, arguments);
}
