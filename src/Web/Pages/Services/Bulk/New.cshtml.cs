using Connect.Application.Common.Lists;
using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;
using Connect.Application.Subscriptions.Bulk;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Services.Bulk;

/// <summary>SVC 15: what is to be done to the services that were chosen in the list, match its filter, or stand in a file. They are part of the address.</summary>
[FormWithFiles(BulkOptions.MostFileBytes)]
internal sealed class NewModel : PortalPage
{
    [BindProperty(SupportsGet = true)] public BulkKind? Kind { get; set; }
    [BindProperty(SupportsGet = true, Name = "service")] public List<string> Services { get; set; } = [];

    /// <summary>They come from the boxes of the list, of which none may have been ticked.</summary>
    [BindProperty(SupportsGet = true)] public string? Chosen { get; set; }

    /// <summary>They come from a file.</summary>
    [BindProperty(SupportsGet = true, Name = "file")] public bool IsFile { get; set; }

    [BindProperty] public BulkInput Wish { get; set; } = new();
    [BindProperty] public IFormFile? Upload { get; set; }
    [BindProperty] public Guid RequestId { get; set; }

    public BulkForm Form { get; private set; } = null!;
    public BulkSource Source => BulkSource.Of(this, Request);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        if (Source.IsEmpty) ModelState.AddModelError("", Text.Get("Errors.BulkNone"));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var wish = Wish.ToWish(Kind ?? 0, await AccountIn(Wish.Account, $"{nameof(Wish)}.{nameof(Wish.Account)}"));
        var read = IsFile ? await BulkUpload.ReadAsync(this, wish.Kind, Upload, SendAsync) : [.. Services.OfType<string>().Select(id => new BulkService(id))];
        return await Submit(new StartBulk(wish, RequestId) { Services = read, Matching = Source.Matching, FileName = BulkUpload.NameOf(Upload) }, id => RedirectLocally($"{BulkChoice.Path}/{id}"));
    }

    protected override async Task LoadAsync() => Form = await SendAsync(new GetBulkForm(Source.Matching));
}
