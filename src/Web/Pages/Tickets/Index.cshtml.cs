using Connect.Application.Common.Lists;
using Connect.Application.Common.Texts;
using Connect.Application.Tickets;
using Connect.Web.Components.List;
using Connect.Web.Components.Tickets;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Tickets;

/// <summary>The tickets of the accounts within reach, those with news first. All of them, as in the manual: the start page leads to those under way.</summary>
public sealed class IndexModel : PortalPage
{
    private const string Here = "/tickets";

    public ListView List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var request = ListRequest.Parse(Request.ListQuery(), ListTickets.Columns);
        if (request.CameFromForm && !IsFragment) return Redirect(Here + request.ToQueryString());
        var page = await SendAsync(new ListTickets(request));
        List = ListView.Of(ListTickets.Columns, request, page, Here, Text.Get("Tickets.Title"), row => TicketWords.Link(row.Number), ("ticket", Text.Get("Tickets.Empty")),
            exportPath: "/reports/lists/tickets");
        if (!IsFragment) return Page();
        Response.Headers["HX-Push-Url"] = Here + request.ToQueryString();
        return Partial("/Components/List/_List.cshtml", List);
    }
}
