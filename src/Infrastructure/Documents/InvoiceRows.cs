using Connect.Application.Common.Texts;
using Connect.Application.Invoices;
using Connect.Domain.Common;
using Connect.Domain.Invoices;
using SkiaSharp;

namespace Connect.Infrastructure.Documents;

/// <summary>A strip of an invoice's pages.</summary>
internal abstract class InvoiceStrip(float height)
{
    public float Height => height;

    /// <summary>It stands under the heads of the columns.</summary>
    public virtual bool HasColumns => true;

    public abstract void Draw(PdfPen pen, float y, PdfColours colours);
}

/// <summary>The head of a service's lines: who uses it, its number and its sum; or that of the account's own lines.</summary>
internal sealed class ServiceStrip(string name, string? number, Money? sum) : InvoiceStrip(23)
{
    public ServiceStrip Continued => new(name + " (forts.)", number, null);

    public override void Draw(PdfPen pen, float y, PdfColours colours)
    {
        pen.Box(InvoiceSheet.Left, y + 4, InvoiceSheet.Right - InvoiceSheet.Left, 17, new SKColor(0xf3, 0xf5, 0xf8), 3);
        var shown = PdfPen.Cut(name, 9, 300, strong: true);
        pen.Text(InvoiceSheet.Left + 5, y + 16, shown, 9, strong: true);
        if (number is not null) pen.Text(InvoiceSheet.Left + 13 + PdfPen.WidthOf(shown, 9, strong: true), y + 16, Format.Phone(number), 8.5f, PdfPen.Muted);
        if (sum is { } known) pen.Ending(InvoiceSheet.Right, y + 16, InvoiceWords.Amount(known), 9, strong: true);
    }
}

/// <summary>A line of the invoice.</summary>
internal sealed class LineStrip(InvoiceLine line, List<string> description) : InvoiceStrip(14 + 11 * (description.Count - 1))
{
    private const float Size = 8.5f;

    public static LineStrip Of(InvoiceLine line) => new(line, PdfPen.Wrapped(line.Description, Size, InvoiceSheet.PeriodX - InvoiceSheet.Left - 12));

    public override void Draw(PdfPen pen, float y, PdfColours colours)
    {
        for (var i = 0; i < description.Count; i++) pen.Text(InvoiceSheet.Left + 5, y + 10 + 11 * i, description[i], Size);
        pen.Text(InvoiceSheet.PeriodX, y + 10, InvoiceWords.Period(line.PeriodFrom, line.PeriodTo), 7.5f, PdfPen.Muted);
        pen.Ending(InvoiceSheet.QuantityX, y + 10, InvoiceWords.Quantity(line.Quantity, line.Unit), Size);
        pen.Ending(InvoiceSheet.PriceX, y + 10, InvoiceWords.Price(line.UnitPrice), Size);
        pen.Ending(InvoiceSheet.VatX, y + 10, InvoiceWords.Percent(line.VatPercent), 7.5f, PdfPen.Muted);
        pen.Ending(InvoiceSheet.Right, y + 10, InvoiceWords.Amount(line.Amount), Size);
    }
}

/// <summary>What it comes to, and the VAT rate by rate.</summary>
internal sealed class SumStrip(InvoiceDetail invoice) : InvoiceStrip(112 + 13 * invoice.Vat.Count)
{
    private const float LabelX = 370;

    public override bool HasColumns => false;

    public override void Draw(PdfPen pen, float y, PdfColours colours)
    {
        var facts = invoice.Facts;
        pen.Line(InvoiceSheet.Left, InvoiceSheet.Right, y + 8, PdfPen.Rule);
        Specification(pen, y + 26);
        var at = y + 26;
        foreach (var (label, amount) in new[] { ("Summa exkl. moms", facts.NetAmount), ("Moms", facts.VatAmount), ("Öresavrundning", facts.Rounding) }.Where(sum => sum.Item2 != Money.Zero || sum.Item1[0] != 'Ö'))
        {
            pen.Text(LabelX, at, label, 9, PdfPen.Muted);
            pen.Ending(InvoiceSheet.Right, at, InvoiceWords.Amount(amount), 9);
            at += 15;
        }

        pen.Line(LabelX, InvoiceSheet.Right, at - 4, colours.Accent, 1);
        pen.Text(LabelX, at + 12, facts.IsCreditNote ? "Kreditbelopp" : "Att betala", 11, strong: true);
        pen.Ending(InvoiceSheet.Right, at + 12, InvoiceWords.Amount(facts.Total) + " kr", 12.5f, colours.Accent, strong: true);
        var note = facts.IsCreditNote ? invoice.Credits is { } credited ? $"Beloppet dras av på faktura {credited.Number}." : "Beloppet dras av på kommande faktura."
            : facts.PaymentReference is null ? "Ange fakturanumret när ni betalar." : "Ange OCR-numret när ni betalar.";
        pen.Ending(InvoiceSheet.Right, at + 28, note, 8, PdfPen.Muted);
    }

    private void Specification(PdfPen pen, float y)
    {
        pen.Text(InvoiceSheet.Left, y, "Momsspecifikation", 8, PdfPen.Muted, strong: true);
        pen.Ending(InvoiceSheet.Left + 185, y, "Underlag", 8, PdfPen.Muted);
        pen.Ending(InvoiceSheet.Left + 260, y, "Moms", 8, PdfPen.Muted);
        foreach (var share in invoice.Vat)
        {
            y += 13;
            pen.Text(InvoiceSheet.Left, y, InvoiceWords.Percent(share.Percent), 8.5f);
            pen.Ending(InvoiceSheet.Left + 185, y, InvoiceWords.Amount(share.Base), 8.5f);
            pen.Ending(InvoiceSheet.Left + 260, y, InvoiceWords.Amount(share.Vat), 8.5f);
        }
    }
}
