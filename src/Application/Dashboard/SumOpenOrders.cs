using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;

namespace Connect.Application.Dashboard;

/// <summary>DASH 1: the orders within the reach that are received or being carried out.</summary>
[Requires(Right.PlaceOrders)]
public sealed record SumOpenOrders : IQuery<OpenOrders>;

/// <summary>Orders that are received or being carried out, together.</summary>
public sealed record OpenOrders
{
    public int Count { get; init; }

    /// <summary>The first day from today on when one of them is expected; null when none has such a day.</summary>
    public DateOnly? NextExpectedOn { get; init; }

    /// <summary>Those that were expected before today.</summary>
    public int Late { get; init; }
}
