using Connect.Application.Invoices;
using Connect.Domain.Common;
using SkiaSharp;

namespace Connect.Infrastructure.Documents;

/// <summary>
/// INV 2: makes the document of an invoice in Swedish, on A4. The same invoice gives the same document. What must stand on it: mervärdesskattelagen
/// (2023:200) 17 kap. 24 §.
/// </summary>
internal sealed class InvoicePdf
{
    private readonly InvoiceIssuer _issuer;
    private readonly PdfColours _colours;
    private readonly Lazy<SKImage?> _logo;

    public InvoicePdf(InvoiceIssuer issuer)
    {
        (_issuer, _colours) = (issuer, PdfColours.Of(issuer.AccentColour));
        _logo = new(() => issuer.InvoiceLogo is { } file ? SKImage.FromEncodedData(file) : null);
    }

    public void Write(InvoiceDetail invoice, Stream stream)
    {
        var facts = invoice.Facts;
        var made = StockholmTime.StartOf(facts.InvoicedOn).UtcDateTime;
        using var document = SKDocument.CreatePdf(stream, new SKDocumentPdfMetadata
        {
            Title = $"{InvoiceWords.Kind(facts)} {facts.Number}", Author = _issuer.Company, Subject = InvoiceWords.Kind(facts), Creator = _issuer.Name, Creation = made, Modified = made,
        });
        var pages = InvoicePages.Of(invoice);
        for (var number = 0; number < pages.Count; number++)
        {
            using var pen = new PdfPen(document.BeginPage(PdfPen.Width, PdfPen.Height));
            var page = new InvoiceSheet(pen, _issuer, _colours);
            page.Head(facts, number + 1, pages.Count, _logo.Value);
            if (number == 0) new InvoiceFace(pen, _issuer, _colours).Draw(invoice);
            var y = number == 0 ? InvoicePages.FirstTop : InvoicePages.Top;
            if (pages[number].Any(row => row.HasColumns)) page.Columns(y - InvoicePages.ColumnsHeight);
            foreach (var row in pages[number])
            {
                row.Draw(pen, y, _colours);
                y += row.Height;
            }

            page.Foot();
            document.EndPage();
        }

        document.Close();
    }
}
