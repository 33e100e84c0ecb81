using Connect.Application.Invoices;
using Connect.Domain.Common;

namespace Connect.Infrastructure.Documents;

/// <summary>Spreads an invoice over pages: a service's head stands with its first line, and again where its lines go on.</summary>
internal static class InvoicePages
{
    public const float FirstTop = 332, Top = 106, Bottom = 766, ColumnsHeight = 20;

    public static List<List<InvoiceStrip>> Of(InvoiceDetail invoice)
    {
        var pages = new List<List<InvoiceStrip>> { new() };
        var (left, head) = (Bottom - FirstTop, (ServiceStrip?)null);
        var strips = Strips(invoice).ToList();
        for (var i = 0; i < strips.Count; i++)
        {
            var strip = strips[i];
            var needed = strip.Height + (strip is ServiceStrip ? strips[i + 1].Height : 0);
            if (needed > left)
            {
                pages.Add([]);
                left = Bottom - Top;
                if (strip is LineStrip && head is not null) Put(head.Continued);
            }

            if (strip is ServiceStrip service) head = service;
            Put(strip);
        }

        return pages;

        void Put(InvoiceStrip strip)
        {
            pages[^1].Add(strip);
            left -= strip.Height;
        }
    }

    private static IEnumerable<InvoiceStrip> Strips(InvoiceDetail invoice)
    {
        foreach (var service in invoice.Lines.GroupBy(line => line.Service))
        {
            var (first, sum) = (service.First(), service.Aggregate(Money.Zero, (sum, line) => sum + line.Amount));
            yield return new ServiceStrip(first.Service is null ? "Gemensamt för kontot" : first.UserName ?? "Tjänst", first.PhoneNumber, sum);
            foreach (var line in service) yield return LineStrip.Of(line);
        }

        yield return new SumStrip(invoice);
    }
}
