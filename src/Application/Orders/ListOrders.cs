using Connect.Application.Common.Lists;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Orders;
using Connect.Domain.Users;

namespace Connect.Application.Orders;

/// <summary>ORD 1: the orders of the accounts within the reach, the newest first. An order stays with the account that it was made for.</summary>
[Requires(Right.PlaceOrders)]
public sealed record ListOrders(ListRequest Request) : IQuery<ListPage<OrderRow>>
{
    public static readonly IReadOnlyList<ListChoice> States =
    [
        new("received", "Orders.State.Received", OrderState.Received, ListTone.Warning),
        new("processing", "Orders.State.Processing", OrderState.Processing, ListTone.Warning),
        new("delivered", "Orders.State.Delivered", OrderState.Delivered, ListTone.Good),
        new("rejected", "Orders.State.Rejected", OrderState.Rejected, ListTone.Bad),
        new("cancelled", "Orders.State.Cancelled", OrderState.Cancelled),
    ];

    public static readonly IReadOnlyList<ListChoice> Types =
    [
        new("new", "Orders.Type.NewSubscription", OrderType.NewSubscription),
        new("sim-replacement", "Orders.Type.SimReplacement", OrderType.SimReplacement),
        new("change", "Orders.Type.Change", OrderType.Change),
        new("top-up", "Orders.Type.TopUp", OrderType.TopUp),
        new("move", "Orders.Type.Move", OrderType.Move),
        new("termination", "Orders.Type.Termination", OrderType.Termination),
    ];

    /// <summary>Pågående, as the start page counts them and leads to.</summary>
    public static readonly ChoiceFilter Open = new(["received", "processing"]);

    public static readonly ListColumns<OrderRow> Columns = new()
    {
        Name = "orders",
        DefaultSort = new("ordered", Descending: true),
        Columns =
        [
            new("state", "Orders.Column.State", ListColumnType.Choice, row => row.State) { Choices = States, Card = CardRole.Badge },
            new("number", "Orders.Column.Number", ListColumnType.Text, row => row.Number) { Card = CardRole.Title },
            new("type", "Orders.Column.Type", ListColumnType.Choice, row => row.Type) { Choices = Types },
            new("service", "Orders.Column.Service", ListColumnType.Text, row => row.Service),
            new("account", "Orders.Column.Account", ListColumnType.Text, row => row.Account),
            new("ordered", "Orders.Column.Ordered", ListColumnType.Instant, row => row.OrderedAt),
            new("ordered-by", "Orders.Column.OrderedBy", ListColumnType.Text, row => row.OrderedBy),
            new("expected", "Orders.Column.Expected", ListColumnType.Date, row => row.ExpectedOn),
            new("ended", "Orders.Column.Ended", ListColumnType.Instant, row => row.EndedAt),
        ],
    };
}

/// <summary>An order as it stands in the list.</summary>
public sealed record OrderRow
{
    public string Number { get; init; } = "";
    public OrderType Type { get; init; }
    public OrderState State { get; init; }

    /// <summary>Name of the service's user; null for an order of no service in the portal.</summary>
    public string? Service { get; init; }

    public string Account { get; init; } = "";
    public DateTimeOffset OrderedAt { get; init; }
    public string OrderedBy { get; init; } = "";

    /// <summary>The Swedish day on which it is expected to be done.</summary>
    public DateOnly? ExpectedOn { get; init; }

    /// <summary>When it was delivered, rejected or cancelled.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Under way, and should have been done.</summary>
    public bool IsLateOn(DateOnly today) => EndedAt is null && ExpectedOn < today;
}
