using System.Net;
using Connect.Domain.Users;

namespace Connect.Web.Tests.Matrix;

/// <summary>Who may call an endpoint at all.</summary>
internal enum Access
{
    /// <summary>Anybody, logged in or not.</summary>
    Open,

    /// <summary>A logged-in user with the row's rights, which may be none.</summary>
    User,

    /// <summary>The operator's own systems, by key or signature; to everybody else it is as closed as to nobody.</summary>
    Operator,
}

/// <summary>What the address speaks of.</summary>
internal enum Subject
{
    None,
    Subscription,
    Order,

    /// <summary>About the account; there is none that is hidden.</summary>
    AuditEntry,
    Export,
    SimCard,

    /// <summary>By its number.</summary>
    Account,

    /// <summary>By the account's number and its own id, with a colon between.</summary>
    ContactPerson,

    /// <summary>An order that is being filled in.</summary>
    Draft,

    /// <summary>By its number.</summary>
    Invoice,

    /// <summary>A user without rights, whom everybody that manages users may touch.</summary>
    User,

    /// <summary>By its number.</summary>
    Ticket,

    /// <summary>By the ticket's number and its own id, with a colon between; its id is a colleague's too.</summary>
    TicketFile,

    /// <summary>One that names a service and nothing else.</summary>
    Incident,

    /// <summary>A job on several services, of the visitor's own.</summary>
    BulkJob,
}

/// <summary>
/// One endpoint or page handler and what is expected of it, written by hand: never taken from the product's own declarations.
/// </summary>
/// <param name="Key">Method and route pattern, with <c>?handler=</c> for a named page handler.</param>
internal sealed record MatrixRow(string Key, Access Access, params IReadOnlyList<Right> Rights)
{
    public Subject Subject { get; init; }

    /// <summary>One of the rights is enough.</summary>
    public bool Any { get; init; }

    /// <summary>A well-formed JSON body that need not be possible: rights are asked before rules. <c>{id}</c> is the subject, here as in query and form.</summary>
    public string? Body { get; init; }

    /// <summary>Fields of a page's form.</summary>
    public IReadOnlyDictionary<string, string> Form { get; init; } = new Dictionary<string, string>();

    public string Query { get; init; } = "";

    /// <summary>What stands for the route's parameter where it is no subject: a list's name, a file.</summary>
    public string? Fixed { get; init; }

    /// <summary>In the place of <c>{id:guid}</c>, where the address has another parameter too.</summary>
    public string? FixedId { get; init; }

    /// <summary>A key may have several rows that ask for different things.</summary>
    public string Name => Key + (Fixed is null ? "" : $" at {Fixed}") + (Query.Length == 0 ? "" : $" with {Query}");

    /// <summary>How what is not there is answered: a tool on a page says so on the page.</summary>
    public HttpStatusCode Missing { get; init; } = HttpStatusCode.NotFound;

    public string Method => Key.Split(' ')[0];

    public string Route => Key.Split(' ')[1].Split('?')[0];

    public string? Handler => Key.Split("?handler=") is [_, var handler] ? handler : null;

    /// <summary>A step of the way in, or the way out: without its beginning it leads back to the log-in.</summary>
    public bool LeadsToLogin => Route is "/login/code" or "/login/two-factor" or "/logout" || EndsSessions;

    /// <summary>Who has called it has no session afterwards.</summary>
    public bool EndsSessions => Key == "POST /me/sessions?handler=Everywhere";

    /// <summary>Answers with a file, which the exports here have none of; <c>ReportPageTests</c> fetches one.</summary>
    public bool IsFile => Route.EndsWith("/file", StringComparison.Ordinal);

    public bool IsApi => Route.StartsWith("/api/", StringComparison.Ordinal);

    /// <summary>What is asked of the subject, to be put behind the address.</summary>
    public string Asked(string subject) => Query.Length == 0 ? "" : (Handler is null ? "?" : "&") + Query.Replace("{id}", subject, StringComparison.Ordinal);

    public static MatrixRow Open(string key) => new(key, Access.Open);

    public static MatrixRow LoggedIn(string key) => new(key, Access.User);

    public static MatrixRow Needs(Right right, string key) => new(key, Access.User, right);

    public MatrixRow And(params Right[] rights) => this with { Rights = [.. Rights, .. rights] };

    public MatrixRow At(string value, string? id = null) => this with { Fixed = value, FixedId = id };

    public static MatrixRow NeedsAny(string key, params IReadOnlyList<Right> rights) => new(key, Access.User, rights) { Any = true };

    public bool OpensTo(IEnumerable<Right> rights) => Any ? Rights.Any(rights.Contains) : Rights.All(rights.Contains);

    public IReadOnlyList<Right> JustEnough => Any ? [Rights[0]] : Rights;

    public static MatrixRow Operator(string key) => new(key, Access.Operator);

    public MatrixRow On(Subject subject) => this with { Subject = subject };

    public MatrixRow With(string body) => this with { Body = body };

    public MatrixRow Sends(params (string Name, string Value)[] fields) => this with { Form = fields.ToDictionary(field => field.Name, field => field.Value) };

    public MatrixRow SaysSoOnThePage() => this with { Missing = HttpStatusCode.OK };

    /// <summary>What the body names is a field of it, and said to be wrong there.</summary>
    public MatrixRow SaysSoOfTheField() => this with { Missing = HttpStatusCode.BadRequest };

    /// <summary>What a form names is said to be wrong beside its field.</summary>
    public MatrixRow SaysSoBesideTheField() => this with { Missing = HttpStatusCode.UnprocessableEntity };

    /// <summary>What is not there any more is nothing to be lost at: it leads to where another is begun.</summary>
    public MatrixRow LeadsElsewhere() => this with { Missing = HttpStatusCode.Redirect };

    public MatrixRow Asks(string query) => this with { Query = query };
}
