using Connect.Application.Reports.Kept;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Reports;

/// <summary>A kept report: what it is asked for and when it comes by itself; run now.</summary>
internal sealed class KeptModel : PortalPage
{
    [FromRoute] public Guid Id { get; set; }

    public KeptReportView Kept { get; private set; } = null!;

    public Task OnGetAsync() => LoadAsync();

    // Should it not be there to be had any more, the page says so.
    public Task<IActionResult> OnPostRunAsync(Guid requestId) => Submit(new RunKeptReport(Id, requestId), _ => RedirectLocally("/reports/exports"));

    protected override async Task LoadAsync() => Kept = await SendAsync(new GetKeptReport(Id));
}
