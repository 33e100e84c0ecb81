using SkiaSharp;

namespace Connect.Infrastructure.Documents;

/// <summary>Writes and draws on one page, in points from its upper left corner.</summary>
internal sealed class PdfPen(SKCanvas canvas) : IDisposable
{
    private readonly SKPaint _paint = new() { IsAntialias = true };

    public const float Width = 595, Height = 842;
    public static readonly SKColor Ink = new(0x1b, 0x24, 0x30), Muted = new(0x5a, 0x66, 0x75), Rule = new(0xd5, 0xdb, 0xe2);

    public SKCanvas Canvas => canvas;

    /// <summary>Text that begins at <paramref name="x"/>, on a base line.</summary>
    public void Text(float x, float y, string? text, float size, SKColor? colour = null, bool strong = false) => Draw(x, y, text, size, colour, strong, SKTextAlign.Left);

    /// <summary>Text that ends at <paramref name="x"/>.</summary>
    public void Ending(float x, float y, string? text, float size, SKColor? colour = null, bool strong = false) => Draw(x, y, text, size, colour, strong, SKTextAlign.Right);

    public void Line(float x1, float x2, float y, SKColor colour, float thickness = .6f)
    {
        using var paint = new SKPaint { Color = colour, StrokeWidth = thickness, IsStroke = true };
        canvas.DrawLine(x1, y, x2, y, paint);
    }

    public void Box(float x, float y, float width, float height, SKColor colour, float radius = 5)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawRoundRect(x, y, width, height, radius, radius, paint);
    }

    /// <summary>The text in lines of at most that width, broken between words; a word that is wider is cut where it has to be.</summary>
    public static List<string> Wrapped(string text, float size, float width, bool strong = false)
    {
        var font = PdfFonts.Of(size, strong);
        var lines = new List<string>();
        var rest = PdfFonts.Written(text).Trim();
        while (rest.Length > 0)
        {
            var fits = Fitting(font, rest, width);
            if (fits < rest.Length && rest.LastIndexOf(' ', fits) is var space and > 0) fits = space;
            lines.Add(rest[..fits].TrimEnd());
            rest = rest[fits..].TrimStart();
        }

        return lines.Count == 0 ? [""] : lines;
    }

    /// <summary>The text on one line, cut with dots where it is wider.</summary>
    public static string Cut(string text, float size, float width, bool strong = false)
    {
        var font = PdfFonts.Of(size, strong);
        var whole = PdfFonts.Written(text);
        return font.MeasureText(whole) <= width ? whole : whole[..Fitting(font, whole, width - font.MeasureText("…"))].TrimEnd() + "…";
    }

    public static float WidthOf(string text, float size, bool strong = false)
    {
        var font = PdfFonts.Of(size, strong);
        return font.MeasureText(PdfFonts.Written(text));
    }

    public void Dispose() => _paint.Dispose();

    // At least one sign, and never half of one.
    private static int Fitting(SKFont font, string text, float width)
    {
        var fits = Math.Max(1, font.BreakText(text, width));
        return fits < text.Length && char.IsLowSurrogate(text[fits]) ? fits + 1 : fits;
    }

    private void Draw(float x, float y, string? text, float size, SKColor? colour, bool strong, SKTextAlign align)
    {
        if (string.IsNullOrEmpty(text)) return;
        var font = PdfFonts.Of(size, strong);
        _paint.Color = colour ?? Ink;
        canvas.DrawText(PdfFonts.Written(text), x, y, align, font, _paint);
    }
}
