using Connect.Application.Common.Lists;
using Connect.Application.Users;
using Connect.Web.Infrastructure;
using MediatR;

namespace Connect.Web.Api;

/// <summary>Users within reach: who may do what where. The same messages as the pages, so that nobody gives what they do not have.</summary>
internal sealed class UsersApi : IApiModule
{
    public void Map(RouteGroupBuilder api)
    {
        var users = api.MapGroup("/users").WithTags("Users");
        MapReading(users);
        MapChanges(users);
        MapActions(users);
    }

    private static void MapReading(RouteGroupBuilder users)
    {
        users.MapGet("/", (HttpRequest http, IMediator mediator, CancellationToken cancellation) =>
                mediator.Send(new ListUsers(ListRequest.Parse(http.ListQuery(), ListUsers.Columns).OrThrow()), cancellation))
            .WithName("ListUsers").WithSummary("Users within reach; sort, page, size and f.COLUMN as on the page");
        users.MapGet("/{id:guid}", (Guid id, IMediator mediator, CancellationToken cancellation) => mediator.Send(new GetUser(id), cancellation))
            .WithName("GetUser").WithSummary("A user with reach, rights and ways to log in");
        users.MapGet("/choices", (IMediator mediator, CancellationToken cancellation) => mediator.Send(new GetUserChoices(), cancellation))
            .WithName("GetUserChoices").WithSummary("The rights and products that the caller may give");
        users.MapGet("/contact-persons", (string? q, IMediator mediator, CancellationToken cancellation) => mediator.Send(new PickContactPersons(q), cancellation))
            .WithName("PickContactPersons").WithSummary("Contact persons to choose among")
            .RequireRateLimiting(SearchLimit.Policy).ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    private static void MapChanges(RouteGroupBuilder users)
    {
        users.MapPost("/", async (CreateUser body, IdempotencyKey key, IMediator mediator) =>
            {
                var id = await mediator.Send(body with { RequestId = key.Value });
                return TypedResults.Created($"{ApiHost.Prefix}/users/{id}", new CreatedUser(id));
            })
            .WithName("CreateUser").WithSummary("A new user, who is invited by mail");
        users.MapPut("/{id:guid}", (Guid id, EditUser body, IMediator mediator) => mediator.DoneAsync(body with { UserId = id }))
            .WithName("EditUser").WithSummary("Edits a user; what is not given is not kept, so all that decides is asked for");
    }

    private static void MapActions(RouteGroupBuilder users)
    {
        users.MapPost("/{id:guid}/deactivation", (Guid id, IMediator mediator) => mediator.DoneAsync(new DeactivateUser(id)))
            .WithName("DeactivateUser").WithSummary("The user can't log in any more; sessions, tokens and links end");
        users.MapPost("/{id:guid}/reactivation", (Guid id, IMediator mediator) => mediator.DoneAsync(new ReactivateUser(id)))
            .WithName("ReactivateUser").WithSummary("The user can log in again");
        users.MapPost("/{id:guid}/two-factor-reset", (Guid id, IMediator mediator) => mediator.DoneAsync(new ResetUserTwoFactor(id)))
            .WithName("ResetUserTwoFactor").WithSummary("Takes every second factor from the user");
        users.MapDelete("/{id:guid}/sessions", (Guid id, IMediator mediator) => mediator.DoneAsync(new EndUserSessions(id)))
            .WithName("EndUserSessions").WithSummary("Ends the user's sessions");
        users.MapPost("/{id:guid}/invitations", (Guid id, IMediator mediator) => mediator.DoneAsync(new SendInvitationAgain(id)))
            .WithName("SendInvitationAgain").WithSummary("Another invitation to a user who has no password yet");
    }

    private sealed record CreatedUser(Guid Id);
}
