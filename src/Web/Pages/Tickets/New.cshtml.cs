using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Web.Components.Tickets;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Tickets;

/// <summary>Skapa ärende: first the type, then title and text, "Spara".</summary>
[FormWithFiles]
public sealed class NewModel(ICurrentUser user) : NewTicketPage(user)
{
    public async Task OnGetAsync()
    {
        Input.ServiceId = Service;
        await LoadAsync();
        if (Shown.Service is null) await ChooseAccountAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReceiveAsync();
        if (Input.IsOnlyNumber) return await FoundAsync();
        await FindServiceAsync();
        // Once its number is right the service tells the account.
        if (!ModelState.IsValid && string.IsNullOrWhiteSpace(Input.Account)) ModelState.MarkFieldSkipped("Input.Account");
        await LoadAsync();
        var account = Input.ServiceId is null ? await AccountIn(Input.Account, "Input.Account") : null;
        return await Submit(Input.ToCreate(Chosen ?? default, account), made => Confirm(Text.Get("Tickets.Created", made.Number), TicketWords.Link(made.Number)), nameof(Input));
    }

    /// <summary>Looks for the service and shows the form with it.</summary>
    public async Task<IActionResult> OnPostFindAsync()
    {
        await ReceiveAsync();
        return await FoundAsync();
    }

    /// <summary>Byt typ: the types with all that is typed, then the form of the other one with it.</summary>
    public async Task<IActionResult> OnPostTypeAsync()
    {
        await ReceiveAsync();
        return await AsTypedAsync();
    }

    private async Task<IActionResult> FoundAsync()
    {
        await FindServiceAsync();
        return await AsTypedAsync();
    }

    private async Task<IActionResult> AsTypedAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>The form without the service.</summary>
    public async Task<IActionResult> OnPostForgetAsync()
    {
        await ReceiveAsync();
        (Input.ServiceId, Service) = (null, null);
        await LoadAsync();
        await ChooseAccountAsync();
        return Page();
    }
}
