using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Tickets;
using Connect.Domain.Users;
using Connect.Web.Components.Tickets;
using Connect.Web.Infrastructure;
using Connect.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Tickets;

/// <summary>One ticket: how it stands, its thread, and the answer.</summary>
public sealed class DetailsModel(ICurrentUser user) : PortalPage
{
    [FromRoute]
    public string Number { get; set; } = "";

    /// <summary>The form of the answer is open.</summary>
    [FromQuery]
    public bool Answer { get; set; }

    [BindProperty]
    public string? Reply { get; set; }

    [BindProperty]
    public Guid RequestId { get; set; }

    public TicketView Ticket { get; private set; } = null!;

    public bool IsAnswering => Ticket.CanAnswer && (Answer || !ModelState.IsValid || Reply is not null);

    public bool SeesAccounts => user.Has(Right.ViewAccounts);

    public string Link => TicketWords.Link(Number);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return await Submit(new AnswerTicket(Number, Reply ?? "", RequestId), _ => Confirm(Text.Get("Tickets.Answer.Done"), Link));
    }

    protected override async Task LoadAsync()
    {
        Ticket = await SendAsync(new GetTicket(Number));
        ViewData["Title"] = Ticket.Title;
        ViewData["Subtitle"] = $"{Ticket.Number} · {Text.Get($"Tickets.Type.{Ticket.Type}")}";
        ViewData["Crumbs"] = new Crumb[] { new("/tickets", Text.Get("Tickets.Title")) };
    }
}
