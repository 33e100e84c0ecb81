using System.Diagnostics.CodeAnalysis;
using Connect.Domain.Common;

namespace Connect.Domain.Subscriptions;

/// <summary>
/// The serial number of a SIM card (ICCID, ITU-T E.118): 19 or 20 digits, starting with 89, the last a Luhn check digit.
/// </summary>
public readonly record struct Icc
{
    private Icc(string digits) => Digits = digits;

    public string Digits { get; }

    /// <summary>Reads an ICC in any spelling: spaces and hyphens are passed over, as is a filler F in the 20th place.</summary>
    /// <param name="problem">What is wrong, as the code of an error text; null when it is an ICC.</param>
    public static bool TryParse(string? text, out Icc icc, [NotNullWhen(false)] out string? problem)
    {
        icc = default;
        var digits = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c) && c != '-'));
        if (digits.Length == 20 && digits[^1] is 'F' or 'f') digits = digits[..^1];
        problem = digits switch
        {
            _ when !digits.All(char.IsAsciiDigit) => "IccDigits",
            { Length: < 19 or > 20 } => "IccLength",
            _ when !digits.StartsWith("89", StringComparison.Ordinal) => "IccPrefix",
            _ when !Luhn.IsValid(digits) => "IccChecksum",
            _ => null,
        };
        if (problem is not null) return false;
        icc = new Icc(digits);
        return true;
    }

    public override string ToString() => Digits;
}
