using SkiaSharp;

namespace Connect.Infrastructure.Documents;

/// <summary>The two faces of documents, built into the program. Loaded once: a face serves all threads, a font one, which keeps it for the next text.</summary>
internal static class PdfFonts
{
    private static readonly Lazy<SKTypeface> Regular = new(() => Load("Regular")), Strong = new(() => Load("Strong"));

    [ThreadStatic]
    private static Dictionary<(float Size, bool Strong), SKFont>? _kept;

    /// <param name="size">In points. The sizes are few.</param>
    public static SKFont Of(float size, bool strong = false)
    {
        var kept = _kept ??= [];
        return kept.TryGetValue((size, strong), out var font) ? font : kept[(size, strong)] = Make(size, strong);
    }

    private static SKFont Make(float size, bool strong) => new(strong ? Strong.Value : Regular.Value, size)
    {
        // Without these the letters are placed by pixels, and a reader of the file gets other spaces than were written.
        Subpixel = true,
        LinearMetrics = true,
        Hinting = SKFontHinting.None,
    };

    /// <summary>What the faces have no letter for becomes a question mark, and a space that does not break a space.</summary>
    public static string Written(string text)
    {
        var plain = text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
        if (plain.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0) return plain;
        var font = Of(9);
        return font.ContainsGlyphs(plain) ? plain : string.Concat(plain.EnumerateRunes().Select(rune => font.ContainsGlyph(rune.Value) ? rune.ToString() : "?"));
    }

    private static SKTypeface Load(string name)
    {
        using var stream = typeof(PdfFonts).Assembly.GetManifestResourceStream($"Connect.Fonts.{name}") ?? throw new InvalidOperationException($"The face {name} was not built in.");
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data);
    }
}
