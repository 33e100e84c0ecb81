using Connect.Domain.Common;

namespace Connect.Domain.Invoices;

/// <summary>VAT of an invoice, rate by rate.</summary>
/// <param name="Percent">In hundredths of a percent: 2500 is 25 %.</param>
/// <param name="Base">What the rate is taken of.</param>
public sealed record VatShare(int Percent, Money Base, Money Vat);

/// <summary>The VAT that a Swedish invoice tells: the amount at each rate (mervärdesskattelagen 2023:200, 17 kap. 24 §).</summary>
public static class VatSpecification
{
    /// <summary>
    /// Shares, the highest rate first, that add up to the invoice's own VAT: operators round by line, by service or once, and the öre between goes to the largest.
    /// </summary>
    /// <param name="lines">Amount and rate of each line.</param>
    public static IReadOnlyList<VatShare> Of(IEnumerable<(Money Amount, int Percent)> lines, Money vat)
    {
        var shares = lines.GroupBy(line => line.Percent, line => line.Amount).Select(group => Share(group.Key, group.Aggregate(Money.Zero, (sum, amount) => sum + amount)))
            .OrderByDescending(share => share.Percent).ToList();
        if (shares.Count == 0) return [];
        var rest = vat - shares.Aggregate(Money.Zero, (sum, share) => sum + share.Vat);
        var largest = shares.IndexOf(shares.MaxBy(share => Math.Abs(share.Vat.TenThousandths))!);
        shares[largest] = shares[largest] with { Vat = shares[largest].Vat + rest };
        return shares;
    }

    private static VatShare Share(int percent, Money amount) => new(percent, amount, Vat.Of(amount, percent));
}
