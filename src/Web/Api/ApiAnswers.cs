using MediatR;

namespace Connect.Web.Api;

internal static class ApiAnswers
{
    /// <summary>Carries a command out that gives nothing back: 204.</summary>
    public static async Task<IResult> DoneAsync(this IMediator mediator, IRequest<Unit> message)
    {
        await mediator.Send(message);
        return Results.NoContent();
    }
}
