namespace Connect.Domain.Tickets;

/// <summary>
/// A kind of file that may be attached to a ticket. Both the name's ending and the content's first bytes have to say so. Whether an archive
/// can be unpacked without harm is looked at when it is received.
/// </summary>
/// <param name="Endings">Of the name, with the dot, in lower case.</param>
/// <param name="ContentType">As it is given out.</param>
public sealed record AttachmentType(IReadOnlyList<string> Endings, string ContentType)
{
    public const int NameLength = 200;

    /// <summary>So many bytes of the content are enough to know it.</summary>
    public const int HeadLength = 512;

    private const string Office = "application/vnd.openxmlformats-officedocument.";
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];

    private static readonly (AttachmentType Type, Func<Head, bool> Fits)[] Known =
    [
        (new([".pdf"], "application/pdf"), head => head.StartsWith("%PDF-"u8.ToArray())),
        (new([".png"], "image/png"), head => head.StartsWith([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])),
        (new([".jpg", ".jpeg"], "image/jpeg"), head => head.StartsWith([0xFF, 0xD8, 0xFF])),
        (new([".gif"], "image/gif"), head => head.StartsWith("GIF8"u8.ToArray())),
        (new([".webp"], "image/webp"), head => head.StartsWith("RIFF"u8.ToArray()) && head.HasAt(8, "WEBP"u8.ToArray())),
        (new([".heic"], "image/heic"), head => head.HasAt(4, "ftyp"u8.ToArray())),
        (new([".txt", ".log"], "text/plain"), head => head.IsText),
        (new([".csv"], "text/csv"), head => head.IsText),
        (new([".docx"], Office + "wordprocessingml.document"), head => head.StartsWith(Zip)),
        (new([".xlsx"], Office + "spreadsheetml.sheet"), head => head.StartsWith(Zip)),
        (new([".pptx"], Office + "presentationml.presentation"), head => head.StartsWith(Zip)),
        (new([".zip"], "application/zip"), head => head.StartsWith(Zip)),
    ];

    /// <summary>Zip, or a document that is one inside.</summary>
    public bool IsArchive => ContentType == "application/zip" || ContentType.StartsWith(Office, StringComparison.Ordinal);

    /// <summary>Every ending that is taken, for people to read.</summary>
    public static IReadOnlyList<string> AllEndings { get; } = [.. Known.SelectMany(known => known.Type.Endings)];

    /// <summary>The kind that name and content agree on; null where they do not, or it is none of those taken.</summary>
    /// <param name="head">The content's first bytes, <see cref="HeadLength"/> of them where there are so many.</param>
    public static AttachmentType? Of(string fileName, byte[] head)
    {
        var dot = fileName.LastIndexOf('.');
        if (dot < 1) return null;
        var ending = fileName[dot..].ToLowerInvariant();
        var (type, fits) = Known.FirstOrDefault(known => known.Type.Endings.Contains(ending));
        return type is not null && fits(new(head)) ? type : null;
    }

    /// <summary>The file's own name, without a way to it, control characters and what systems give a meaning; it names a download and never a file of ours.</summary>
    public static string CleanName(string? fileName)
    {
        var bare = (fileName ?? "").Split('/', '\\')[^1];
        var clean = string.Concat(bare.EnumerateRunes().Where(sign => !System.Text.Rune.IsControl(sign) && sign.Value is not ('"' or '<' or '>' or '|' or ':' or '*' or '?' or 0xFFFD)
            && System.Text.Rune.GetUnicodeCategory(sign) != System.Globalization.UnicodeCategory.Format).Select(sign => sign.ToString())).Trim(' ', '.');
        if (clean.Length <= NameLength) return clean.Normalize();
        var ending = clean.LastIndexOf('.') is var dot and > 0 && clean.Length - dot <= 10 ? clean[dot..] : "";
        var start = clean[..(NameLength - ending.Length)];
        return (char.IsHighSurrogate(start[^1]) ? start[..^1] : start) + ending;
    }

    /// <summary>The first bytes of a content.</summary>
    internal sealed class Head(byte[] bytes)
    {
        public bool IsText => bytes.Length > 0 && !bytes.AsSpan().ContainsAnyInRange((byte)0, (byte)8);

        public bool StartsWith(byte[] sign) => bytes.AsSpan().StartsWith(sign);

        public bool HasAt(int offset, byte[] sign) => bytes.Length >= offset + sign.Length && bytes.AsSpan(offset, sign.Length).SequenceEqual(sign);
    }
}
