using Connect.Application.Common.Errors;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Application.Views;
using Connect.Web.Components.List;
using Connect.Web.Infrastructure;
using Connect.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Views;

/// <summary>LIST 7: names the view of a list that the query holds, and keeps those that are named.</summary>
internal sealed class IndexModel : PortalPage
{
    private const string Shared = "shared", Start = "start";

    [FromRoute] public string List { get; set; } = "";

    [BindProperty] public NewViewInput Input { get; set; } = new();

    /// <summary>What would be saved.</summary>
    public ListExportView Asked { get; private set; } = null!;

    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    public string ListPath => $"/{List}";

    public static IEnumerable<Choice> Choices =>
    [
        new(Shared, Text.Get("Views.Shared"), Text.Get("Views.SharedHint")),
        new(Start, Text.Get("Views.Start"), Text.Get("Views.StartHint")),
    ];

    public string Link(SavedView view) => ListView.Named(ListPath, view.Query);

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => Submit(
        new SaveView(List, Input.Name ?? "", Request.QueryString.Value, Input.Choices.Contains(Shared), Input.Choices.Contains(Start)),
        saved => Confirm(Text.Get("Views.Saved", Input.Name!.Trim()), ListView.Named(ListPath, saved.Query)), nameof(Input));

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
        Asked = await SendAsync(new GetListExport(List, Request.QueryString.Value));
        Views = await SendAsync(new ListSavedViews(List));
    }

    internal sealed class NewViewInput
    {
        public string? Name { get; set; }
        public IList<string> Choices { get; set; } = [];
    }
}
