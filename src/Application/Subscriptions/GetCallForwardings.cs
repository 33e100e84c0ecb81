using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Subscriptions;

/// <summary>The forwardings of a service, those under way included, and whether they can be changed.</summary>
/// <exception cref="NotFoundException">There is none within the user's reach.</exception>
[Requires(Right.ViewSubscriptions)]
public sealed record GetCallForwardings(Guid SubscriptionId) : IQuery<ServiceForwardings>
{
    internal sealed class Handler(ISubscriptionRepository subscriptions, ForwardingDesk desk, ICurrentUser user) : IRequestHandler<GetCallForwardings, ServiceForwardings>
    {
        public async Task<ServiceForwardings> Handle(GetCallForwardings request, CancellationToken cancellationToken)
        {
            var subscription = await subscriptions.FindAsync(user.Reach, request.SubscriptionId, cancellationToken) ?? throw new NotFoundException();
            return new(subscription.Data, await desk.ListAsync(subscription.OrganisationId, subscription.Id, cancellationToken));
        }
    }
}

/// <summary>A service and where its calls are forwarded to.</summary>
public sealed record ServiceForwardings : MobileService
{
    public ServiceForwardings(SubscriptionData service, IReadOnlyList<ForwardingView> forwardings) : base(service) => (FixedNumber, Forwardings) = (service.FixedNumber, forwardings);

    /// <summary>Of a PBX user, E.164.</summary>
    public string? FixedNumber { get; init; }

    public IReadOnlyList<ForwardingView> Forwardings { get; init; }
}
