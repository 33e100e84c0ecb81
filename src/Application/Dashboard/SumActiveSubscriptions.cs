using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;

namespace Connect.Application.Dashboard;

/// <summary>DASH 1: the services within the reach that are active, barred or about to end; those kept out of the portal are not counted.</summary>
[Requires(Right.ViewSubscriptions)]
public sealed record SumActiveSubscriptions : IQuery<ActiveSubscriptions>;

/// <summary>Services that are active, barred or about to end, together.</summary>
public sealed record ActiveSubscriptions
{
    public int Count { get; init; }

    /// <summary>How many of them are barred.</summary>
    public int Barred { get; init; }

    /// <summary>How many of them have an end date.</summary>
    public int Terminating { get; init; }
}
