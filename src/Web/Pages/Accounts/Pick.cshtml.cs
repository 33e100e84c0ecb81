using Connect.Application.Accounts;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Connect.Web.Pages.Accounts;

/// <summary>What an account field of a form suggests for what has been typed so far.</summary>
[EnableRateLimiting(SearchLimit.Policy)]
public sealed class PickModel : PortalPage
{
    public async Task<IActionResult> OnGetAsync(string? q) => Partial("/Components/Picker/_Options.cshtml", await SendAsync(new PickAccounts(q)));
}
