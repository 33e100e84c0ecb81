namespace Connect.Domain.Common;

/// <summary>A Swedish organisation number: ten digits, the last a check digit (Luhn). Written with or without a hyphen, or with the century 16 before it.</summary>
public static class OrganisationNumber
{
    /// <param name="digits">The ten digits.</param>
    public static bool TryParse(string? text, out string digits)
    {
        digits = string.Concat((text ?? "").Where(sign => sign != '-' && !char.IsWhiteSpace(sign)));
        if (digits.Length == 12 && digits.StartsWith("16", StringComparison.Ordinal)) digits = digits[2..];
        return digits.Length == 10 && digits.All(char.IsAsciiDigit) && Luhn.IsValid(digits);
    }

    /// <summary><c>556036-0793</c>; what is no such number stands as it is.</summary>
    public static string Display(string number) => number.Length == 10 ? $"{number[..6]}-{number[6..]}" : number;
}
