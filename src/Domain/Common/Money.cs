using System.Text.Json.Serialization;

namespace Connect.Domain.Common;

/// <summary>
/// An amount in Swedish kronor without VAT, held in 1/10 000 krona: calls are charged in fractions of an öre.
/// Rounded to whole öre on invoices only.
/// </summary>
[JsonConverter(typeof(MoneyJsonConverter))]
public readonly record struct Money(long TenThousandths) : IComparable<Money>
{
    public const long PerKrona = 10_000;
    private const long PerOre = 100;

    public static readonly Money Zero;

    /// <summary>Exact to 1/10 000 krona; finer fractions are rounded half away from zero.</summary>
    public static Money FromKronor(decimal kronor) =>
        new((long)decimal.Round(kronor * PerKrona, 0, MidpointRounding.AwayFromZero));

    public decimal Kronor => TenThousandths / (decimal)PerKrona;

    /// <summary>Rounded half away from zero to whole öre, as on an invoice.</summary>
    public Money RoundedToOre() =>
        new((long)decimal.Round(TenThousandths / (decimal)PerOre, 0, MidpointRounding.AwayFromZero) * PerOre);

    public int CompareTo(Money other) => TenThousandths.CompareTo(other.TenThousandths);

    public static Money operator +(Money left, Money right) => new(left.TenThousandths + right.TenThousandths);
    public static Money operator -(Money left, Money right) => new(left.TenThousandths - right.TenThousandths);
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;
}
