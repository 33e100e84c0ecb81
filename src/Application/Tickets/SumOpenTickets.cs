using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;

namespace Connect.Application.Tickets;

/// <summary>DASH 1: the tickets within the reach that are new, under way or waiting for the customer.</summary>
[Requires(Right.ManageTickets)]
public sealed record SumOpenTickets : IQuery<OpenTickets>;

/// <summary>Tickets that are new, under way or waiting for the customer, together.</summary>
public sealed record OpenTickets
{
    public int Count { get; init; }

    /// <summary>How many of them wait for the customer's answer.</summary>
    public int Waiting { get; init; }
}
