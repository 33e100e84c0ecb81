using Connect.Application.Subscriptions.Bulk;
using Connect.Web.Infrastructure;

namespace Connect.Web.Pages.Services.Bulk;

/// <summary>The user's jobs on several services.</summary>
internal sealed class IndexModel : PortalPage
{
    public IReadOnlyList<BulkJobView> Jobs { get; private set; } = [];

    public async Task OnGetAsync() => Jobs = await SendAsync(new ListBulkJobs());
}
