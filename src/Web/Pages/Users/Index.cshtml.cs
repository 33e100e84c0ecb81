using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Users;
using Connect.Domain.Users;
using Connect.Web.Components.List;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Users;

/// <summary>The users within reach.</summary>
public sealed class IndexModel(ICurrentUser user) : PortalPage
{
    private const string Here = "/users";

    public ListView List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var request = ListRequest.Parse(Request.ListQuery(), ListUsers.Columns);
        if (request.CameFromForm && !IsFragment) return Redirect(Here + request.ToQueryString());
        var page = await SendAsync(new ListUsers(request));
        List = ListView.Of(ListUsers.Columns, request, page, Here, Text.Get("Users.Title"), row => $"{Here}/{row.Id}", ("users", Text.Get("Users.Empty")),
            exportPath: "/reports/lists/users", more: More);
        if (!IsFragment) return Page();
        Response.Headers["HX-Push-Url"] = Here + request.ToQueryString();
        return Partial("/Components/List/_List.cshtml", List);
    }

    private ListRowMore More(UserRow row) => new(
        user.Has(Right.ViewAccounts) ? new Dictionary<string, string> { ["account"] = $"/accounts/{Uri.EscapeDataString(row.AccountNumber)}" } : new Dictionary<string, string>(),
        row.MayBeManaged ? new("pencil", Text.Get("Users.EditOf", row.Called()), $"{Here}/{row.Id}/edit") : null);
}
