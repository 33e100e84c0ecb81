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

    /// <summary>They are those of a job whose preview is changed.</summary>
    [BindProperty(SupportsGet = true)] public Guid? InsteadOf { get; set; }

    [BindProperty] public BulkInput Wish { get; set; } = new();
    [BindProperty] public IFormFile? Upload { get; set; }
    [BindProperty] public Guid RequestId { get; set; }

    public BulkForm Form { get; private set; } = null!;

    /// <summary>The job whose services they are.</summary>
    public BulkJobView? Before { get; private set; }

    /// <summary>A file may bring them: there is none else, or those of the job came from one.</summary>
    public bool TakesFile => IsFile || Before?.FileName is not null;

    public BulkSource Source => BulkSource.Of(this, Request);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        if (Before is { } job && (Kind ??= job.Wish.Kind) == job.Wish.Kind) Wish = BulkInput.Of(job.Wish);
        if (Source.IsEmpty) ModelState.AddModelError("", Text.Get("Errors.BulkNone"));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var wish = Wish.ToWish(Kind ?? 0, await AccountIn(Wish.Account, $"{nameof(Wish)}.{nameof(Wish.Account)}"));
        var isNew = IsFile || Upload is not null;
        var read = isNew ? await BulkUpload.ReadAsync(this, wish.Kind, Upload, SendAsync) : [.. Services.OfType<string>().Select(id => new BulkService(id))];
        if (isNew && !ModelState.IsValid)
        {
            // What the form lacks may be in the rows that could not be read.
            await TellRestAsync(new CheckBulkWish(wish));
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity);
        }

        var start = new StartBulk(wish, RequestId) { Services = read, Matching = Source.Matching, InsteadOf = InsteadOf, FileName = BulkUpload.NameOf(Upload) };
        return await Submit(start, id => RedirectLocally($"{BulkChoice.Path}/{id}"));
    }

    protected override async Task LoadAsync()
    {
        if (InsteadOf is { } id) Before = await SendAsync(new GetBulkJob(id));
        Form = await SendAsync(new GetBulkForm(Source.Matching));
    }
}
