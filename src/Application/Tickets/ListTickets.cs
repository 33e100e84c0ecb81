using Connect.Application.Common.Lists;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Tickets;
using Connect.Domain.Users;

namespace Connect.Application.Tickets;

/// <summary>The tickets of the accounts within the reach, those with news first.</summary>
[Requires(Right.ManageTickets)]
public sealed record ListTickets(ListRequest Request) : IQuery<ListPage<TicketRow>>
{
    public static readonly IReadOnlyList<ListChoice> Types =
    [
        new("support", "Tickets.Type.Support", TicketType.Support),
        new("order", "Tickets.Type.Order", TicketType.Order),
        new("invoice", "Tickets.Type.Invoice", TicketType.Invoice),
        new("agreement", "Tickets.Type.Agreement", TicketType.Agreement),
        new("portal-fault", "Tickets.Type.PortalFault", TicketType.PortalFault),
        new("other", "Tickets.Type.Other", TicketType.Other),
    ];

    public static readonly IReadOnlyList<ListChoice> States =
    [
        new("new", "Tickets.State.New", TicketState.New, ListTone.Info),
        new("in-progress", "Tickets.State.InProgress", TicketState.InProgress, ListTone.Info),
        new("waiting", "Tickets.State.WaitingForCustomer", TicketState.WaitingForCustomer, ListTone.Warning),
        new("solved", "Tickets.State.Solved", TicketState.Solved, ListTone.Good),
        new("closed", "Tickets.State.Closed", TicketState.Closed),
    ];

    public static readonly IReadOnlyList<ListChoice> Priorities =
    [
        new("critical", "Tickets.Priority.Critical", TicketPriority.Critical, ListTone.Bad),
        new("high", "Tickets.Priority.High", TicketPriority.High, ListTone.Warning),
        new("normal", "Tickets.Priority.Normal", TicketPriority.Normal),
        new("low", "Tickets.Priority.Low", TicketPriority.Low),
    ];

    public static readonly ListColumns<TicketRow> Columns = new()
    {
        Name = "tickets",
        DefaultSort = new("updated", Descending: true),
        Columns =
        [
            new("number", "Tickets.Column.Number", ListColumnType.Text, row => row.Number) { Card = CardRole.Title },
            new("title", "Tickets.Column.Title", ListColumnType.Text, row => row.Title),
            new("type", "Tickets.Column.Type", ListColumnType.Choice, row => row.Type) { Choices = Types },
            new("state", "Tickets.Column.State", ListColumnType.Choice, row => row.State) { Choices = States, Card = CardRole.Badge },
            new("priority", "Tickets.Column.Priority", ListColumnType.Choice, row => row.Priority) { Choices = Priorities },
            new("account", "Tickets.Column.Account", ListColumnType.Text, row => row.Account),
            new("service", "Tickets.Column.Service", ListColumnType.Text, row => row.Service),
            new("created-by", "Tickets.Column.CreatedBy", ListColumnType.Text, row => row.CreatedBy) { Card = CardRole.Hidden },
            new("created", "Tickets.Column.Created", ListColumnType.Instant, row => row.CreatedAt) { Card = CardRole.Hidden },
            new("updated", "Tickets.Column.Updated", ListColumnType.Instant, row => row.UpdatedAt),
        ],
    };
}

/// <summary>A ticket as it stands in the list.</summary>
public sealed record TicketRow
{
    public string Number { get; init; } = "";
    public string Title { get; init; } = "";
    public TicketType Type { get; init; }
    public TicketState State { get; init; }

    /// <summary>Of support tickets.</summary>
    public TicketPriority? Priority { get; init; }

    /// <summary>Name of the account.</summary>
    public string Account { get; init; } = "";

    public string AccountNumber { get; init; } = "";

    /// <summary>User name of the service when the ticket was made, if it is about one.</summary>
    public string? Service { get; init; }

    public string CreatedBy { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When anything happened last.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
