using System.Globalization;
using Connect.Application.Common.Texts;
using Connect.Application.Invoices;
using Connect.Domain.Common;

namespace Connect.Infrastructure.Documents;

/// <summary>How an invoice's document writes: Swedish, whoever fetches it.</summary>
internal static class InvoiceWords
{
    private static readonly CultureInfo Swedish = Text.Swedish;

    public static string Kind(InvoiceFacts facts) => facts.IsCreditNote ? "Kreditfaktura" : "Faktura";

    /// <summary><c>1 234,50</c>.</summary>
    public static string Amount(Money amount) => amount.RoundedToOre().Kronor.ToString("N2", Swedish);

    /// <summary>A price for one, which can be a fraction of an öre: <c>0,4950</c>.</summary>
    public static string Price(Money? price) => price is not { } known ? "" : known.Kronor.ToString(known == known.RoundedToOre() ? "N2" : "N4", Swedish);

    /// <summary><c>12,5 min</c>.</summary>
    public static string Quantity(long? thousandths, string? unit) =>
        thousandths is not { } known ? "" : (known / 1000m).ToString("#,0.###", Swedish) + (unit is null ? "" : " " + unit);

    /// <summary><c>25 %</c>.</summary>
    public static string Percent(int hundredths) => (hundredths / 100m).ToString("0.##", Swedish) + " %";

    /// <summary><c>2026-11-01 – 2026-11-30</c>, or one of them.</summary>
    public static string Period(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } first, { } last) => first == last ? Format.Day(first) : $"{Format.Day(first)} – {Format.Day(last)}",
        ({ } first, null) => $"från {Format.Day(first)}",
        (null, { } last) => $"till {Format.Day(last)}",
        _ => "",
    };
}
