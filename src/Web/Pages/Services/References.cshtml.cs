using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;
using Connect.Domain.Users;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Services;

/// <summary>Externt användarnamn, with cost centre and employee number.</summary>
public sealed class ReferencesModel : ServicePage
{
    [BindProperty]
    public string? ExternalUserName { get; set; }

    [BindProperty]
    public string? CostCentre { get; set; }

    [BindProperty]
    public string? EmployeeNumber { get; set; }

    /// <summary>The service's version when the form was filled in.</summary>
    [BindProperty]
    public int? Version { get; set; }

    public SubscriptionDetail Service { get; private set; } = null!;

    /// <summary>Key of the text that says why there is no form; null when there is one.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>To be sent along. Who has been told that somebody else was first may save over it.</summary>
    public int ShownVersion => Response.StatusCode == StatusCodes.Status409Conflict ? Service.Facts.Version : Version ?? Service.Facts.Version;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        (ExternalUserName, CostCentre, EmployeeNumber) = (Service.Facts.ExternalUserName, Service.Facts.CostCentre, Service.Facts.EmployeeNumber);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return await Submit(new EditSubscriptionReferences(Id, ExternalUserName, CostCentre, EmployeeNumber, Version), _ => Confirm(Text.Get("References.Done", Service.Facts.UserName), Link));
    }

    protected override async Task LoadAsync()
    {
        Require(Right.ManageSubscriptions);
        Service = await SendAsync(new GetSubscription(Id));
        Obstacle = new ReferencesAction().WhyNot(Service);
        About("References.Title", Service.Facts.UserName, Service.Facts.PhoneNumber);
    }
}
