using Connect.Application.Common.Lists;
using Connect.Application.Common.Texts;
using Connect.Application.Invoices;
using Connect.Domain.Users;
using Connect.Web.Shell;
using MediatR;
using Words = Connect.Application.Common.Texts.Text;

namespace Connect.Web.Pages.Dashboard;

/// <summary>What is left to pay, how much it is and when the next of it is due.</summary>
internal sealed class OpenInvoicesTile() : StartTile(40, "Dashboard.OpenInvoices", Open, "file-invoice", "warn", Right.ViewInvoices)
{
    private static readonly string Open = Listed(new());

    // What has been due the longest first.
    private static readonly string ByDueDay = Listed(new() { Sort = new("due") });

    public override async Task<TileFigure> ShowAsync(IMediator mediator, CancellationToken cancellation)
    {
        var open = await mediator.Send(new SumOpenInvoices(), cancellation);
        if (open.Count == 0) return new(0);
        var amount = Format.Money(open.Amount);
        return new(open.Count, open switch
        {
            { Overdue: > 0 } => Words.Get("Dashboard.OpenInvoicesOverdue", amount, Format.Number(open.Overdue)),
            { NextDueOn: { } due } => Words.Get("Dashboard.OpenInvoicesNext", amount, Format.Day(due)),
            _ => amount,
        } + (open is { Overdue: > 0, NextDueOn: { } next } ? Words.Get("Dashboard.OpenInvoicesThen", Format.Day(next)) : ""), Warns: open.Overdue > 0, open.Overdue > 0 ? ByDueDay : null);
    }

    private static string Listed(ListRequest request) => "/invoices" + request.With("status", ListInvoices.Open).ToQueryString();
}
