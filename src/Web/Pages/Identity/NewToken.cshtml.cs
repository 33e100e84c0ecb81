using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Identity;

/// <summary>Makes a personal token and shows it, this once: loading the page again makes no other and shows nothing.</summary>
[RequiresFreshLogin]
internal sealed class NewTokenModel(OneLook look) : PortalPage
{
    private const string Here = "/me/tokens/new";

    [BindProperty]
    public TokenForm Input { get; set; } = new();

    /// <summary>Once after the form.</summary>
    public string? Token { get; private set; }

    public void OnGet() => Token = look.Take<MadeToken>(HttpContext, Here)?.Value;

    public Task<IActionResult> OnPostAsync() => Submit(new CreatePersonalToken(Input.Name ?? "", Input.Scopes, Input.Days), token =>
    {
        look.Leave(HttpContext, Here, new MadeToken(token));
        return RedirectLocally(Here);
    }, nameof(Input));

    private sealed record MadeToken(string Value);
}

/// <summary>What is chosen there.</summary>
public sealed class TokenForm
{
    public string? Name { get; set; }
    public List<string> Scopes { get; set; } = [];
    public int Days { get; set; } = 90;
}
