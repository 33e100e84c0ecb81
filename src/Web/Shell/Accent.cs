using System.Globalization;

namespace Connect.Web.Shell;

/// <summary>The operator's accent colour as a stylesheet of its own, moved towards black or white until text in it can be read (WCAG 2.2, 4.5 : 1).</summary>
internal static class Accent
{
    private const double Readable = 4.6, ReadableInTheDark = 6;
    private static readonly double[] White = [1, 1, 1], Black = [0, 0, 0], Night = Parse("#1d2837");

    public static string Stylesheet(string colour)
    {
        var accent = Parse(colour);
        var light = Moved(accent, Black, against: White, Readable);
        var dark = Moved(accent, White, against: Night, ReadableInTheDark);
        return $$"""
            :root {
              --brand: light-dark({{Hex(light)}}, {{Hex(dark)}});
              --brand-strong: light-dark({{Hex(Mixed(light, Black, .25))}}, {{Hex(Mixed(dark, White, .3))}});
              --brand-soft: light-dark({{Hex(Mixed(light, White, .91))}}, {{Hex(Mixed(accent, Night, .82))}});
              --brand-line: light-dark({{Hex(Mixed(light, White, .75))}}, {{Hex(Mixed(accent, Night, .6))}});
              --on-brand: light-dark(#fff, #06182b);
              --bar-mark: {{Hex(dark)}};
            }
            """;
    }

    /// <summary>The colour of the mark: white lines on it can be seen.</summary>
    public static string Mark(string colour) => Hex(Moved(Parse(colour), Black, against: White, Readable));

    private static double[] Moved(double[] colour, double[] towards, double[] against, double contrast)
    {
        for (var part = 0.0; part < 1; part += .05)
        {
            var moved = Mixed(colour, towards, part);
            if (Contrast(moved, against) >= contrast) return moved;
        }

        return towards;
    }

    private static double Contrast(double[] one, double[] other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + .05) / (Math.Min(a, b) + .05);
    }

    private static double Luminance(double[] colour)
    {
        var linear = Array.ConvertAll(colour, c => c <= .04045 ? c / 12.92 : Math.Pow((c + .055) / 1.055, 2.4));
        return .2126 * linear[0] + .7152 * linear[1] + .0722 * linear[2];
    }

    private static double[] Mixed(double[] colour, double[] other, double part) => [.. colour.Zip(other, (a, b) => a + (b - a) * part)];

    private static double[] Parse(string hex) =>
        [.. Enumerable.Range(0, 3).Select(i => int.Parse(hex.AsSpan(1 + 2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)];

    private static string Hex(double[] colour) => "#" + string.Concat(colour.Select(c => ((int)Math.Round(c * 255)).ToString("x2", CultureInfo.InvariantCulture)));
}
