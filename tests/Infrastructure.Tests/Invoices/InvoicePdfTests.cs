using System.Globalization;
using Connect.Application.Invoices;
using Connect.Domain.Common;
using Connect.Domain.Invoices;
using Connect.Infrastructure.Documents;
using Connect.TestKit;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Connect.Infrastructure.Tests.Invoices;

/// <summary>The document that is made of an invoice, read back as whoever gets it would.</summary>
public sealed class InvoicePdfTests
{
    private static readonly InvoiceIssuer Issuer = new()
    {
        CompanyName = "Bolaget Åäö AB", OrganisationNumber = "556036-0793", VatNumber = "SE556036079301", Street = "Kabelgatan 4", PostalCode = "111 22", City = "Örebro", Bankgiro = "991-2346", SupportEmail = "kund@bolaget.example",
    };

    [Fact]
    [Covers("INV-2", "a proper Swedish invoice")]
    public void What_an_invoice_has_to_tell_stands_on_it()
    {
        var text = TextOf(Made(Invoice(3)));
        foreach (var expected in new[]
        {
            "Faktura", "Nummer 2611100012", "2026-11-01", "2026-12-01", "Nordvik Ångermanland", "Åvägen 1", "Ert org.nr", "559971-2071", "Er referens", "REF-1776", "991-2346", "261110001225",
            "Bolaget Åäö AB", "Org.nr 556036-0793", "Momsreg.nr SE556036079301", "Godkänd för F-skatt", "Sida 1 av 1", "Momsspecifikation", "Att betala", "1 234,50 kr",
        }) text.ShouldContain(expected);
    }

    [Theory]
    [Covers("INV-2", "every line with its service's user name")]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(400)]
    public void Every_line_is_there_once_and_they_add_up(int services)
    {
        var invoice = Invoice(services);
        using var document = PdfDocument.Open(Made(invoice));
        var words = document.GetPages().SelectMany(Rows).ToList();
        for (var i = 0; i < services; i++)
        {
            words.Count(row => row.StartsWith($"Åsa Öberg {i:000} ", StringComparison.Ordinal) && !row.Contains("(forts.)", StringComparison.Ordinal)).ShouldBe(1, $"service {i}");
            words.Count(row => row.StartsWith($"Abonnemang nr {i:000} ", StringComparison.Ordinal)).ShouldBe(1, $"line {i}");
        }

        var amounts = words.Where(row => row.StartsWith("Abonnemang nr", StringComparison.Ordinal)).Sum(row => Amount(row[(row.IndexOf('%', StringComparison.Ordinal) + 1)..]));
        amounts.ShouldBe(invoice.Facts.NetAmount.Kronor);
        words.Single(row => row.Contains("Summa exkl. moms", StringComparison.Ordinal)).ShouldEndWith(InvoiceWords.Amount(invoice.Facts.NetAmount).Replace('\u00a0', ' '));
        for (var page = 1; page <= document.NumberOfPages; page++) words.ShouldContain(row => row.EndsWith($"Sida {page} av {document.NumberOfPages}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(120)]
    [InlineData(200)]
    public void A_very_long_name_is_written_whole_and_stays_above_the_box(int length)
    {
        var name = string.Concat(Enumerable.Range(10, 60).Select(i => $"Öster{i} "))[..length].Trim();
        var invoice = Invoice(3) is var made ? made with { Facts = made.Facts with { RecipientName = name, Organisation = name + "X" } } : null!;
        using var document = PdfDocument.Open(Made(invoice));
        var address = document.GetPage(1).GetWords().Where(word => word.BoundingBox.Left >= 310 && word.Letters[0].StartBaseLine.Y is < 720 and > 590).ToList();
        var told = address.OrderByDescending(word => Math.Round(word.Letters[0].StartBaseLine.Y)).ThenBy(word => word.BoundingBox.Left).Select(word => word.Text).ToList();
        string.Join(' ', told).ShouldStartWith(name + " ");
        told.ShouldContain("Åvägen");
        // The box with what is to be paid begins 236 points from the top.
        address.ShouldAllBe(word => word.BoundingBox.Bottom > 842 - 234);
    }

    [Fact]
    public void Nothing_lies_outside_the_page_or_over_the_foot()
    {
        using var document = PdfDocument.Open(Made(Invoice(60)));
        foreach (var page in document.GetPages())
        {
            page.Letters.ShouldAllBe(letter => letter.BoundingBox.Left >= 40 && letter.BoundingBox.Right <= 556);
            var foot = page.Letters.Where(letter => letter.BoundingBox.Bottom < PdfPen.Height - 778).ToList();
            string.Concat(foot.Select(letter => letter.Value)).ShouldNotContain("Abonnemang");
        }
    }

    [Theory]
    [InlineData(1, 60_000)]
    [InlineData(40, 100_000)]
    public void It_is_small(int services, int most) => Made(Invoice(services)).Length.ShouldBeLessThan(most);

    [Fact]
    public void The_same_invoice_makes_the_same_document() => Made(Invoice(3)).ShouldBe(Made(Invoice(3)));

    [Fact]
    public void A_credit_note_says_what_it_credits_and_asks_for_nothing()
    {
        var invoice = Invoice(1, -987.60m, credits: "2610100012");
        var text = TextOf(Made(invoice));
        text.ShouldContain("Kreditfaktura");
        text.ShouldContain("Krediterar faktura");
        text.ShouldContain("2610100012");
        text.ShouldContain("−1 234,50 kr");
        text.ShouldNotContain("OCR-nummer");
        text.ShouldNotContain("Att betala");
    }

    [Theory]
    [InlineData("Łukasz Čapek Șerban Iğdır", "Łukasz Čapek Șerban Iğdır")]
    [InlineData("中 Ivan Иван", "? Ivan ????")]
    [InlineData("<script>alert(1)</script> %PDF (x) \\", "<script>alert(1)</script> %PDF (x) \\")]
    public void Names_of_all_neighbours_can_be_written_and_signs_mean_nothing(string name, string expected) => TextOf(Made(Invoice(1, name: name))).ShouldContain(expected);

    [Fact]
    public void Long_words_are_cut_and_not_lost()
    {
        var invoice = Invoice(1, name: new string('Å', 300)) with { };
        var line = invoice.Lines[0] with { Description = new string('W', 200) };
        var text = TextOf(Made(invoice with { Lines = [line] }));
        text.Count(letter => letter == 'W').ShouldBe(200);
        text.ShouldContain("…");
    }

    private static byte[] Made(InvoiceDetail invoice)
    {
        using var stream = new MemoryStream();
        new InvoicePdf(Issuer).Write(invoice, stream);
        return stream.ToArray();
    }

    private static string TextOf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Join('\n', document.GetPages().SelectMany(Rows));
    }

    // Words on one base line, from left to right.
    private static IEnumerable<string> Rows(Page page) => page.GetWords().GroupBy(word => (int)Math.Round(word.Letters[0].StartBaseLine.Y)).OrderByDescending(row => row.Key)
        .Select(row => string.Join(' ', row.OrderBy(word => word.BoundingBox.Left).Select(word => word.Text)));

    private static decimal Amount(string text) => decimal.Parse(text.Replace(" ", "", StringComparison.Ordinal).Replace(',', '.').Replace('−', '-'), CultureInfo.InvariantCulture);

    private static InvoiceDetail Invoice(int services, decimal net = 987.60m, string? credits = null, string? name = null)
    {
        var lines = Enumerable.Range(0, services).Select(i => new InvoiceLine
        {
            Service = i + 1, UserName = name ?? $"Åsa Öberg {i:000}", PhoneNumber = "+46701740605", Description = $"Abonnemang nr {i:000}", Quantity = 1000, Unit = "mån", UnitPrice = Money.FromKronor(net), Amount = Money.FromKronor(net),
            VatPercent = 2500, PeriodFrom = new(2026, 11, 1), PeriodTo = new(2026, 11, 30),
        }).ToList();
        var (sum, vat) = (Money.FromKronor(net * services), Vat.Of(Money.FromKronor(net * services), 2500));
        var total = services == 3 ? Money.FromKronor(1234.50m) : sum + vat;
        return new()
        {
            Facts = new()
            {
                Number = "2611100012", IsCreditNote = net < 0, AccountNumber = "100012", AccountName = "Nordvik", InvoicedOn = new(2026, 11, 1), DueOn = new(2026, 12, 1), NetAmount = sum, VatAmount = vat, Total = total, PaymentReference = "261110001225",
                CustomerReference = "REF-1776", RecipientName = "Nordvik Ångermanland", RecipientStreet = "Åvägen 1", RecipientPostalCode = "123 45", RecipientCity = "Ö", Organisation = "Nordvik AB", OrganisationNumber = "5599712071",
            },
            State = InvoiceState.Unpaid, Lines = lines, Vat = VatSpecification.Of(lines.Select(line => (line.Amount, line.VatPercent)), vat), Payments = [], CreditNotes = [],
            Credits = credits is null ? null : new() { Number = credits },
        };
    }
}
