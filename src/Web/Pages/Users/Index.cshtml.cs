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
public sealed class IndexModel(ICurrentUser user) : PortalListPage(ListUsers.Columns, "/users")
{
    public Task<IActionResult> OnGetAsync() => ShowListAsync();

    protected override async Task<ListView> ReadAsync(ListRequest asked) =>
        ListView.Of(ListUsers.Columns, asked, await SendAsync(new ListUsers(asked)), Here, Text.Get("Users.Title"), row => $"{Here}/{row.Id}", ("users", Text.Get("Users.Empty")),
            exportPath: "/reports/lists/users", more: More);

    private ListRowMore More(UserRow row) => new(
        user.Has(Right.ViewAccounts) ? new Dictionary<string, string> { ["account"] = $"/accounts/{Uri.EscapeDataString(row.AccountNumber)}" } : new Dictionary<string, string>(),
        row.MayBeManaged ? new("pencil", Text.Get("Users.EditOf", row.Called()), $"{Here}/{row.Id}/edit") : null);
}
