using Connect.Application.Monitoring;
using Connect.Domain.Monitoring;
using Connect.Web.Components.Monitoring;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Services;

/// <summary>Says what of a service's monitoring goes to Excel, and orders it.</summary>
public sealed class MonitoringModel : PortalPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery]
    public string? Period { get; set; }

    public MonitoringView View { get; private set; } = null!;

    /// <summary>The service's page with the same period.</summary>
    public string Link => new MonitoringFace(View, $"/services/{Id}").PeriodLink(View.Period);

    private MonitoringPeriod Asked => MonitoringFace.PeriodOf(Period);

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync(Guid requestId) => Submit(new ExportMonitoring(Id, Asked, requestId), _ => RedirectLocally("/reports/exports"));

    protected override async Task LoadAsync() => View = await SendAsync(new GetMonitoring(Id, Asked));
}
