using System.Text.Json;
using System.Text.Json.Serialization;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;

namespace Connect.Application.Common.Behaviors;

/// <summary>Gathers what a handler says of its subject and change, and makes the audit row of it.</summary>
internal sealed class AuditTrail(ICurrentUser user, TimeProvider clock) : IAudit
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    private (string Kind, Guid Id, Guid? OrganisationId)? _subject;
    private string? _before, _after, _actor, _failure;

    /// <summary>The job on several services whose row is carried out in this scope.</summary>
    public Guid? BulkJobId { get; set; }

    public bool HasSubject => _subject is not null;

    public void Subject(string kind, Guid id, Guid? organisationId = null) => _subject = (kind, id, organisationId);

    public void Actor(string userName) => _actor = userName;

    public void Change(object? before, object? after) => (_before, _after) = (Serialise(before), Serialise(after));

    public void Failed(string code) => _failure = code;

    /// <summary>Of a query that was answered.</summary>
    public AuditRow Shown<TRequest>() => _failure is null ? Row<TRequest>(AuditOutcome.Done, null) : Row<TRequest>(AuditOutcome.Failed, _failure) with { After = _after };

    public AuditRow Row<TRequest>(AuditOutcome outcome, string? reason) => new()
    {
        Id = Guid.CreateVersion7(),
        At = clock.GetUtcNow(),
        OrganisationId = user.Identity?.Reach.OrganisationId ?? _subject?.OrganisationId,
        UserId = user.Identity?.Id,
        AccountId = user.Identity?.Reach.AccountId,
        Actor = ActorOf(user) is { Length: > 0 } known ? known : outcome == AuditOutcome.Done ? _actor ?? "" : "",
        Action = typeof(TRequest).Name,
        Outcome = outcome,
        Reason = reason,
        SubjectKind = _subject?.Kind,
        SubjectId = _subject?.Id,
        BulkJobId = BulkJobId,
        Before = outcome == AuditOutcome.Done ? _before : null,
        After = outcome == AuditOutcome.Done ? _after : null,
        Address = user.Address,
    };

    private static string ActorOf(ICurrentUser user) => user.Identity switch
    {
        { TokenName: { } token } identity => $"{identity.UserName} ({token})",
        { } identity => identity.UserName,
        null => user.Operator?.Name ?? "",
    };

    private static string? Serialise(object? state) => state is null ? null : JsonSerializer.Serialize(state, Json);
}
