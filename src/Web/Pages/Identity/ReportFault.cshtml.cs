using Connect.Application.Common.Errors;
using Connect.Application.Common.Texts;
using Connect.Application.Identity;
using Connect.Application.Messages;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Identity;

/// <summary>Rapportera fel: page and browser are filled in.</summary>
internal sealed class ReportFaultModel(MessageOptions installation) : PortalPage
{
    [BindProperty]
    public FaultForm Input { get; set; } = new();

    public string AnswerTo { get; private set; } = "";

    public string Back => Url.IsLocalUrl(Input.Page) ? Input.Page : "/";

    public async Task OnGetAsync(string? from)
    {
        Input = new() { Page = Url.IsLocalUrl(from) ? from : null, Browser = Request.Headers.UserAgent.ToString() };
        await LoadAsync();
    }

    public Task<IActionResult> OnPostAsync() => Submit(new ReportFault(Input.Title ?? "", Input.Text ?? "", Input.Page, Input.Browser),
        _ => Confirm(Text.Get("Identity.FaultSent"), Back), nameof(Input));

    protected override async Task LoadAsync()
    {
        if (installation.FaultEmail is null) throw new NotFoundException();
        AnswerTo = (await SendAsync(new GetMe())).Email;
    }
}

/// <summary>What is typed there.</summary>
public sealed class FaultForm
{
    public string? Title { get; set; }
    public string? Text { get; set; }
    public string? Page { get; set; }
    public string? Browser { get; set; }
}
