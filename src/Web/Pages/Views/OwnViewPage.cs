using Connect.Application.Common.Errors;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Application.Views;
using Connect.Web.Infrastructure;
using Connect.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Views;

/// <summary>A page of one of the user's own views.</summary>
internal abstract class OwnViewPage : PortalPage
{
    [FromRoute] public string List { get; set; } = "";
    [FromRoute] public Guid Id { get; set; }

    public SavedView View { get; private set; } = null!;

    /// <summary>What the view asks the list for.</summary>
    public ListExportView Asked { get; private set; } = null!;

    /// <summary>Where the list's views are kept.</summary>
    public string Link => $"/views/{List}";

    public Crumb[] Crumbs => [new($"/{List}", Asked.Title), new(Link, Text.Get("Views.Title", Asked.Title))];

    protected override async Task LoadAsync()
    {
        View = (await SendAsync(new ListSavedViews(List))).FirstOrDefault(view => view.Id == Id && view.IsOwn) ?? throw new NotFoundException();
        Asked = await SendAsync(new GetListExport(List, View.Query));
    }
}
