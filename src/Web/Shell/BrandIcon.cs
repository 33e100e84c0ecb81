using System.Buffers.Binary;

namespace Connect.Web.Shell;

/// <summary>
/// The portal's mark in the operator's colour as <c>/favicon.ico</c>, for what asks for an icon without reading a page: bookmarks, feeds,
/// older browsers. Drawn here, since a file would have one colour only.
/// </summary>
internal static class BrandIcon
{
    private const int Size = 32, Fine = 4;
    private const double Drawing = 28; // the side of the drawing that the measures below belong to

    public static string ColourOf(OperatorOptions branding) => branding.AccentColour is { } accent ? Accent.Mark(accent) : "#2f83d6";

    /// <param name="colour"><c>#rrggbb</c>.</param>
    public static byte[] Ico(string colour)
    {
        const int pixels = Size * Size * 4, mask = Size * 4, image = 40 + pixels + mask;
        var file = new byte[22 + image];
        void Number16(int at, int value) => BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), (ushort)value);
        void Number32(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
        (file[6], file[7]) = (Size, Size);
        foreach (var (at, value) in new[] { (2, 1), (4, 1), (10, 1), (12, 32), (34, 1), (36, 32) }) Number16(at, value);
        // The height counts the mask too, which is empty: each pixel has its own opacity.
        foreach (var (at, value) in new[] { (14, image), (18, 22), (22, 40), (26, Size), (30, 2 * Size), (42, pixels) }) Number32(at, value);
        var brand = Convert.ToInt32(colour[1..], 16);
        for (var y = 0; y < Size; y++)
            for (var x = 0; x < Size; x++) Number32(62 + ((Size - 1 - y) * Size + x) * 4, Pixel(x, y, brand));
        return file;
    }

    private static int Pixel(int x, int y, int brand)
    {
        int within = 0, white = 0;
        for (var i = 0; i < Fine * Fine; i++)
        {
            var (px, py) = ((x + (i % Fine + .5) / Fine) * Drawing / Size, (y + (i / Fine + .5) / Fine) * Drawing / Size);
            if (!InTile(px, py)) continue;
            within++;
            if (InMark(px, py)) white++;
        }

        if (within == 0) return 0;
        int Mixed(int shift) => ((brand >> shift & 255) * (within - white) + 255 * white) / within;
        return (within * 255 / (Fine * Fine)) << 24 | Mixed(16) << 16 | Mixed(8) << 8 | Mixed(0);
    }

    private static bool InTile(double x, double y)
    {
        const double corner = 8;
        var (dx, dy) = (Math.Max(Math.Abs(x - Drawing / 2) - (Drawing / 2 - corner), 0), Math.Max(Math.Abs(y - Drawing / 2) - (Drawing / 2 - corner), 0));
        return dx * dx + dy * dy <= corner * corner;
    }

    /// <summary>A ring that is open to the right, with round ends, and a dot in the opening.</summary>
    private static bool InMark(double x, double y)
    {
        const double half = 1.3, radius = 6.2, middleX = 14.13, middleY = 14, endX = 18.5, endY = 4.4;
        double From(double cx, double cy) => double.Hypot(x - cx, y - cy);
        return From(20, middleY) <= 2.2 || From(endX, middleY - endY) <= half || From(endX, middleY + endY) <= half
            || (Math.Abs(From(middleX, middleY) - radius) <= half && (x - middleX) * endY <= Math.Abs(y - middleY) * (endX - middleX));
    }
}
