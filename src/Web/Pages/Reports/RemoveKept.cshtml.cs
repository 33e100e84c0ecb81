using Connect.Application.Common.Texts;
using Connect.Application.Reports.Kept;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Reports;

/// <summary>Asks before a kept report is removed, and says whether it comes by itself.</summary>
internal sealed class RemoveKeptModel : PortalPage
{
    [FromRoute] public Guid Id { get; set; }

    public KeptReportView Kept { get; private set; } = null!;

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return await Submit(new ForgetReport(Id), _ => Confirm(Text.Get("Reports.Forgotten", Kept.Name), "/reports"));
    }

    protected override async Task LoadAsync() => Kept ??= await SendAsync(new GetKeptReport(Id));
}
