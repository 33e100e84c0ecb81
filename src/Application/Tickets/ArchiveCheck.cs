using System.IO.Compression;

namespace Connect.Application.Tickets;

/// <summary>Unpacks an archive, or a document that is one, into nothing: it may fill no disk where somebody opens it.</summary>
internal static class ArchiveCheck
{
    public const int MostEntries = 2_000;
    private static readonly string[] Archives = [".zip", ".7z", ".rar", ".gz", ".tgz", ".bz2", ".xz", ".tar"];

    // What is not taken alone is not taken packed: what runs when it is opened.
    private static readonly string[] Programs =
        [".exe", ".msi", ".com", ".scr", ".pif", ".cpl", ".dll", ".bat", ".cmd", ".ps1", ".vbs", ".vbe", ".js", ".jse", ".wsf", ".wsh", ".hta", ".jar", ".lnk", ".reg", ".sh", ".apk", ".app", ".dmg", ".iso"];

    /// <summary>False where it is broken or locked, has archives or programs in it, very many files, or more than that when unpacked. What it says of sizes is not trusted.</summary>
    public static async Task<bool> IsHarmlessAsync(Stream content, long mostBytes, CancellationToken cancellation)
    {
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count is 0 or > MostEntries || archive.Entries.Any(entry => entry.IsEncrypted || IsForbidden(entry.Name))) return false;
            var (buffer, left) = (new byte[81_920], mostBytes);
            foreach (var entry in archive.Entries)
            {
                await using var unpacked = await entry.OpenAsync(cancellation);
                for (int read; (read = await unpacked.ReadAsync(buffer, cancellation)) > 0;)
                    if ((left -= read) < 0) return false;
            }

            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static bool IsForbidden(string name) => Archives.Concat(Programs).Contains(Path.GetExtension(name).TrimEnd(' ', '.'), StringComparer.OrdinalIgnoreCase);
}
