using Connect.Web.Components.Network;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Connect.Web.Pages.Network;

/// <summary>DASH-2 and 3: Driftinformation and Mobilnätet, large; the component reads what it shows.</summary>
[EnableRateLimiting(SearchLimit.Policy)]
public sealed class IndexModel(MobileQuestion question) : PortalPage
{
    public void OnGet() => ViewData["PageClass"] = "network-page";

    /// <summary>How the mobile network is where the map was pressed.</summary>
    public async Task<IActionResult> OnGetAtAsync() => Partial("/Components/Network/_CoverageAt.cshtml", await question.AnswerAsync(Request.Query, "/network", Cancellation));
}
