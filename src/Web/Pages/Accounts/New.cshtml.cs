using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Texts;
using Connect.Domain.Users;
using Connect.Web.Infrastructure;
using Connect.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Accounts;

/// <summary>Nytt konto, and Lägg till underkonto where the account above is chosen already.</summary>
public sealed class NewModel : PortalPage
{
    /// <summary>Number of the account above, when it is settled.</summary>
    [FromQuery]
    public string? Under { get; set; }

    [BindProperty]
    public NewAccountInput Input { get; set; } = new();

    /// <summary>The account above; null as long as none is chosen that exists.</summary>
    public AccountFacts? Above { get; private set; }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        if (Under is not null) await FindAboveAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        await FindAboveAsync();
        return await Submit(Input.ToMessage(Above?.Number ?? ""), added => Confirm(Text.Get("Accounts.Added", Input.Name?.Trim(), added.Number), $"/accounts/{added.Number}"), nameof(Input));
    }

    /// <summary>By POST so that what has been typed comes along; nothing is saved.</summary>
    public async Task<IActionResult> OnPostCopyAsync()
    {
        await LoadAsync();
        await FindAboveAsync();
        if (Above is null) return Page();
        ModelState.Clear();
        Input.CopyFrom(Above);
        return Page();
    }

    protected override Task LoadAsync()
    {
        Require(Right.ViewAccounts);
        Require(Right.ManageAccounts);
        ViewData["Crumbs"] = new Crumb[] { new("/accounts", Text.Get("Accounts.Title")) };
        return Task.CompletedTask;
    }

    private async Task FindAboveAsync()
    {
        if ((Under ?? await AccountIn(Input.Parent, "Input.Parent")) is not { } number) return;
        try
        {
            Above = (await SendAsync(new GetAccount(number))).Facts;
        }
        catch (NotFoundException) when (Under is null)
        {
            ModelState.AddModelError("Input.Parent", Text.Get(string.IsNullOrWhiteSpace(Input.Parent) ? "Errors.NotEmptyValidator" : "Errors.AccountUnknown"));
        }
    }
}
