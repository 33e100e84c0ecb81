using Connect.Application.Common.Texts;
using Connect.Application.Invoices;
using Connect.Domain.Common;

namespace Connect.Infrastructure.Documents;

/// <summary>The upper half of an invoice's first page: what it is, to whom, and what is to be paid where. The address stands in the window of a C5 envelope.</summary>
internal sealed class InvoiceFace(PdfPen pen, InvoiceIssuer issuer, PdfColours colours)
{
    /// <summary>As many lines as there are above the box with what is to be paid.</summary>
    private const int NameLines = 3, OrganisationLines = 2;

    private static readonly float[] NameSizes = [10, 9, 8, 7, 6];
    private const float AddressX = 318, ValueX = 146, BoxTop = 236, BoxHeight = 56;

    public void Draw(InvoiceDetail invoice)
    {
        var facts = invoice.Facts;
        pen.Text(AddressX, 64, InvoiceWords.Kind(facts), 21, colours.Accent, strong: true);
        pen.Text(AddressX, 81, $"Nummer {facts.Number}", 9.5f, PdfPen.Muted);
        Recipient(facts);
        var y = 132f;
        foreach (var (label, value) in Facts(invoice))
        {
            pen.Text(InvoiceSheet.Left, y, label, 8, PdfPen.Muted);
            pen.Text(ValueX, y, PdfPen.Cut(value, 9, AddressX - ValueX - 14), 9);
            y += 14;
        }

        Payment(facts);
    }

    private static IEnumerable<(string Label, string Value)> Facts(InvoiceDetail invoice)
    {
        var facts = invoice.Facts;
        yield return ("Fakturadatum", Format.Day(facts.InvoicedOn));
        if (!facts.IsCreditNote) yield return ("Förfallodatum", Format.Day(facts.DueOn));
        if (InvoiceWords.Period(facts.PeriodFrom, facts.PeriodTo) is { Length: > 0 } period) yield return ("Avser", period);
        if (invoice.Credits is { } credited) yield return ("Krediterar faktura", credited.Number);
        yield return ("Kundnummer", facts.AccountNumber);
        if (facts.OrganisationNumber.Length > 0) yield return ("Ert org.nr", OrganisationNumber.Display(facts.OrganisationNumber));
        if (facts.CustomerReference is { } reference) yield return ("Er referens", reference);
    }

    private void Recipient(InvoiceFacts facts)
    {
        var y = Names(134, facts.RecipientName, NameLines, strong: true);
        if (facts.RecipientName != facts.Organisation) y = Names(y, facts.Organisation, OrganisationLines);
        foreach (var line in new[] { facts.RecipientStreet ?? "", $"{facts.RecipientPostalCode} {facts.RecipientCity}".Trim() }.Where(line => line.Length > 0))
        {
            pen.Text(AddressX, y, PdfPen.Cut(line, 10, InvoiceSheet.Right - AddressX), 10);
            y += 14;
        }
    }

    /// <summary>A name is never cut while it can be read: it takes the lines that there are, and smaller letters when they are too few.</summary>
    /// <returns>Where the next line goes.</returns>
    private float Names(float y, string name, int most, bool strong = false)
    {
        const float width = InvoiceSheet.Right - AddressX;
        var size = NameSizes.FirstOrDefault(size => PdfPen.Wrapped(name, size, width, strong).Count <= most, NameSizes[^1]);
        var lines = PdfPen.Wrapped(name, size, width, strong);
        for (var i = 0; i < Math.Min(lines.Count, most); i++, y += 14)
            pen.Text(AddressX, y, i == most - 1 ? PdfPen.Cut(string.Join(' ', lines.Skip(i)), size, width, strong) : lines[i], size, strong: strong);
        return y;
    }

    private void Payment(InvoiceFacts facts)
    {
        pen.Box(InvoiceSheet.Left, BoxTop, InvoiceSheet.Right - InvoiceSheet.Left, BoxHeight, colours.Soft, 6);
        List<(string Label, string Value, float Width)> cells = facts.IsCreditNote
            ? [("Kreditbelopp", InvoiceWords.Amount(facts.Total) + " kr", 160)]
            : [("Att betala", InvoiceWords.Amount(facts.Total) + " kr", 142), ("Senast", Format.Day(facts.DueOn), 100)];
        if (!facts.IsCreditNote && issuer.Bankgiro is { } bankgiro) cells.Add(("Till bankgiro", bankgiro, 96));
        if (!facts.IsCreditNote) cells.Add((facts.PaymentReference is null ? "Ange fakturanummer" : "OCR-nummer", facts.PaymentReference ?? facts.Number, 0));
        var x = InvoiceSheet.Left + 14;
        foreach (var (label, value, width) in cells)
        {
            pen.Text(x, BoxTop + 21, label, 8, PdfPen.Muted);
            var size = PdfPen.WidthOf(value, 12.5f, strong: true) > InvoiceSheet.Right - x - 10 ? 8.5f : 12.5f;
            pen.Text(x, BoxTop + 41, value, size, x < InvoiceSheet.Left + 20 ? colours.Accent : PdfPen.Ink, strong: true);
            x += width;
        }
    }
}
