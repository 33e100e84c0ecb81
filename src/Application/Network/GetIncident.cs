using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;

namespace Connect.Application.Network;

/// <summary>DASH-2: one incident with the services of the user's that it touches.</summary>
/// <param name="Page">Of the services, from 1.</param>
/// <exception cref="Common.Errors.NotFoundException">There is none, or it names services alone and the user sees none of them.</exception>
[Requires, ByToken]
public sealed record GetIncident(Guid Id, int Page = 1) : IQuery<IncidentDetail>
{
    /// <summary>Services on a page.</summary>
    public const int AtOnce = 50;
}

/// <param name="Services">One page of them, by name; none without the right to see services.</param>
/// <param name="ServiceCount">Of all of them; null without the right to see services.</param>
public sealed record IncidentDetail(IncidentLine Incident, IReadOnlyList<IncidentService> Services, int? ServiceCount);
