namespace Connect.Web.Infrastructure;

/// <summary>The cookies of log-in and session, each where its step is.</summary>
internal sealed class LoginCookies(PortalCookies cookies)
{
    /// <summary>The token of the attempt that waits for its code, or null.</summary>
    public string? AttemptOf(HttpContext context) => cookies.Read(context, PortalCookies.Attempt);

    public void CodeAwaited(HttpContext context, string attemptToken) => cookies.Write(context, PortalCookies.Attempt, attemptToken);

    /// <summary>A new session under a new id; nothing of the attempt is left.</summary>
    public void LoggedIn(HttpContext context, string sessionToken)
    {
        cookies.Remove(context, PortalCookies.Attempt);
        cookies.Write(context, PortalCookies.Session, sessionToken);
    }

    public void LoggedOut(HttpContext context)
    {
        cookies.Remove(context, PortalCookies.Attempt);
        cookies.Remove(context, PortalCookies.Session);
    }
}
