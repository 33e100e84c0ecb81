namespace Connect.Application.Common.Errors;

// The five kinds of failure: invalid input, broken domain rule (DomainRuleException), not found, forbidden, conflict.
// Each has a stable code whose text is the resource Errors.{code}. They are translated in two places only:
// ProblemDetails for the API, ModelState for pages.

/// <summary>One thing that is wrong with the input.</summary>
/// <param name="Field">Name of the message's property, or empty when it is about the input as a whole.</param>
/// <param name="Code">Stable code; the text is the resource <c>Errors.{code}</c>.</param>
/// <param name="Arguments">Values that the text mentions.</param>
public sealed record InputProblem(string Field, string Code, params IReadOnlyList<object> Arguments);

/// <summary>The input is not well formed. Answered with 400 and the fields.</summary>
public sealed class InvalidInputException(IReadOnlyList<InputProblem> problems) : Exception(string.Join(", ", problems.Select(p => $"{p.Field}: {p.Code}")))
{
    public InvalidInputException(string field, string code, params object[] arguments) : this([new InputProblem(field, code, arguments)]) { }

    public IReadOnlyList<InputProblem> Problems { get; } = problems;
}

/// <summary>There is no such thing within the user's reach. Foreign and unknown ids answer alike (404).</summary>
public sealed class NotFoundException() : Exception("NotFound");

/// <summary>The user lacks the right (403), is not logged in at all (401), or must give the password again first.</summary>
public sealed class ForbiddenException(bool loggedIn = true, string code = "Forbidden") : Exception(code)
{
    /// <summary>The code of a refusal that ends when the user gives the password again.</summary>
    public const string ReauthenticationNeeded = "ReauthenticationNeeded";

    public bool LoggedIn { get; } = loggedIn;
    public string Code { get; } = code;
}

/// <summary>Somebody else was first, or the request is at odds with what was asked before (409).</summary>
public sealed class ConflictException(string code = "Conflict", params object[] arguments) : Exception(code)
{
    public string Code { get; } = code;
    public IReadOnlyList<object> Arguments { get; } = arguments;
}
