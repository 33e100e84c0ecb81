namespace Connect.Domain.Common;

/// <summary>A Swedish postal code: five digits, the first not 0, written <c>123 45</c>.</summary>
public static class PostalCode
{
    /// <param name="code">As it is written.</param>
    public static bool TryParse(string? text, out string code)
    {
        var digits = string.Concat((text ?? "").Where(sign => !char.IsWhiteSpace(sign)));
        if (digits.StartsWith("SE-", StringComparison.OrdinalIgnoreCase)) digits = digits[3..];
        var isCode = digits.Length == 5 && digits.All(char.IsAsciiDigit) && digits[0] != '0';
        code = isCode ? $"{digits[..3]} {digits[3..]}" : "";
        return isCode;
    }
}
