namespace Connect.Domain.Common;

/// <summary>Swedish VAT on telecom services: 25 % (mervärdesskattelagen 2023:200, chapter 9).</summary>
public static class Vat
{
    public const int Percent = 25;

    /// <summary>What comes on top of an amount without VAT, in whole öre.</summary>
    public static Money Of(Money net) => Of(net, Percent * 100);

    /// <summary>VAT of an amount in whole öre, rounded once.</summary>
    /// <param name="rate">In hundredths of a percent: 2500 is 25 %.</param>
    public static Money Of(Money net, int rate) => Money.FromKronor(decimal.Round(net.Kronor * rate / 10_000, 2, MidpointRounding.AwayFromZero));
}

/// <summary>An amount without VAT, the VAT on it, and both together.</summary>
public sealed record AmountWithVat(Money Net)
{
    public Money Vat => Common.Vat.Of(Net);

    public Money Total => Net + Vat;
}
