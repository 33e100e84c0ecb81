using Connect.Application.Common.Texts;
using Connect.Application.Views;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Views;

/// <summary>LIST 7: removes a view once it is told what goes with it.</summary>
internal sealed class RemoveModel : OwnViewPage
{
    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return await Submit(new RemoveView(List, Id), _ => Confirm(Text.Get("Views.Removed", View.Name), Link));
    }
}
