using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;

namespace Connect.Application.Subscriptions;

/// <summary>Names of the products that services within the user's reach have, to filter by.</summary>
[Requires(Right.ViewSubscriptions)]
public sealed record ListServiceNames : IQuery<IReadOnlyList<string>>;
