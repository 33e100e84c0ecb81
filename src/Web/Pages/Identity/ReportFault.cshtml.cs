using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Identity;
using Connect.Domain.Users;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Identity;

/// <summary>Rapportera fel: page and browser are filled in.</summary>
internal sealed class ReportFaultModel(ICurrentUser user) : PortalPage
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

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return await Submit(new ReportFault(Input.Title ?? "", Input.Text ?? "", Input.Page, Input.Browser, Input.RequestId),
        made => Confirm(Text.Get("Identity.FaultSent", made.Number, AnswerTo), user.Has(Right.ManageTickets) ? $"/tickets/{made.Number}" : Back), nameof(Input));
    }

    protected override async Task LoadAsync() => AnswerTo = (await SendAsync(new GetMe())).Email;
}

/// <summary>What is typed there.</summary>
public sealed class FaultForm
{
    public Guid RequestId { get; set; }
    public string? Title { get; set; }
    public string? Text { get; set; }
    public string? Page { get; set; }
    public string? Browser { get; set; }
}
