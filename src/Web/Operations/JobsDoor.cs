using System.Security.Claims;
using System.Text;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Identity;
using Connect.Application.Operator;
using MediatR;

namespace Connect.Web.Operations;

/// <summary>
/// Guards the jobs' dashboard: an operator key of the scope <c>jobs</c>, in a header as elsewhere or, so that a browser can ask for it, as
/// password of HTTP Basic with any user name. It is read from the database on every request; each page opened is in the audit log.
/// A customer's session opens nothing here.
/// </summary>
internal sealed class JobsDoor(RequestDelegate next, IServiceScopeFactory scopes)
{
    // Hangfire's pages carry style attributes; their scripts are files of its own.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public async Task InvokeAsync(HttpContext context, ICurrentUser caller, OperatorKeyReader keys)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<JobsDashboard>() is null)
        {
            await next(context);
            return;
        }

        // A browser sends a password to all that lies beside the address it was asked at: asked at /jobs/ it stays below it (RFC 7617, 2.2).
        if (context.Request.Path == JobsDashboard.Path)
        {
            context.Response.Redirect($"{context.Request.PathBase}{JobsDashboard.Path}/{context.Request.QueryString}");
            return;
        }

        var holder = caller.Operator ?? (PasswordOf(context.Request) is { } key ? await keys.ReadAsync(key, context.RequestAborted) : null);
        if (holder?.Scopes.Contains(OperatorScopes.Jobs) != true)
        {
            await AskAsync(context);
            return;
        }

        context.Features.Set(new JobsPass(holder.Name));
        // The dashboard's own antiforgery tokens are bound to the key, not to a user who happens to be logged in beside it.
        context.User = new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "key:" + holder.Name)], "OperatorKey"));
        context.Response.Headers.ContentSecurityPolicy = Policy;
        var page = context.Request.Path; // the dashboard takes its own beginning off
        context.Response.OnStarting(() => NoteAsync(context, page, holder, caller.Address));
        await next(context);
    }

    // Before its first byte goes out, and each page once: not the styles, scripts and figures that it fetches. In a scope of its own, since a
    // customer's session may come along with the key.
    private async Task NoteAsync(HttpContext context, string page, OperatorIdentity holder, string? address)
    {
        if (context.Response.StatusCode != StatusCodes.Status200OK || context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) != true) return;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Set(holder, address);
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new VisitJobs(page), context.RequestAborted);
    }

    private static Task AskAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = "Basic realm=\"Connect jobs\", charset=\"UTF-8\"";
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(Text.Get("Errors.JobsKeyNeeded"), context.RequestAborted);
    }

    /// <summary>RFC 7617: base64 of name, colon, password.</summary>
    internal static string? PasswordOf(HttpRequest request)
    {
        const string scheme = "Basic ";
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) || header.Length > 500) return null;
        var decoded = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[scheme.Length..].Trim(), decoded, out var length)) return null;
        var both = Encoding.UTF8.GetString(decoded, 0, length);
        return both.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? both[(colon + 1)..] : null;
    }
}
