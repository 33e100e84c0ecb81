using Connect.Application.Common.Lists;
using Connect.Application.Common.Texts;
using Connect.Application.Invoices;
using Connect.Domain.Common;
using Connect.Domain.Invoices;

namespace Connect.Web.Pages.Invoices;

/// <summary>How parts of an invoice are written on its page.</summary>
internal static class InvoiceWriting
{
    public static string Tone(InvoiceState state) => ListInvoices.States.First(choice => Equals(choice.Stored, state)).Tone switch
    {
        ListTone.Good => "is-ok",
        ListTone.Warning => "is-warn",
        ListTone.Bad => "is-bad",
        _ => "is-mute",
    };

    public static string State(InvoiceState state) => Text.Get($"Invoices.State.{state}");

    public static string Kind(InvoiceFacts facts) => Text.Get(facts.IsCreditNote ? "Invoices.Kind.CreditNote" : "Invoices.Kind.Invoice", facts.Number);

    /// <summary><c>2026-11-01 – 2026-11-30</c>, or a dash.</summary>
    public static string Period(DateOnly? from, DateOnly? to) => from is null && to is null ? "–" : from == to ? Format.Day(from) : $"{Format.Day(from)} – {Format.Day(to)}";

    /// <summary><c>12,5 min</c>.</summary>
    public static string Quantity(InvoiceLine line) => line.Quantity is not { } known ? "" : (known / 1000m).ToString("#,0.###", Text.Reader) + (line.Unit is null ? "" : "\u00a0" + line.Unit);

    /// <summary>A price for one, which can be a fraction of an öre.</summary>
    public static string Price(Money? price) => price is not { } known ? "" : known == known.RoundedToOre() ? Format.Money(known) : known.Kronor.ToString("N4", Text.Reader) + "\u00a0kr";

    /// <summary><c>25 %</c>.</summary>
    public static string Percent(int hundredths) => (hundredths / 100m).ToString("0.##", Text.Reader) + "\u00a0%";
}
