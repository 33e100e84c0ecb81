using System.Text;

namespace Connect.Application.Common.Texts;

/// <summary>What of typed text is text at all: no control characters, no lone halves of a sign (read as U+FFFD), no noncharacters.</summary>
public static class TypedText
{
    public static bool IsSign(Rune sign) => !Rune.IsControl(sign) && sign != Rune.ReplacementChar && (sign.Value & 0xFFFE) != 0xFFFE;

    /// <summary>True for one line of nothing but signs.</summary>
    public static bool IsLine(string text) => text.EnumerateRunes().All(IsSign);

    /// <summary>The text without whatever is no sign.</summary>
    /// <param name="longest">So many signs at most.</param>
    public static string Signs(string? text, int longest = int.MaxValue) =>
        string.Concat((text ?? "").EnumerateRunes().Where(IsSign).Take(longest).Select(sign => sign.ToString()));
}
