using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages;

/// <summary>One page for all that can go wrong. Asked for by itself, there is no such page.</summary>
[Open]
internal sealed class ErrorModel : PortalPage
{
    private int Status { get; set; } = StatusCodes.Status404NotFound;
    private string Kind => Status switch { 403 => "Forbidden", 404 => "NotFound", 409 => "Conflict", 429 => "TooMany", >= 500 => "Unexpected", _ => "BadRequest" };

    public string? Id { get; private set; }
    public string Title => Text.Get($"Shell.Error{Kind}Title");
    public string Explanation => Text.Get($"Shell.Error{Kind}Text");
    public string Icon => Status switch { 403 => "lock", 404 => "search", 429 => "clock", _ => "alert-triangle" };

    public IActionResult OnGet()
    {
        var error = HttpContext.Features.Get<ShownError>();
        (Status, Id) = (error?.Status ?? Status, error?.Id);
        Response.StatusCode = Status;
        return Page();
    }
}
