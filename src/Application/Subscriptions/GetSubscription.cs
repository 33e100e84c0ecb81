using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;

namespace Connect.Application.Subscriptions;

/// <summary>Everything that is shown of one service: what it is, what it holds, its use and what happened to it.</summary>
/// <exception cref="Common.Errors.NotFoundException">There is none within the user's reach.</exception>
[Requires(Right.ViewSubscriptions)]
public sealed record GetSubscription(Guid Id) : IQuery<SubscriptionDetail>;
