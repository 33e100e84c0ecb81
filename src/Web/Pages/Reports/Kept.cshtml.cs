using Connect.Application.Common.Errors;
using Connect.Application.Common.Texts;
using Connect.Application.Reports.Kept;
using Connect.Domain.Reports;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Reports;

/// <summary>A kept report: when it comes by itself; run now, removed.</summary>
internal sealed class KeptModel : PortalPage
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public ReportInterval? Every { get; set; }
    [BindProperty] public int? Day { get; set; }

    public KeptReportView Kept { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        (Every, Day) = (Kept.Every, Kept.Day);
    }

    public Task<IActionResult> OnPostAsync() => Submit(new ScheduleReport(Id, Every, Day), _ => Confirm(Text.Get("Reports.Scheduled"), "/reports"));

    // Should it not be there to be had any more, the page says so, with the schedule as it is.
    public async Task<IActionResult> OnPostRunAsync(Guid requestId)
    {
        await OnGetAsync();
        return await Submit(new RunKeptReport(Id, requestId), _ => RedirectLocally("/reports/exports"));
    }

    public Task<IActionResult> OnPostForgetAsync() => Submit(new ForgetReport(Id), _ => Confirm(Text.Get("Reports.Forgotten"), "/reports"));

    protected override async Task LoadAsync() => Kept = (await SendAsync(new ListKeptReports())).FirstOrDefault(kept => kept.Id == Id) ?? throw new NotFoundException();
}
