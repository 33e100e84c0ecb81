using System.Text.Json.Serialization;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Users;

namespace Connect.Application.Audit;

/// <summary>USR 3: who did what, when, and on what, refusals and showings of secrets included: what was done on accounts within the reach, and by whom they are the reach, the latest first.</summary>
[Requires(Right.ManageUsers)]
public sealed record ListAuditLog(ListRequest Request) : IQuery<ListPage<AuditLine>>
{
    public static readonly IReadOnlyList<ListChoice> Outcomes =
    [
        new("done", "Audit.Outcome.Done", AuditOutcome.Done, ListTone.Good),
        new("refused", "Audit.Outcome.Refused", AuditOutcome.Refused, ListTone.Bad),
        new("failed", "Audit.Outcome.Failed", AuditOutcome.Failed, ListTone.Warning),
    ];

    public static readonly ListColumns<AuditLine> Columns = new()
    {
        Name = "audit",
        DefaultSort = new("at", Descending: true),
        Columns =
        [
            new("outcome", "Audit.Column.Outcome", ListColumnType.Choice, row => row.Outcome) { Choices = Outcomes, Card = CardRole.Badge },
            new("at", "Audit.Column.At", ListColumnType.Instant, row => row.At) { Card = CardRole.Title, ToTheSecond = true },
            new("actor", "Audit.Column.Actor", ListColumnType.Text, row => row.Actor),
            new("action", "Audit.Column.Action", ListColumnType.Choice, row => AuditActions.Called(row.Action)) { Choices = AuditActions.Choices, Sortable = false },
            new("subject", "Audit.Column.Subject", ListColumnType.Text, row => row.Subject) { Sortable = false, Filterable = false },
            new("account", "Audit.Column.Account", ListColumnType.Text, row => row.Account) { Sortable = false },
            new("address", "Audit.Column.Address", ListColumnType.Text, row => row.Address) { Sortable = false },
        ],
        FileColumns =
        [
            new("reason", "Audit.Column.Reason", ListColumnType.Text, row => row.Reason is null ? null : AuditWords.Reason(row.Reason)),
            new("before", "Audit.Column.Before", ListColumnType.Text, row => AuditChanges.Written(row.BeforeState, row.AfterState, change => change.Before)),
            new("after", "Audit.Column.After", ListColumnType.Text, row => AuditChanges.Written(row.BeforeState, row.AfterState, change => change.After)),
        ],
    };
}

/// <summary>An entry of the audit log as it stands in the list.</summary>
public sealed record AuditLine
{
    public Guid Id { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>User name, with the name of the personal token in brackets; or the name of an operator key.</summary>
    public string Actor { get; init; } = "";

    /// <summary>Name of the message.</summary>
    public string Action { get; init; } = "";

    public AuditOutcome Outcome { get; init; }

    /// <summary>What it was done to, by its name now; null when that is not known, is gone, or lies outside the reach.</summary>
    public string? Subject { get; init; }

    /// <summary>The account that it is about.</summary>
    public string? Account { get; init; }

    /// <summary>Code of the refusal or failure.</summary>
    public string? Reason { get; init; }

    /// <summary>As JSON, read for the list's file alone.</summary>
    [JsonIgnore]
    public string? BeforeState { get; init; }

    /// <inheritdoc cref="BeforeState"/>
    [JsonIgnore]
    public string? AfterState { get; init; }

    /// <summary>Network address that it came from.</summary>
    public string? Address { get; init; }
}
