using Connect.Domain.Users;

namespace Connect.Application.Common.Ports;

/// <summary>
/// What a handler adds to the audit row of its message: whom or what it was about, and what changed.
/// The pipeline writes the row; secrets, numbers called and codes never go in.
/// </summary>
public interface IAudit
{
    /// <param name="kind">What the subject is, as in code: <c>Subscription</c>, <c>User</c>.</param>
    void Subject(string kind, Guid id, Guid? organisationId = null);

    /// <summary>Who it turns out to be, where nobody is logged in yet; written when the message succeeds.</summary>
    void Actor(string userName);

    /// <summary>State before and after, serialised as JSON. Leave a side null for made or removed things.</summary>
    void Change(object? before, object? after);

    /// <summary>Of a query that is answered all the same: nothing was shown. The entry says that it failed, why, and what was asked for.</summary>
    void Failed(string code);
}

/// <summary>Finds what a message names, where it came to nothing before its handler said what it is about.</summary>
public interface IAuditSubjects
{
    /// <returns>The subject's id; null where there is none within the reach.</returns>
    Task<Guid?> FindAsync(AccountReach reach, NamedSubject named, CancellationToken cancellation);
}

/// <summary>One of the two is given.</summary>
/// <param name="Kind">As in <see cref="IAudit.Subject"/>.</param>
public sealed record NamedSubject(string Kind, Guid? Id, string? Number);

/// <summary>Writes audit rows. Used by the pipeline.</summary>
public interface IAuditLog
{
    Task WriteAsync(AuditRow row, CancellationToken cancellation);
}

/// <summary>How a message ended, as the audit log tells it. Stored by number.</summary>
public enum AuditOutcome
{
    Done = 1,
    Refused = 2,
    Failed = 3,
}

/// <summary>One row of the audit log: who did what to what, from where, and how it ended.</summary>
public sealed record AuditRow
{
    public required Guid Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid? OrganisationId { get; init; }
    public required Guid? UserId { get; init; }

    /// <summary>User name, or the operator key's name.</summary>
    public required string Actor { get; init; }

    /// <summary>The message's type name.</summary>
    public required string Action { get; init; }

    public required AuditOutcome Outcome { get; init; }

    /// <summary>Error code of a refusal or failure.</summary>
    public string? Reason { get; init; }

    public string? SubjectKind { get; init; }
    public Guid? SubjectId { get; init; }
    /// <summary>The top of the reach of whoever acted; the log goes by the subject's account where that is known.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The job on several services that it is a row of.</summary>
    public Guid? BulkJobId { get; init; }

    public string? Before { get; init; }
    public string? After { get; init; }
    public string? Address { get; init; }
}
