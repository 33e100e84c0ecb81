using Connect.Application.Common.Ports;

namespace Connect.Application.Identity;

/// <summary>Says in the audit log whose log-in it was, while nobody is logged in yet.</summary>
internal sealed class LoginAudit(IAudit audit, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public void About(LoginAttempt attempt)
    {
        audit.Subject("User", attempt.UserId, attempt.OrganisationId);
        audit.Actor(attempt.UserName);
    }
}
