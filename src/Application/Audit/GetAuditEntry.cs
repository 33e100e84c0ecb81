using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Users;

namespace Connect.Application.Audit;

/// <summary>USR 3: one entry of the audit log, with what was before and after.</summary>
[Requires(Right.ManageUsers)]
public sealed record GetAuditEntry(Guid Id) : IQuery<AuditEntryView>;

public sealed record AuditEntryView
{
    public required Guid Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Actor { get; init; }

    /// <summary>Name of the message.</summary>
    public required string Action { get; init; }

    public required AuditOutcome Outcome { get; init; }

    /// <summary>Code of the refusal or failure.</summary>
    public string? Reason { get; init; }

    public string? SubjectKind { get; init; }
    public Guid? SubjectId { get; init; }

    /// <inheritdoc cref="AuditLine.Subject"/>
    public string? Subject { get; init; }

    /// <summary>Number of the subject, where its page is addressed by one.</summary>
    public string? SubjectNumber { get; init; }

    public string? AccountNumber { get; init; }
    public string? Account { get; init; }
    public string? Address { get; init; }

    /// <summary>The entry that tells how the job on several services was confirmed that it was done by; null for none, or one that lies outside the reach.</summary>
    public Guid? BulkEntryId { get; init; }

    /// <summary>The job itself, where it is the reader's own and still there.</summary>
    public Guid? BulkJobId { get; init; }

    /// <summary>The fields that were told of, with those that changed first.</summary>
    public IReadOnlyList<AuditChange> Changes { get; init; } = [];
}

/// <param name="Field">As in code; what lies deeper has its way before it.</param>
/// <param name="Before">Null where there was none.</param>
/// <param name="After">Null where there is none.</param>
public sealed record AuditChange(string Field, string? Before, string? After)
{
    public bool IsChanged => Before != After;
}
