using Connect.Domain.Common;

namespace Connect.Domain.Invoices;

/// <summary>Whether the amounts of an invoice agree with each other.</summary>
public static class InvoiceSums
{
    /// <summary>More than any rounding to whole kronor.</summary>
    public static readonly Money MostRounding = Money.FromKronor(1);

    private static readonly Money HalfOre = Money.FromKronor(0.005m);

    /// <summary>Without VAT, VAT and rounding are the total, and the rounding is no more than one.</summary>
    public static bool AddUp(Money net, Money vat, Money rounding, Money total) =>
        net + vat + rounding == total && rounding < MostRounding && rounding > Money.Zero - MostRounding;

    /// <summary>Quantity times price, in whole öre, is the line's amount.</summary>
    /// <param name="thousandths">The quantity in thousandths.</param>
    public static bool LineAddsUp(long thousandths, Money unitPrice, Money amount)
    {
        var product = (decimal)thousandths * unitPrice.TenThousandths / 1000;
        return Math.Abs(product - amount.TenThousandths) <= HalfOre.TenThousandths;
    }

    /// <summary>The VAT of the lines is that of the invoice, give or take half an öre for each line: some round by line, some once.</summary>
    public static bool VatAgrees(IReadOnlyCollection<(Money Amount, int Percent)> lines, Money vat)
    {
        var exact = lines.Sum(line => (decimal)line.Amount.TenThousandths * line.Percent / 10_000);
        return Math.Abs(exact - vat.TenThousandths) <= HalfOre.TenThousandths * Math.Max(1, lines.Count);
    }
}
