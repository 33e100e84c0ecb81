using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Connect.Web.Infrastructure;

/// <summary>A form that is sent after the session has ended fails on its token. Its sender is led to the log-in, not to an error.</summary>
internal sealed class EndedSession(ICurrentUser user, PortalCookies cookies) : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is not IAntiforgeryValidationFailedResult || user.Identity is not null) return;
        if (cookies.Read(context.HttpContext, PortalCookies.Session) is not null) throw new ForbiddenException(loggedIn: false);
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
