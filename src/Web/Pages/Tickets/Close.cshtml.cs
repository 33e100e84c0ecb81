using Connect.Application.Common.Texts;
using Connect.Application.Tickets;
using Connect.Web.Components.Tickets;
using Connect.Web.Infrastructure;
using Connect.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Tickets;

/// <summary>Stäng ärendet: asks before it is done.</summary>
public sealed class CloseModel : PortalPage
{
    [FromRoute]
    public string Number { get; set; } = "";

    public TicketView Ticket { get; private set; } = null!;

    public string Link => TicketWords.Link(Number);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return await Submit(new CloseTicket(Number), _ => Confirm(Text.Get("Tickets.Close.Done", Number), Link));
    }

    protected override async Task LoadAsync()
    {
        Ticket = await SendAsync(new GetTicket(Number));
        ViewData["Title"] = Text.Get("Tickets.Close");
        ViewData["Subtitle"] = $"{Ticket.Number} · {Ticket.Title}";
        ViewData["PageClass"] = "is-narrow";
        ViewData["Crumbs"] = new Crumb[] { new("/tickets", Text.Get("Tickets.Title")), new(Link, Ticket.Number) };
    }
}
