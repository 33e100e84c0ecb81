using System.Buffers;
using System.Globalization;
using System.Text;

namespace Connect.Infrastructure.Reports.Excel;

/// <summary>
/// Text as it may stand in a cell (ECMA-376 part 1, §22.9.2.19 ST_Xstring): what XML cannot hold is written <c>_xHHHH_</c>,
/// text that looks like such an escape has its first underscore escaped, and longer text than Excel takes is cut.
/// </summary>
internal static class CellText
{
    public const int MaxLength = 32_767;

    private const string Controls =
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000D\u000E\u000F" +
        "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF";

    private static readonly SearchValues<char> Special = SearchValues.Create(
        Controls + "<>&_\"" + string.Concat(Enumerable.Range(0xD800, 0x800).Select(code => (char)code)));

    /// <summary>The text as it is, when nothing in it needs care.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text) => text.Length <= MaxLength && !text.ContainsAny(Special);

    /// <summary>Edge spaces and line breaks are lost unless XML is told to keep them.</summary>
    public static bool NeedsPreserve(ReadOnlySpan<char> text) =>
        text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.ContainsAny('\n', '\t'));

    public static string Escape(string text)
    {
        var cut = Cut(text);
        var result = new StringBuilder(cut.Length + 32);
        for (var i = 0; i < cut.Length; i++)
        {
            var sign = cut[i];
            if (char.IsHighSurrogate(sign) && i + 1 < cut.Length && char.IsLowSurrogate(cut[i + 1])) result.Append(sign).Append(cut[++i]);
            else if (char.IsSurrogate(sign)) result.Append('\uFFFD');
            else if (sign == '_' && LooksEscaped(cut[i..])) result.Append("_x005F_");
            else if (Controls.Contains(sign)) result.Append(CultureInfo.InvariantCulture, $"_x{(int)sign:X4}_");
            else Append(result, sign);
        }

        return result.ToString();
    }

    /// <summary>For a writer that escapes by itself, but takes neither longer text nor half signs.</summary>
    public static string Clean(string text) => IsPlain(text) ? text : string.Concat(Cut(text).ToString().EnumerateRunes().Select(rune => rune.ToString()));

    private static void Append(StringBuilder result, char sign) => _ = sign switch
    {
        '<' => result.Append("&lt;"),
        '>' => result.Append("&gt;"),
        '&' => result.Append("&amp;"),
        '"' => result.Append("&quot;"),
        _ => result.Append(sign),
    };

    // Never between the two halves of one sign.
    private static ReadOnlySpan<char> Cut(string text)
    {
        if (text.Length <= MaxLength) return text;
        var length = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return text.AsSpan(0, length);
    }

    // A control sign in the last place is as good as an underscore: its own escape begins with one.
    private static bool LooksEscaped(ReadOnlySpan<char> text) =>
        text.Length >= 7 && (text[1] is 'x' or 'X') && (text[6] == '_' || Controls.Contains(text[6]))
        && char.IsAsciiHexDigit(text[2]) && char.IsAsciiHexDigit(text[3]) && char.IsAsciiHexDigit(text[4]) && char.IsAsciiHexDigit(text[5]);
}
