using Connect.Application.Identity;
using Connect.Application.Messages;
using Connect.Application.Subscriptions;
using MediatR;

namespace Connect.Web.Api;

/// <summary>The user's own details. What changes a log-in (password, two-factor, sessions, tokens) is for the portal's pages alone.</summary>
internal sealed class IdentityApi : IApiModule
{
    public void Map(RouteGroupBuilder api)
    {
        var me = api.MapGroup("/me").WithTags("Me");
        me.MapGet("/", (IMediator mediator, CancellationToken cancellation) => mediator.Send(new GetMe(), cancellation)).WithSummary("The caller's own details");
        me.MapPut("/language", async (ChangeLanguage body, IMediator mediator, CancellationToken cancellation) =>
        {
            await mediator.Send(body, cancellation);
            return TypedResults.NoContent();
        }).WithSummary("The language of the portal, mails and SMS: sv or en");
        me.MapGet("/data-warnings", (IMediator mediator, CancellationToken cancellation) => mediator.Send(new GetDataWarnings(), cancellation))
            .WithSummary("Whether the caller is told by mail when the data of any service runs out");
        me.MapPut("/data-warnings", async (WarnOfAllData body, IMediator mediator, CancellationToken cancellation) =>
        {
            await mediator.Send(body, cancellation);
            return TypedResults.NoContent();
        }).WithSummary("Mails at 80 % and 100 % of the data of every service within reach");
        me.MapGet("/notices", (IMediator mediator, CancellationToken cancellation) => mediator.Send(new GetMyNotices(), cancellation))
            .WithSummary("The mails that the caller can choose to have, and which of them are on");
        me.MapPut("/notices", (ChooseMyNotices body, IMediator mediator) => mediator.DoneAsync(body)).WithSummary("Sets which mails the caller has");
    }
}
