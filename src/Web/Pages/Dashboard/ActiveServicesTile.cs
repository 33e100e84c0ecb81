using Connect.Application.Common.Lists;
using Connect.Application.Common.Texts;
using Connect.Application.Dashboard;
using Connect.Application.Subscriptions;
using Connect.Domain.Users;
using Connect.Web.Shell;
using MediatR;
using Words = Connect.Application.Common.Texts.Text;

namespace Connect.Web.Pages.Dashboard;

/// <summary>Leads to the services list filtered by what counts as active, and says how many of them are barred or about to end.</summary>
internal sealed class ActiveServicesTile() : StartTile(10, "Dashboard.ActiveServices", Active, "device-mobile", "ok", Right.ViewSubscriptions)
{
    // Said in full: the bare address opens the list as the user has chosen to have it.
    private static readonly string Active = "/services" + new ListRequest().With("status", ListSubscriptions.Columns.Presets["status"]).ToQueryString();

    public override async Task<TileFigure> ShowAsync(IMediator mediator, CancellationToken cancellation)
    {
        var active = await mediator.Send(new SumActiveSubscriptions(), cancellation);
        return new(active.Count, (active.Barred, active.Terminating) switch
        {
            (0, 0) => null,
            (0, var ending) => Words.Get("Dashboard.ServicesEnding", Format.Number(ending)),
            (var barred, 0) => Words.Get("Dashboard.ServicesBarred", Format.Number(barred)),
            var (barred, ending) => Words.Get("Dashboard.ServicesBarredAndEnding", Format.Number(barred), Format.Number(ending)),
        });
    }
}
