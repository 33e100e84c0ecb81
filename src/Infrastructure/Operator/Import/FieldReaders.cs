using System.Globalization;
using System.Text.RegularExpressions;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>Reads fields of each type. The text is trimmed and not empty.</summary>
internal static partial class FieldReaders
{
    private const int MaxDecimals = 4;
    private static readonly object True = true, False = false;

    public static FieldValue Text(string text, int max)
    {
        if (!text.IsNormalized()) text = text.Normalize();
        if (text.Length > max) return new(null, "TooLong", max);
        return text.AsSpan().IndexOfAnyInRange('\0', '\x1f') >= 0 || text.Contains('\x7f', StringComparison.Ordinal) ? new(null, "ControlCharacter") : new(text);
    }

    /// <summary>Text of several lines.</summary>
    public static FieldValue Lines(string text, int max)
    {
        var plain = text.ReplaceLineEndings("\n").Normalize();
        if (plain.Length > max) return new(null, "TooLong", max);
        return plain.Any(sign => (sign < ' ' && sign is not ('\n' or '\t')) || sign == '\x7f') ? new(null, "ControlCharacter") : new(plain);
    }

    public static FieldValue Number(string text, long min, long max)
    {
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return new(null, "NotNumber");
        return number < min || number > max ? new(null, "OutOfRange", min, max) : new(number);
    }

    /// <summary>A number as a whole one of its last decimal: 12.5 with two decimals is 1250.</summary>
    public static FieldValue Decimal(string text, int decimals, long max)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number.Scale > decimals)
            return new(null, "NotDecimal", decimals);
        if (number < 0 || number > max) return new(null, "OutOfRange", 0, max);
        for (var i = 0; i < decimals; i++) number *= 10;
        return new((long)number);
    }

    public static FieldValue Amount(string text, bool mayBeNegative)
    {
        const decimal most = 1_000_000_000m;
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var kronor)
            || kronor.Scale > MaxDecimals || Math.Abs(kronor) > most) return new(null, "NotAmount");
        return kronor < 0 && !mayBeNegative ? new(null, "Negative") : new(Money.FromKronor(kronor).TenThousandths);
    }

    public static FieldValue Ore(string text)
    {
        var read = Amount(text, mayBeNegative: true);
        return read.Value is long amount && amount % (Money.PerKrona / 100) != 0 ? new(null, "NotOre") : read;
    }

    public static FieldValue Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1900 ? new(day) : new(null, "NotDate");

    public static FieldValue Instant(string text)
    {
        const DateTimeStyles styles = DateTimeStyles.None;
        if (text.Length < 16 || text[10] is not ('T' or ' ') || text[4] != '-') return new(null, "NotInstant");
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, styles | DateTimeStyles.RoundtripKind, out var time) || time.Year is < 1900 or > 9000) return new(null, "NotInstant");
        if (time.Kind == DateTimeKind.Utc) return new(new DateTimeOffset(time));
        if (time.Kind == DateTimeKind.Unspecified) return new(new DateTimeOffset(time, StockholmTime.Zone.GetUtcOffset(time)).ToUniversalTime());
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, styles, out var instant) ? new(instant.ToUniversalTime()) : new(null, "NotInstant");
    }

    public static FieldValue Boolean(string text) => text switch
    {
        "true" or "True" or "TRUE" => new(True),
        "false" or "False" or "FALSE" => new(False),
        _ => new(null, "NotBoolean"),
    };

    public static FieldValue Email(string text) => text.Length <= 254 && EmailShape().IsMatch(text) ? new(text.Normalize()) : new(null, "NotEmail");

    public static FieldValue Phone(string text) => PhoneNumber.TryParse(text, out var number) ? new(number.E164) : new(null, "NotPhone");

    /// <summary>A called number: short numbers such as 112 or 90 200 stay as they are.</summary>
    public static FieldValue OtherNumber(string text)
    {
        if (text.Length <= 20 && text.StartsWith('+') && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0) return new(text);
        var result = Phone(text);
        return result.Problem is null || text.Length > 20 || !ShortNumber().IsMatch(text) ? result : new(text);
    }

    public static FieldValue Icc(string text) => Domain.Subscriptions.Icc.TryParse(text, out var icc, out var problem) ? new(icc.Digits) : new(null, problem);

    public static FieldValue PaymentReference(string text, bool hasLengthDigit) =>
        Domain.Invoices.PaymentReference.TryParse(text, hasLengthDigit, out var reference, out var problem) ? new(reference.Digits) : new(null, problem);

    public static FieldValue ImeiOf(string text) => Imei.IsValid(text) ? new(text) : new(null, "NotImei");

    public static FieldValue Imsi(string text) => text.Length == 15 && text.All(char.IsAsciiDigit) ? new(text) : new(null, "NotImsi");

    public static FieldValue Pin(string text) => text.Length is >= 4 and <= 8 && text.All(char.IsAsciiDigit) ? new(text) : new(null, "NotPin");

    public static FieldValue OrganisationNumber(string text) =>
        Domain.Common.OrganisationNumber.TryParse(text, out var digits) ? new(digits) : new(null, "NotOrganisationNumber");

    public static FieldValue List(string text, FieldReader element, IEqualityComparer<object?> distinct)
    {
        var values = new List<object?[]>();
        foreach (var part in text.Split(Column.ListSeparator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var read = element(part);
            if (read.Problem is not null) return read;
            values.Add(read.Value as object?[] ?? [read.Value]);
        }

        return new(values.DistinctBy(v => v[0], distinct).ToList());
    }

    [GeneratedRegex(@"^[^@\s<>,;""]+@[^@\s<>,;""]+\.[^@\s<>,;"".]{2,}$", RegexOptions.CultureInvariant)]
    private static partial Regex EmailShape();

    [GeneratedRegex(@"^[0-9*#]{2,7}$", RegexOptions.CultureInvariant)]
    private static partial Regex ShortNumber();
}
