using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;

namespace Connect.Application.Dashboard;

/// <summary>How many orders within the reach are received or being carried out.</summary>
[Requires(Right.PlaceOrders)]
public sealed record CountOpenOrders : IQuery<int>;
