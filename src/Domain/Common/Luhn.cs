namespace Connect.Domain.Common;

/// <summary>The check digit of ISO/IEC 7812-1 annex B ("modulus 10"), used by ICC, IMEI, OCR and organisation numbers.</summary>
public static class Luhn
{
    /// <summary>True when the last digit is the check digit of those before it.</summary>
    public static bool IsValid(ReadOnlySpan<char> digits) => digits.Length > 1 && Sum(digits, doubleLast: false) % 10 == 0;

    /// <summary>The digit to put after <paramref name="digits"/>.</summary>
    public static char CheckDigit(ReadOnlySpan<char> digits) => (char)('0' + (10 - Sum(digits, doubleLast: true) % 10) % 10);

    private static int Sum(ReadOnlySpan<char> digits, bool doubleLast)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1 != doubleLast) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }

        return sum;
    }
}
