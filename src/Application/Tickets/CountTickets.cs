using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;

namespace Connect.Application.Tickets;

/// <summary>Pågående ärenden: how many tickets within the reach are new, under way or waiting for the customer.</summary>
[Requires(Right.ManageTickets)]
public sealed record CountOpenTickets : IQuery<int>;

/// <summary>How many tickets within the reach wait for the customer's answer.</summary>
[Requires(Right.ManageTickets)]
public sealed record CountWaitingTickets : IQuery<int>;
