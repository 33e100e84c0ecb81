using Connect.Domain.Common;

namespace Connect.Domain.Invoices;

/// <summary>
/// What the payer gives so that a payment finds its invoice: a Swedish OCR number (Bankgirot). Digits only, the last a check digit by modulus 10;
/// where the operator's agreement with the bank says so, the one before it is the whole length modulo 10.
/// </summary>
public readonly record struct PaymentReference
{
    public const int MinLength = 2, MaxLength = 25;

    private PaymentReference(string digits) => Digits = digits;

    /// <summary>The whole number, check digit included.</summary>
    public string Digits { get; }

    /// <summary>The reference for a number, such as that of an invoice.</summary>
    /// <param name="number">Digits only.</param>
    /// <exception cref="ArgumentException">It is no number, or too long.</exception>
    public static PaymentReference Of(string number, bool withLengthDigit)
    {
        var length = number.Length + (withLengthDigit ? 2 : 1);
        if (number.Length == 0 || length > MaxLength || !number.All(char.IsAsciiDigit)) throw new ArgumentException("A payment reference is made of digits.", nameof(number));
        var body = withLengthDigit ? number + LengthDigit(length) : number;
        return new(body + Luhn.CheckDigit(body));
    }

    /// <param name="text">As written; spaces between digits do not matter.</param>
    /// <param name="hasLengthDigit">The operator's references carry a length digit.</param>
    /// <param name="problem">What is wrong: <c>NotOcr</c>, <c>OcrChecksum</c> or <c>OcrLength</c>.</param>
    public static bool TryParse(string? text, bool hasLengthDigit, out PaymentReference reference, out string? problem)
    {
        var digits = string.Concat((text ?? "").Where(sign => !char.IsWhiteSpace(sign)));
        problem = digits.Length < MinLength + (hasLengthDigit ? 1 : 0) || digits.Length > MaxLength || !digits.All(char.IsAsciiDigit) ? "NotOcr"
            : !Luhn.IsValid(digits) ? "OcrChecksum"
            : hasLengthDigit && digits[^2] != LengthDigit(digits.Length) ? "OcrLength" : null;
        reference = problem is null ? new(digits) : default;
        return problem is null;
    }

    public override string ToString() => Digits;

    private static char LengthDigit(int length) => (char)('0' + length % 10);
}
