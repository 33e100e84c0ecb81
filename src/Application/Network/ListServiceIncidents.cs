using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;

namespace Connect.Application.Network;

/// <summary>DASH-2: what goes on or is planned that touches one service, the earliest first.</summary>
/// <exception cref="Common.Errors.NotFoundException">There is no such service within the user's reach.</exception>
[Requires(Right.ViewSubscriptions)]
public sealed record ListServiceIncidents(Guid SubscriptionId) : IQuery<IReadOnlyList<IncidentNotice>>;

/// <summary>What a service's page tells of an incident.</summary>
public sealed record IncidentNotice(Guid Id, IncidentFacts Facts);
