namespace Connect.Domain.Common;

/// <summary>Swedish VAT on telecom services: 25 % (mervärdesskattelagen 2023:200, chapter 9).</summary>
public static class Vat
{
    public const int Percent = 25;

    /// <summary>What comes on top of an amount without VAT, in whole öre.</summary>
    public static Money Of(Money net) => Money.FromKronor(net.Kronor * Percent / 100).RoundedToOre();
}

/// <summary>An amount without VAT, the VAT on it, and both together.</summary>
public sealed record AmountWithVat(Money Net)
{
    public Money Vat => Common.Vat.Of(Net);

    public Money Total => Net + Vat;
}
