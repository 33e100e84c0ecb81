using Connect.Application.Common.Errors;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Application.Views;
using Connect.Web.Components.List;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Views;

/// <summary>LIST 7: the named views of a list, where they are kept, shared and chosen.</summary>
internal sealed class IndexModel : PortalPage
{
    [FromRoute] public string List { get; set; } = "";

    /// <summary>The list's name in the reader's language.</summary>
    public string Title { get; private set; } = "";

    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    public string ListPath => $"/{List}";

    public string Link(SavedView view) => ListView.Named(ListPath, view.Query);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostShareAsync(Guid id, bool isShared)
    {
        await LoadAsync();
        var name = Views.FirstOrDefault(view => view.Id == id)?.Name ?? throw new NotFoundException();
        return await Submit(new ShareView(List, id, isShared), _ => Confirm(Text.Get(isShared ? "Views.IsShared" : "Views.SharedNoLonger", name), $"/views/{List}"));
    }

    /// <param name="id">None for the list as it comes.</param>
    public Task<IActionResult> OnPostStartAsync(Guid? id) =>
        Submit(new StartWithView(List, id), _ => Confirm(Text.Get(id is null ? "Views.StartsAsItComes" : "Views.Starts"), $"/views/{List}"));

    protected override async Task LoadAsync()
    {
        Title = (await SendAsync(new GetListExport(List, null))).Title;
        Views = await SendAsync(new ListSavedViews(List));
    }
}
