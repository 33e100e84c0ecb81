using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Identity;

/// <summary>Makes a personal token and shows it, this once.</summary>
[RequiresFreshLogin]
internal sealed class NewTokenModel : PortalPage
{
    [BindProperty]
    public TokenForm Input { get; set; } = new();

    /// <summary>On the answer to the form only.</summary>
    public string? Token { get; private set; }

    public Task<IActionResult> OnPostAsync() => Submit(new CreatePersonalToken(Input.Name ?? "", Input.Scopes, Input.Days), token =>
    {
        Token = token;
        return Page();
    }, nameof(Input));
}

/// <summary>What is chosen there.</summary>
public sealed class TokenForm
{
    public string? Name { get; set; }
    public List<string> Scopes { get; set; } = [];
    public int Days { get; set; } = 90;
}
