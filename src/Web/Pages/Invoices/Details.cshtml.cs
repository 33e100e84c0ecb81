using Connect.Application.Common.Lists;
using Connect.Application.Common.Texts;
using Connect.Application.Invoices;
using Connect.Domain.Common;
using Connect.Web.Infrastructure;
using Connect.Web.Shell;

namespace Connect.Web.Pages.Invoices;

/// <summary>INV 1: one invoice: what it comes to, what is paid of it, and its lines service by service.</summary>
public sealed class DetailsModel(InvoiceIssuer issuer) : PortalPage
{
    /// <summary>Services shown at once.</summary>
    private const int AtOnce = 100;

    public InvoiceDetail Invoice { get; private set; } = null!;
    public string? Bankgiro => issuer.Bankgiro;
    public IReadOnlyList<ServiceLines> Services { get; private set; } = [];
    public int ServiceCount { get; private set; }
    public int PageNumber { get; private set; } = 1;
    public int PageCount => Math.Max(1, (ServiceCount + AtOnce - 1) / AtOnce);
    public int First => (PageNumber - 1) * AtOnce + 1;

    public async Task OnGetAsync(string number)
    {
        Invoice = await SendAsync(new GetInvoice(number));
        var groups = Invoice.Lines.GroupBy(line => line.Service).Select(lines => new ServiceLines([.. lines])).ToList();
        ServiceCount = groups.Count;
        PageNumber = Math.Clamp(int.TryParse(Request.Query["page"], out var asked) ? asked : 1, 1, PageCount);
        Services = [.. groups.Skip(First - 1).Take(AtOnce)];
        ViewData["Crumbs"] = new Crumb[] { new(InvoiceLists.Path, Text.Get("Invoices.Title")) };
    }
}

/// <summary>The lines of one service, or those of the account.</summary>
public sealed record ServiceLines(IReadOnlyList<InvoiceLine> Lines)
{
    public InvoiceLine First => Lines[0];
    public Money Sum => Lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
}
