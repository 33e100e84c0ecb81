using Connect.Application.Reports;
using Connect.Application.Reports.Kept;
using Connect.Web.Infrastructure;

namespace Connect.Web.Pages.Reports;

/// <summary>The reports that the user may run, and those that are kept with what they are asked for.</summary>
internal sealed class IndexModel : PortalPage
{
    public IReadOnlyList<Report> Reports { get; private set; } = [];

    public IReadOnlyList<KeptReportView> Kept { get; private set; } = [];

    /// <summary>What a report is about, for the eye.</summary>
    public static string IconOf(string kind) => kind switch
    {
        "invoice" => "file-invoice",
        "credited" => "receipt",
        "calls" => "world",
        "ended-services" => "circle-x",
        "services" => "device-mobile",
        "sla" => "clock",
        "traffic" => "phone",
        "all-traffic" => "chart-bar",
        "orders" => "package",
        "tickets" => "ticket",
        "invoice-calls" => "phone-call",
        _ => "report-analytics",
    };

    public async Task OnGetAsync() => (Reports, Kept) = (await SendAsync(new ListReports()), await SendAsync(new ListKeptReports()));
}
