using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;
using Connect.Application.Tickets;
using Connect.Domain.Users;
using Connect.Web.Pages.Accounts;
using Connect.Web.Pages.Services;
using Connect.Web.Shell;
using MediatR;
using Words = Connect.Application.Common.Texts.Text;

namespace Connect.Web.Pages.Tickets;

internal sealed class TicketsMenu() : MenuEntry(70, "Tickets.Menu", "/tickets", "ticket", Right.ManageTickets);

/// <summary>Leads to the tickets that are under way, and says how many of them wait for the customer.</summary>
internal sealed class OpenTicketsTile() : StartTile(30, "Dashboard.OpenTickets", "/tickets?f.state=new,in-progress,waiting", "ticket", "info", Right.ManageTickets)
{
    public override async Task<TileFigure> ShowAsync(IMediator mediator, CancellationToken cancellation)
    {
        var open = await mediator.Send(new SumOpenTickets(), cancellation);
        return new(open.Count, open.Waiting == 0 ? null : Words.Get("Dashboard.TicketsWaiting", Format.Number(open.Waiting)), Warns: open.Waiting > 0);
    }
}

/// <summary>Skapa ärende on every service, also one that has ended: questions come afterwards too.</summary>
internal sealed class NewTicketOfService() : ServiceAction(90, "Tickets.New", "", "ticket", Right.ManageTickets)
{
    public override string Link(SubscriptionDetail service) => $"/tickets/new?service={service.Facts.Id}";
}

internal sealed class NewTicketOfAccount() : AccountAction(70, "Tickets.New", "/tickets/new?account={0}", "ticket", Right.ManageTickets);
