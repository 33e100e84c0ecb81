using SkiaSharp;

namespace Connect.Infrastructure.Documents;

/// <summary>The operator's accent colour on paper: for words, and as the ground of a box.</summary>
internal sealed record PdfColours(SKColor Accent, SKColor Soft)
{
    private const string Usual = "#1a6fc4";
    private const double Readable = 4.6;

    /// <param name="accent"><c>#rrggbb</c>; made darker where it could not be read on white.</param>
    public static PdfColours Of(string? accent)
    {
        var colour = SKColor.Parse(accent ?? Usual);
        while (Contrast(colour) < Readable) colour = Mixed(colour, SKColors.Black, .05f);
        return new(colour, Mixed(colour, SKColors.White, .92f));
    }

    private static SKColor Mixed(SKColor colour, SKColor other, float part) => new(Part(colour.Red, other.Red, part), Part(colour.Green, other.Green, part), Part(colour.Blue, other.Blue, part));

    private static byte Part(byte one, byte other, float part) => (byte)Math.Round(one + (other - one) * part);

    private static double Contrast(SKColor colour) => 1.05 / (.2126 * Linear(colour.Red) + .7152 * Linear(colour.Green) + .0722 * Linear(colour.Blue) + .05);

    private static double Linear(byte part) => part / 255.0 is var c && c <= .04045 ? c / 12.92 : Math.Pow((part / 255.0 + .055) / 1.055, 2.4);
}
