namespace Connect.Domain.Subscriptions;

/// <summary>A telephone number as E.164 (<c>+46701234567</c>), read from any Swedish spelling and shown the Swedish way.</summary>
public readonly record struct PhoneNumber
{
    private const int MaxDigits = 15;

    private PhoneNumber(string e164) => E164 = e164;

    public string E164 { get; }

    /// <summary>A Swedish number that texts and premium rules treat as a mobile one (PTS plan: 70, 72, 73, 76, 79).</summary>
    public bool IsSwedishMobile => E164 is ['+', '4', '6', '7', '0' or '2' or '3' or '6' or '9', ..] && E164.Length == 12;

    /// <summary>A Swedish number of a place or an enterprise: none that is mobile or otherwise of a person (7…), costs extra or is short.</summary>
    public bool IsSwedishFixed => E164 is ['+', '4', '6', not '7', ..] && E164.Length is >= 10 and <= 12 && !IsPremium;

    /// <summary>A Swedish number that costs extra to call (PTS plan: 900, 939, 944, 99).</summary>
    public bool IsPremium => E164 is ['+', '4', '6', '9', '0', '0', ..] or ['+', '4', '6', '9', '3', '9', ..] or ['+', '4', '6', '9', '4', '4', ..] or ['+', '4', '6', '9', '9', ..];

    /// <summary>Reads <c>070-123 45 67</c>, <c>+46701234567</c>, <c>0046…</c> or <c>46…</c> and other countries' numbers with + or 00.</summary>
    public static bool TryParse(string? text, out PhoneNumber number)
    {
        number = default;
        var cleaned = string.Concat((text ?? "").Trim().Replace("(0)", "", StringComparison.Ordinal)
            .Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '‑' or '–' or '(' or ')' or '.' or '/')));
        var international = cleaned switch
        {
            ['+', .. var rest] => rest,
            ['0', '0', .. var rest] => rest,
            ['0', .. var rest] => "46" + rest,
            ['4', '6', ..] => cleaned,
            _ => "",
        };
        if (international.Length is < 7 or > MaxDigits || international[0] == '0' || !international.All(char.IsAsciiDigit)) return false;
        if (international.StartsWith("460", StringComparison.Ordinal)) return false;
        number = new PhoneNumber("+" + international);
        return true;
    }

    /// <summary>As it is kept, E.164; null for text that is no number.</summary>
    public static string? E164Of(string? text) => TryParse(text, out var number) ? number.E164 : null;

    /// <summary>
    /// The Swedish way, <c>070-123 45 67</c>; numbers of other countries as E.164.
    /// </summary>
    public string Display => National(E164);

    /// <summary>The number with its last four digits hidden, for those who may not see called numbers.</summary>
    public static string Masked(string number) => number.Length <= 4 ? "****" : number[..^4] + "****";

    /// <summary>As <see cref="Display"/> for what <see cref="Masked"/> gave; null for other text.</summary>
    public static string? DisplayMasked(string? masked) =>
        masked is ['+', .. var digits, '*', '*', '*', '*'] && digits.Length <= MaxDigits && digits.All(char.IsAsciiDigit) ? National(masked) : null;

    public override string ToString() => E164;

    private static string National(string e164)
    {
        if (!e164.StartsWith("+46", StringComparison.Ordinal) || e164.Length < 8) return e164;
        var national = "0" + e164[3..];
        var area = AreaLength(national);
        return $"{national[..area]}-{Grouped(national[area..])}";
    }

    // PTS plan: Stockholm, the twenty areas of three figures, and the series without a place (010, 020, 07x, 099); all others have four.
    private static int AreaLength(string national) => national switch
    {
        ['0', '8', ..] => 2,
        ['0', '9', '0', '0', ..] => 4,
        ['0', '1', '0' or '1' or '3' or '6' or '8' or '9', ..] or ['0', '2', '0' or '1' or '3' or '6', ..] or ['0', '3', '1' or '3' or '5' or '6', ..]
            or ['0', '4', '0' or '2' or '4' or '6', ..] or ['0', '5', '4', ..] or ['0', '6', '0' or '3', ..] or ['0', '7', ..] or ['0', '9', '0' or '9', ..] => 3,
        _ => 4,
    };

    // Groups of two from the right; an odd count starts with a group of three, and eight are 123 456 78.
    private static string Grouped(string digits)
    {
        if (digits.Length < 4) return digits;
        if (digits.Length == 8) return $"{digits[..3]} {digits[3..6]} {digits[6..]}";
        var first = digits.Length % 2 == 0 ? 2 : 3;
        var groups = new List<string> { digits[..first] };
        for (var i = first; i < digits.Length; i += 2) groups.Add(digits[i..(i + 2)]);
        return string.Join(' ', groups);
    }
}
