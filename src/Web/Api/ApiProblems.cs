using System.Globalization;
using System.Text.Json;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Texts;
using Connect.Domain.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Connect.Web.Api;

/// <summary>
/// One of the two places where failures are translated (the other is ModelState, for pages): ProblemDetails (RFC 9457) with a stable
/// <c>code</c>, the text in the caller's language, and <c>errors</c> that name the fields.
/// </summary>
internal sealed class ApiProblems(RequestDelegate next, ILogger<ApiProblems> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            // What routing and the framework refuse has no body of its own.
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
                await WriteAsync(context, Problem(context.Response.StatusCode, CodeOf(context.Response.StatusCode)));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            var problem = Translate(exception);
            if (problem.Status == StatusCodes.Status500InternalServerError)
                logger.LogError(exception, "{Method} {Route} failed", context.Request.Method, (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
            context.Response.Clear();
            if (problem.Status == StatusCodes.Status401Unauthorized) context.Response.Headers.WWWAuthenticate = "Bearer";
            await WriteAsync(context, problem);
        }
    }

    private static ProblemDetails Translate(Exception exception) => exception switch
    {
        InvalidInputException { Problems: [{ Field: "" } only] } => Problem(StatusCodes.Status400BadRequest, only.Code, only.Arguments),
        InvalidInputException input => WithErrors(Problem(StatusCodes.Status400BadRequest, "InvalidInput"), input.Problems),
        DomainRuleException { Field: null } rule => Problem(StatusCodes.Status400BadRequest, rule.Code, rule.Arguments),
        DomainRuleException { Field: { } field } rule => WithErrors(Problem(StatusCodes.Status400BadRequest, rule.Code, rule.Arguments), [new(field, rule.Code, [.. rule.Arguments])]),
        NotFoundException => Problem(StatusCodes.Status404NotFound, "NotFound"),
        ForbiddenException { LoggedIn: false } => Problem(StatusCodes.Status401Unauthorized, "NotLoggedIn"),
        ForbiddenException refusal => Problem(StatusCodes.Status403Forbidden, refusal.Code),
        ConflictException conflict => Problem(StatusCodes.Status409Conflict, conflict.Code, conflict.Arguments),
        BadHttpRequestException { InnerException: JsonException json } => WithPath(Problem(StatusCodes.Status400BadRequest, "MalformedBody"), json.Path),
        BadHttpRequestException request => Problem(request.StatusCode, CodeOf(request.StatusCode)),
        _ => Problem(StatusCodes.Status500InternalServerError, "Unexpected"),
    };

    internal static ProblemDetails Problem(int status, string code, params IReadOnlyList<object> arguments)
    {
        var problem = new ProblemDetails { Status = status, Title = ReasonPhrases.GetReasonPhrase(status), Detail = TextOf(code, arguments) };
        problem.Extensions["code"] = code;
        return problem;
    }

    private static ProblemDetails WithErrors(ProblemDetails problem, IReadOnlyList<InputProblem> problems)
    {
        problem.Extensions["errors"] = problems.Select(p => new { field = CamelCase(p.Field), code = p.Code, detail = TextOf(p.Code, p.Arguments) }).ToList();
        return problem;
    }

    private static ProblemDetails WithPath(ProblemDetails problem, string? path)
    {
        if (path is not null) problem.Extensions["path"] = path;
        return problem;
    }

    private static string? TextOf(string code, IReadOnlyList<object> arguments)
    {
        var (language, key) = (CultureInfo.CurrentUICulture, "Errors." + code);
        return Text.Find(language, key) is null ? null : Text.Get(language, key, arguments);
    }

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "NotLoggedIn",
        StatusCodes.Status403Forbidden => "Forbidden",
        StatusCodes.Status404NotFound => "NotFound",
        StatusCodes.Status405MethodNotAllowed => "MethodNotAllowed",
        StatusCodes.Status413PayloadTooLarge => "TooLarge",
        StatusCodes.Status415UnsupportedMediaType => "UnsupportedMediaType",
        StatusCodes.Status429TooManyRequests => "TooManyRequests",
        >= 500 => "Unexpected",
        _ => "MalformedRequest",
    };

    private static string CamelCase(string field) => string.Join('.', field.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    private static Task WriteAsync(HttpContext context, ProblemDetails problem)
    {
        context.Response.StatusCode = problem.Status!.Value;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json", context.RequestAborted);
    }
}
