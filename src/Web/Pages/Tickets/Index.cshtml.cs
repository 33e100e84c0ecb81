using Connect.Application.Common.Lists;
using Connect.Application.Common.Texts;
using Connect.Application.Tickets;
using Connect.Web.Components.List;
using Connect.Web.Components.Tickets;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Tickets;

/// <summary>The tickets of the accounts within reach, those with news first. All of them, as in the manual: the start page leads to those under way.</summary>
public sealed class IndexModel() : PortalListPage(ListTickets.Columns, "/tickets")
{
    public Task<IActionResult> OnGetAsync() => ShowListAsync();

    protected override async Task<ListView> ReadAsync(ListRequest asked) =>
        ListView.Of(ListTickets.Columns, asked, await SendAsync(new ListTickets(asked)), Here, Text.Get("Tickets.Title"), row => TicketWords.Link(row.Number), ("ticket", Text.Get("Tickets.Empty")),
            exportPath: "/reports/lists/tickets");
}
