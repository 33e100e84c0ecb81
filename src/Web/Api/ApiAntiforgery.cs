using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Microsoft.AspNetCore.Antiforgery;

namespace Connect.Web.Api;

/// <summary>
/// A browser sends the session's cookie along whoever asked it to, so a change needs the antiforgery token as well (header
/// <c>RequestVerificationToken</c>). A key in the header is sent by nobody but its owner and needs none.
/// </summary>
internal sealed class ApiAntiforgery(IAntiforgery antiforgery) : IEndpointFilter
{
    /// <summary>Marks endpoints that the filter guards; a test asks for it.</summary>
    public static readonly object Checked = new Guarded();

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var changes = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
        var hasSession = http.RequestServices.GetRequiredService<ICurrentUser>().Identity?.SessionId is not null;
        if (changes && hasSession && !await antiforgery.IsRequestValidAsync(http)) throw new InvalidInputException("", "Antiforgery");
        return await next(context);
    }

    internal sealed class Guarded;
}
