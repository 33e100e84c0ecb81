using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;

namespace Connect.Application.Dashboard;

/// <summary>How many services within the reach are active, barred or about to end; those kept out of the portal are not counted.</summary>
[Requires(Right.ViewSubscriptions)]
public sealed record CountActiveSubscriptions : IQuery<int>;
