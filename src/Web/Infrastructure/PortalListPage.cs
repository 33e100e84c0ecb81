using Connect.Application.Common.Lists;
using Connect.Application.Views;
using Connect.Web.Components.List;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Infrastructure;

/// <summary>A page that is a list: it has one address for each of its views, and gives the list alone where only that is asked for.</summary>
/// <param name="columns">The list's.</param>
/// <param name="here">The page's address.</param>
public abstract class PortalListPage(ListColumns columns, string here) : PortalPage
{
    private ListRequest? _asked;
    private IReadOnlyList<SavedView>? _views;

    public ListView List { get; private set; } = null!;

    protected string Here => here;

    protected ListRequest Asked => _asked ??= ListRequest.Parse(Request.ListQuery(), columns);

    /// <summary>Parts of the page's address that are not the list's.</summary>
    protected virtual IReadOnlyList<KeyValuePair<string, string>> Kept => [];

    /// <summary>Reads the page that is asked for.</summary>
    protected abstract Task<ListView> ReadAsync(ListRequest asked);

    protected override async Task LoadAsync()
    {
        List = await ReadAsync(Asked);
        List.Views = await ViewsAsync();
    }

    /// <summary>The page, or the list alone.</summary>
    /// <param name="whole">What more the whole page shows.</param>
    protected async Task<IActionResult> ShowListAsync(Func<Task>? whole = null)
    {
        var address = ListView.Address(here, Kept, await ViewsAsync(), Asked);
        if (IsFragment)
        {
            await LoadAsync();
            Response.Headers["HX-Push-Url"] = address;
            return Partial("/Components/List/_List.cshtml", List);
        }

        // Opened by its bare address, the list is as the user has chosen to have it.
        if (Request.Query.Count == 0 && (await ViewsAsync()).FirstOrDefault(view => view.IsStart) is { Query.Length: > 0 } start) return Redirect(here + start.Query);
        // A form's own spelling is not an address to keep; what it asked for and could not be read is told first.
        if (Asked.CameFromForm && Asked.Problems.Count == 0) return Redirect(address);
        await LoadAsync();
        if (whole is not null) await whole();
        return Page();
    }

    private async Task<IReadOnlyList<SavedView>> ViewsAsync() => _views ??= await SendAsync(new ListSavedViews(columns.Name));
}
