using Connect.Application.Users;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Connect.Web.Pages.Users;

/// <summary>What a person field of a form suggests for what has been typed so far.</summary>
[EnableRateLimiting(SearchLimit.Policy)]
public sealed class PickPersonModel : PortalPage
{
    public async Task<IActionResult> OnGetAsync(string? q) => Partial("/Components/Picker/_Persons.cshtml", await SendAsync(new PickContactPersons(PickContactPersons.TextIn(q))));
}
