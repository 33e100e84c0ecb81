using Connect.Application.Common.Lists;
using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions.Bulk;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Services.Bulk;

/// <summary>A job on several services: its preview to be confirmed, its progress, its result.</summary>
internal sealed class JobModel : PortalPage
{
    [FromRoute] public Guid Id { get; set; }
    [FromQuery] public BulkRowState? State { get; set; }

    /// <summary>From the query alone: the route has a value of that name too.</summary>
    [FromQuery(Name = "page")] public int PageNumber { get; set; } = 1;

    public BulkJobView Job { get; private set; } = null!;
    public ListPage<BulkRowView> Rows { get; private set; } = null!;
    public string Link => $"{BulkChoice.Path}/{Id}";

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        if (!IsFragment) return Page();
        // What moved has ended: the whole page says what came of it.
        if (!Job.IsMoving) Response.Headers["HX-Refresh"] = "true";
        return Partial("_BulkProgress", this);
    }

    public Task<IActionResult> OnPostConfirmAsync(Guid requestId) => Submit(new ConfirmBulk(Id, requestId), _ => Confirm(Text.Get("Bulk.Confirmed"), Link));

    public async Task<IActionResult> OnPostCancelAsync()
    {
        await LoadAsync();
        return await Submit(new CancelBulk(Id), _ => Confirm(Text.Get(Job.IsConfirmed ? "Bulk.Cancelled" : "Bulk.Discarded"), Link));
    }

    public string RowsLink(BulkRowState? state, int page = 1) => $"{Link}?{(state is null ? "" : $"state={state}&")}page={page}#rows";

    protected override async Task LoadAsync()
    {
        Job = await SendAsync(new GetBulkJob(Id));
        Rows = await SendAsync(new ListBulkRows(Id, State, PageNumber));
    }
}
