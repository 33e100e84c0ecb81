using Connect.Application.Invoices;
using Connect.Domain.Common;
using SkiaSharp;

namespace Connect.Infrastructure.Documents;

/// <summary>What every page of an invoice has: the sender, the page's number, the heads of the columns and the foot.</summary>
internal sealed class InvoiceSheet(PdfPen pen, InvoiceIssuer issuer, PdfColours colours)
{
    public const float Left = 48, Right = 547, PeriodX = 262, QuantityX = 412, PriceX = 464, VatX = 494;
    private const float LogoHeight = 34, LogoWidth = 180;

    public void Head(InvoiceFacts facts, int page, int pages, SKImage? logo)
    {
        if (logo is null) Mark();
        else Logo(logo);
        pen.Ending(Right, 40, $"Sida {page} av {pages}", 8, PdfPen.Muted);
        if (page == 1) return;
        pen.Ending(Right, 56, $"{InvoiceWords.Kind(facts)} {facts.Number}", 10, strong: true);
        pen.Line(Left, Right, 72, PdfPen.Rule);
    }

    public void Columns(float y)
    {
        pen.Text(Left, y + 10, "Beskrivning", 7.5f, PdfPen.Muted, strong: true);
        pen.Text(PeriodX, y + 10, "Period", 7.5f, PdfPen.Muted, strong: true);
        pen.Ending(QuantityX, y + 10, "Antal", 7.5f, PdfPen.Muted, strong: true);
        pen.Ending(PriceX, y + 10, "À-pris", 7.5f, PdfPen.Muted, strong: true);
        pen.Ending(VatX, y + 10, "Moms", 7.5f, PdfPen.Muted, strong: true);
        pen.Ending(Right, y + 10, "Belopp (kr)", 7.5f, PdfPen.Muted, strong: true);
        pen.Line(Left, Right, y + 15, colours.Accent, 1);
    }

    public void Foot()
    {
        const float top = 778;
        pen.Line(Left, Right, top, PdfPen.Rule);
        string[][] columns =
        [
            [issuer.Company, issuer.Street ?? "", $"{issuer.PostalCode} {issuer.City}".Trim()],
            [Labelled("Org.nr ", issuer.OrganisationNumber is { } number && OrganisationNumber.TryParse(number, out var digits) ? OrganisationNumber.Display(digits) : null), Labelled("Momsreg.nr ", issuer.VatNumber), issuer.FTax && issuer.OrganisationNumber is not null ? "Godkänd för F-skatt" : ""],
            [Labelled("Bankgiro ", issuer.Bankgiro), Labelled("Telefon ", issuer.SupportPhone), issuer.SupportEmail ?? issuer.SupportUrl ?? ""],
        ];
        for (var i = 0; i < columns.Length; i++)
        {
            var lines = columns[i].Where(line => line.Length > 0).ToList();
            for (var j = 0; j < lines.Count; j++) pen.Text(Left + i * 172, top + 15 + j * 11, PdfPen.Cut(lines[j], 7.5f, 164), 7.5f, i == 0 && j == 0 ? PdfPen.Ink : PdfPen.Muted, strong: i == 0 && j == 0);
        }
    }

    private static string Labelled(string label, string? value) => value is null ? "" : label + value;

    // The portal's mark, as in its bar.
    private void Mark()
    {
        pen.Box(Left, 30, 24, 24, colours.Accent, 7);
        using var stroke = new SKPaint { Color = SKColors.White, IsStroke = true, StrokeWidth = 2.3f, StrokeCap = SKStrokeCap.Round, IsAntialias = true };
        using var dot = new SKPaint { Color = SKColors.White, IsAntialias = true };
        pen.Canvas.DrawArc(new SKRect(Left + 6.7f, 36.7f, Left + 17.3f, 47.3f), 45, 270, useCenter: false, stroke);
        pen.Canvas.DrawCircle(Left + 17.2f, 42, 1.9f, dot);
        pen.Text(Left + 32, 47, PdfPen.Cut(issuer.Company, 14, 200, strong: true), 14, strong: true);
    }

    private void Logo(SKImage logo)
    {
        var scale = Math.Min(LogoHeight / logo.Height, LogoWidth / logo.Width);
        pen.Canvas.DrawImage(logo, new SKRect(Left, 28, Left + logo.Width * scale, 28 + logo.Height * scale), new SKSamplingOptions(SKCubicResampler.Mitchell));
    }
}
