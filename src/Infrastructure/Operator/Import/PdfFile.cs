using System.Security.Cryptography;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>What a file is found to be when it is read: its name proves nothing.</summary>
/// <param name="Hash">SHA-256 of the content, in hexadecimal.</param>
internal readonly record struct PdfFile(long Size, string Hash, bool IsPdf, bool IsTooLarge)
{
    private const int TailLength = 1024;

    /// <summary>Reads to the end, or to one byte more than allowed. A PDF begins with its version and ends with a mark (ISO 32000-2, 7.5.2 and 7.5.5).</summary>
    public static PdfFile Read(Stream stream, long mostBytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, head, tail, size) = (new byte[81_920], Array.Empty<byte>(), Array.Empty<byte>(), 0L);
        for (int read; (read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0;)
        {
            if (size == 0) head = buffer[..Math.Min(read, 8)];
            tail = read >= TailLength ? buffer[(read - TailLength)..read] : [.. tail, .. buffer[..read]];
            hash.AppendData(buffer, 0, read);
            if ((size += read) > mostBytes) return new(size, "", false, IsTooLarge: true);
        }

        var isPdf = head.AsSpan().StartsWith("%PDF-"u8) && tail.AsSpan().IndexOf("%%EOF"u8) >= 0;
        return new(size, Convert.ToHexString(hash.GetHashAndReset()), isPdf, IsTooLarge: false);
    }
}
