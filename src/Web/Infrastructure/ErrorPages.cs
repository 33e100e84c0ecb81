using Connect.Application.Common.Errors;
using Connect.Domain.Common;

namespace Connect.Web.Infrastructure;

/// <summary>What the error page shows. Says nothing about the address that was asked for: foreign and unknown ids answer alike.</summary>
internal sealed record ShownError(int Status, string? Id, string Asked);

/// <summary>
/// Turns failures and empty error answers of pages into the error page. It runs the rest of the pipeline once more in a scope of
/// its own, as a plain GET. The API answers for itself.
/// </summary>
internal sealed class ErrorPages(RequestDelegate next, IServiceScopeFactory scopes, ILogger<ErrorPages> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            await next(context);
            return;
        }

        var id = await AnswerAsync(context);
        var response = context.Response;
        if (response.HasStarted || context.RequestAborted.IsCancellationRequested) return;
        if (response.StatusCode < 400 || response.ContentType is not null || response.ContentLength > 0) return;
        if (response.Headers.ContainsKey("HX-Redirect") || HttpMethods.IsHead(context.Request.Method)) return;
        await ShowAsync(context, id);
    }

    /// <returns>The id under which an unexpected failure stands in the log, else null.</returns>
    private async Task<string?> AnswerAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (ForbiddenException failure) when (!failure.LoggedIn && !context.Response.HasStarted)
        {
            GoTo(context, "/login");
        }
        catch (ForbiddenException failure) when (failure.Code == ForbiddenException.ReauthenticationNeeded && !context.Response.HasStarted)
        {
            AskPassword(context);
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusOf(failure);
            if (context.Response.StatusCode == StatusCodes.Status500InternalServerError) return Logged(context, failure);
        }

        return null;
    }

    private const string Confirm = "/login/confirm";

    // The browser sends the form on to the page that asks, which sends it to where it was going once the password is given: nothing typed is lost.
    private static void AskPassword(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || request.Headers.ContainsKey("HX-Request") || request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
        {
            GoTo(context, Confirm);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        context.Response.Headers.Location = Confirm + QueryString.Create("returnUrl", request.Path + request.QueryString.Value).Value;
    }

    private static int StatusOf(Exception failure) => failure switch
    {
        NotFoundException => StatusCodes.Status404NotFound,
        ForbiddenException => StatusCodes.Status403Forbidden,
        InvalidInputException or DomainRuleException => StatusCodes.Status400BadRequest,
        ConflictException => StatusCodes.Status409Conflict,
        BadHttpRequestException bad => bad.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };

    private string Logged(HttpContext context, Exception failure)
    {
        var id = context.TraceIdentifier;
        log.LogError(failure, "Unexpected failure {ErrorId} in {Method} {Route}", id, context.Request.Method, (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
        return id;
    }

    // Comes back to the page that was asked for afterwards.
    private static void GoTo(HttpContext context, string page)
    {
        var request = context.Request;
        var isPart = request.Headers.ContainsKey("HX-Request");
        var asked = isPart ? CurrentPage(request) : HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString.Value : page == Confirm ? request.Path.Value ?? "/" : "/";
        var link = page + (asked is "/" or "" ? "" : QueryString.Create("returnUrl", asked).Value);
        if (!isPart)
        {
            context.Response.Redirect(link);
            return;
        }

        // A redirect would be followed inside the swap: the whole browser page has to go.
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers["HX-Redirect"] = link;
    }

    private static string CurrentPage(HttpRequest request) =>
        Uri.TryCreate(request.Headers["HX-Current-URL"], UriKind.Absolute, out var page) ? page.PathAndQuery : "/";

    private async Task ShowAsync(HttpContext context, string? id)
    {
        var (request, status, services) = (context.Request, context.Response.StatusCode, context.RequestServices);
        context.Features.Set(new ShownError(status, id, HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString.Value : "/"));
        context.SetEndpoint(null);
        request.RouteValues.Clear();
        (request.Method, request.Path, request.QueryString) = (HttpMethods.Get, "/error", QueryString.Empty);
        // The first run may have left half-done state behind: who the caller is, an open transaction.
        await using var scope = scopes.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        try
        {
            await next(context);
            if (!context.Response.HasStarted) context.Response.StatusCode = status;
        }
        finally
        {
            context.RequestServices = services;
        }
    }
}
