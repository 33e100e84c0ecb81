using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Tickets;
using Connect.Domain.Users;
using Connect.Web.Components.Account;
using Connect.Web.Components.List;
using Connect.Web.Components.Tickets;
using Connect.Web.Pages.Accounts;
using MediatR;

namespace Connect.Web.Components.AccountTickets;

internal sealed class TicketsTab() : AccountTab(50, "tickets", "Tickets.Menu", Right.ManageTickets, typeof(AccountTicketsViewComponent), ListTickets.Columns);

/// <summary>The tickets list as a tab of an account's page, with the choice of reach.</summary>
public sealed class AccountTicketsViewComponent(IMediator mediator, ICurrentUser user) : AccountListViewComponent("tickets", ListTickets.Columns, mediator, user)
{
    protected override async Task<ListView> ListAsync(AccountListRequest asked) =>
        ListView.Of(ListTickets.Columns, asked.Request, await SendAsync(new ListTickets(asked.Narrowed)), asked.Path, Text.Get("Tickets.Title"), row => TicketWords.Link(row.Number),
            ("ticket", Text.Get("Accounts.Tickets.Empty")), exportPath: "/reports/lists/tickets", kept: asked.Kept, within: asked.Within);
}
