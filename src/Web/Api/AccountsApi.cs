using Connect.Application.Accounts;
using Connect.Application.Common.Lists;
using Connect.Web.Infrastructure;
using MediatR;

namespace Connect.Web.Api;

/// <summary>Accounts and their contact persons: the same list grammar and the same messages as the pages.</summary>
internal sealed class AccountsApi : IApiModule
{
    public void Map(RouteGroupBuilder api)
    {
        var accounts = api.MapGroup("/accounts").WithTags("Accounts");
        MapReading(accounts);
        MapEdits(accounts);
        MapPersons(accounts);
    }

    private static void MapReading(RouteGroupBuilder accounts)
    {
        accounts.MapGet("/", (HttpRequest http, IMediator mediator, CancellationToken cancellation) =>
                mediator.Send(new ListAccounts(ListRequest.Parse(http.ListQuery(), ListAccounts.Columns).OrThrow()), cancellation))
            .WithName("ListAccounts").WithSummary("Accounts within reach; sort, page, size and f.COLUMN as on the page");
        accounts.MapGet("/tree", (string? open, IMediator mediator, CancellationToken cancellation) => mediator.Send(new GetAccountTree(open), cancellation))
            .WithName("GetAccountTree").WithSummary("The account tree from the top of the reach, opened down to one account");
        accounts.MapGet("/search", (string? q, IMediator mediator, CancellationToken cancellation) => mediator.Send(new SearchAccounts(q), cancellation))
            .WithName("SearchAccounts").WithSummary("Accounts whose alias, name or number holds the text, with the way down to each")
            .RequireRateLimiting(SearchLimit.Policy).ProducesProblem(StatusCodes.Status429TooManyRequests);
        accounts.MapGet("/pick", (string? q, IMediator mediator, CancellationToken cancellation) => mediator.Send(new PickAccounts(q), cancellation))
            .WithName("PickAccounts").WithSummary("Accounts to choose among in a form")
            .RequireRateLimiting(SearchLimit.Policy).ProducesProblem(StatusCodes.Status429TooManyRequests);
        accounts.MapGet("/{number}", (string number, IMediator mediator, CancellationToken cancellation) => mediator.Send(new GetAccount(number), cancellation))
            .WithName("GetAccount").WithSummary("An account with its contact persons and history");
        accounts.MapGet("/{number}/accounts", (string number, int? skip, IMediator mediator, CancellationToken cancellation) => mediator.Send(new GetAccountBranch(number, skip ?? 0), cancellation))
            .WithName("GetAccountBranch").WithSummary("The accounts right below one, a hundred at a time");
    }

    private static void MapEdits(RouteGroupBuilder accounts)
    {
        accounts.MapPost("/", async (AddAccount body, IdempotencyKey key, IMediator mediator) =>
            {
                var added = await mediator.Send(body with { RequestId = key.Value });
                return TypedResults.Created($"{ApiHost.Prefix}/accounts/{Uri.EscapeDataString(added.Number)}", added);
            })
            .WithName("AddAccount").WithSummary("A new account under another");
        accounts.MapPost("/{number}/alias", (string number, Alias body, IMediator mediator) => mediator.DoneAsync(new EditAccountAlias(number, body.Value, body.Version)))
            .WithName("EditAccountAlias").WithSummary("What the tree shows in place of the name; null takes it away");
        accounts.MapPost("/{number}/invoice-reference", (string number, InvoiceReference body, IMediator mediator) => mediator.DoneAsync(new EditInvoiceReference(number, body.Value, body.Version)))
            .WithName("EditInvoiceReference").WithSummary("What stands on coming invoices; null takes it away");
        accounts.MapPost("/{number}/address", (string number, AccountAddress body, IMediator mediator) =>
                mediator.DoneAsync(new EditAccountAddress(number, body.Street, body.PostalCode, body.City, body.Email, body.Phone, body.Version)))
            .WithName("EditAccountAddress").WithSummary("Address, e-mail address and phone number");
        accounts.MapPost("/{number}/invoice-address", (string number, InvoiceAddress body, IMediator mediator) =>
                mediator.DoneAsync(new EditInvoiceAddress(number, body.Street, body.PostalCode, body.City, body.Version)))
            .WithName("EditInvoiceAddress").WithSummary("Where invoices on paper go; all null: to the account's own address");
    }

    private static void MapPersons(RouteGroupBuilder accounts)
    {
        accounts.MapPost("/{number}/contact-persons", async (string number, Person body, IdempotencyKey key, IMediator mediator) =>
            {
                var id = await mediator.Send(new AddContactPerson(number, body.Name, key.Value) { Email = body.Email, Phone = body.Phone, Roles = body.Roles ?? [] });
                return TypedResults.Ok(new AddedPerson(id));
            })
            .WithName("AddContactPerson").WithSummary("A contact person of the account");
        accounts.MapPost("/{number}/contact-persons/{id:guid}", (string number, Guid id, Person body, IMediator mediator) =>
                mediator.DoneAsync(new EditContactPerson(number, id, body.Name, body.Version) { Email = body.Email, Phone = body.Phone, Roles = body.Roles ?? [] }))
            .WithName("EditContactPerson").WithSummary("Edits a contact person");
        accounts.MapDelete("/{number}/contact-persons/{id:guid}", (string number, Guid id, IMediator mediator) => mediator.DoneAsync(new RemoveContactPerson(number, id)))
            .WithName("RemoveContactPerson").WithSummary("Removes a contact person that nobody logs in as");
    }

    private sealed record Alias(string? Value, int? Version = null);

    private sealed record InvoiceReference(string? Value, int? Version = null);

    private sealed record AccountAddress(string? Street, string? PostalCode, string? City, string? Email = null, string? Phone = null, int? Version = null);

    private sealed record InvoiceAddress(string? Street, string? PostalCode, string? City, int? Version = null);

    private sealed record Person(string Name, string? Email = null, string? Phone = null, IReadOnlyList<string>? Roles = null, int? Version = null);

    private sealed record AddedPerson(Guid Id);
}
