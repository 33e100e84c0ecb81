using Connect.Application.Common.Lists;
using Connect.Application.Common.Texts;
using Connect.Application.Monitoring;
using Connect.Application.Subscriptions;
using Connect.Web.Components.Monitoring;
using Connect.Web.Infrastructure;
using Connect.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Services;

/// <summary>One service.</summary>
public sealed class DetailsModel(OneLook look) : PortalPage
{
    public SubscriptionDetail Service { get; private set; } = null!;

    /// <summary>Null until asked for, and again after that one look.</summary>
    public SimSecrets? Secrets { get; private set; }

    /// <summary>Null for services without data, and for those that have ended.</summary>
    public DataWarnings? Warnings { get; private set; }

    public ListChoice Status => ListSubscriptions.Statuses.Single(status => Equals(status.Stored, Service.Facts.Status));

    /// <summary>Null for a service that is not monitored.</summary>
    public MonitoringFace? Monitoring { get; private set; }

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>How far back the monitoring goes.</summary>
    [FromQuery]
    public string? Period { get; set; }

    public string Link => $"/services/{Id}";

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Secrets = look.Take<SimSecrets>(HttpContext, Link);
    }

    /// <summary>By POST, so that a secret never stands in an address, a history or a cache.</summary>
    public async Task<IActionResult> OnPostSecretsAsync()
    {
        await LoadAsync();
        return await Submit(new ShowSimSecrets(Id), secrets =>
        {
            look.Leave(HttpContext, Link, secrets);
            return RedirectLocally(Link + "#sim");
        });
    }

    public async Task<IActionResult> OnPostWarnAsync(bool on)
    {
        await LoadAsync();
        return await Submit(new WarnOfData(Id, on), _ => Confirm(Text.Get(on ? "DataWarnings.TurnedOn" : "DataWarnings.TurnedOff"), Link));
    }

    protected override async Task LoadAsync()
    {
        Service = await SendAsync(new GetSubscription(Id));
        Warnings = Service is { IsMobile: true, HasEnded: false } ? await SendAsync(new GetDataWarnings(Id)) : null;
        if (Service.IsLine && await SendAsync(new GetMonitoring(Id, MonitoringFace.PeriodOf(Period))) is { State: not null } view) Monitoring = new(view, Link);
        ViewData["Title"] = Service.Facts.UserName;
        ViewData["Crumbs"] = new Crumb[] { new("/services", Text.Get("Services.Title")) };
    }
}
