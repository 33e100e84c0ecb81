using Connect.Application.Reports;
using Connect.Web.Infrastructure;

namespace Connect.Web.Pages.Reports;

/// <summary>The reports that the user may run.</summary>
internal sealed class IndexModel : PortalPage
{
    public IReadOnlyList<Report> Reports { get; private set; } = [];

    public async Task OnGetAsync() => Reports = await SendAsync(new ListReports());
}
