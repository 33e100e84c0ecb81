using Connect.Application.Invoices;
using Connect.Domain.Common;
using Connect.Domain.Invoices;
using Connect.Infrastructure.Documents;
using SkiaSharp;

namespace Connect.Benchmarks;

/// <summary>The document of an invoice of twenty services against a bare page with the same faces: no slower than 3×.</summary>
public sealed class InvoicePdfBenchmark : IScenario
{
    private readonly InvoicePdf _pdf = new(new InvoiceIssuer { CompanyName = "Bolaget AB", OrganisationNumber = "556036-0793", Bankgiro = "991-2346" });
    private readonly InvoiceDetail _invoice = Invoice();

    public string Name => "PDF of an invoice, against a bare page with the same faces";
    public Limit Limit => new(3);
    public int Rounds => 31;

    public Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    public Task<TimeSpan?> ProductAsync(CancellationToken cancellation)
    {
        using var stream = new MemoryStream();
        _pdf.Write(_invoice, stream);
        return Task.FromResult<TimeSpan?>(stream.Length < 100_000 ? null : throw new InvalidOperationException($"{stream.Length} bytes."));
    }

    // As few lines as a page can have, so that the faces are in it.
    public Task<TimeSpan?> FloorAsync(CancellationToken cancellation)
    {
        using var stream = new MemoryStream();
        using var document = SKDocument.CreatePdf(stream);
        var canvas = document.BeginPage(PdfPen.Width, PdfPen.Height);
        using var paint = new SKPaint { Color = SKColors.Black };
        foreach (var strong in new[] { false, true })
        {
            canvas.DrawText("Faktura 1 234,50 kr åäö", 50, strong ? 80 : 60, SKTextAlign.Left, PdfFonts.Of(9, strong), paint);
        }

        document.EndPage();
        document.Close();
        return Task.FromResult<TimeSpan?>(null);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static InvoiceDetail Invoice()
    {
        var lines = Enumerable.Range(0, 60).Select(i => new InvoiceLine
        {
            Service = i / 3, UserName = $"Åsa Öberg {i / 3}", PhoneNumber = "+46701740605", Description = "Företagsmobil Fri", Quantity = 1000, Unit = "mån", UnitPrice = Money.FromKronor(249), Amount = Money.FromKronor(249),
            VatPercent = 2500, PeriodFrom = new(2026, 11, 1), PeriodTo = new(2026, 11, 30),
        }).ToList();
        var (net, vat) = (Money.FromKronor(60 * 249), Money.FromKronor(15 * 249));
        return new()
        {
            Facts = new()
            {
                Number = "2611100012", AccountNumber = "100012", InvoicedOn = new(2026, 11, 1), DueOn = new(2026, 12, 1), NetAmount = net, VatAmount = vat, Total = net + vat, PaymentReference = "261110001225",
                RecipientName = "Nordvik Ångermanland", RecipientStreet = "Åvägen 1", RecipientPostalCode = "123 45", RecipientCity = "Umeå", Organisation = "Nordvik AB", OrganisationNumber = "5599712071",
            },
            State = InvoiceState.Unpaid, Lines = lines, Vat = VatSpecification.Of(lines.Select(line => (line.Amount, line.VatPercent)), vat), Payments = [], CreditNotes = [],
        };
    }
}
