using Connect.Application.Common.Texts;
using Connect.Application.Views;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Views;

/// <summary>LIST 7: gives a view another name.</summary>
internal sealed class RenameModel : OwnViewPage
{
    [BindProperty] public string? Name { get; set; }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Name = View.Name;
    }

    public Task<IActionResult> OnPostAsync() => Submit(new RenameView(List, Id, Name ?? ""), _ => Confirm(Text.Get("Views.Renamed", Name!.Trim()), Link));
}
