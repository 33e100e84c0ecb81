using Connect.Application.Reports;
using Connect.Application.Reports.Kept;
using Connect.Web.Infrastructure;

namespace Connect.Web.Pages.Reports;

/// <summary>The reports that the user may run, and those that are kept with what they are asked for.</summary>
internal sealed class IndexModel : PortalPage
{
    public IReadOnlyList<Report> Reports { get; private set; } = [];

    public IReadOnlyList<KeptReportView> Kept { get; private set; } = [];

    public async Task OnGetAsync() => (Reports, Kept) = (await SendAsync(new ListReports()), await SendAsync(new ListKeptReports()));
}
