using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Subscriptions;

/// <summary>The barrings of a service, those under way included, and whether they can be changed.</summary>
/// <exception cref="NotFoundException">There is none within the user's reach.</exception>
[Requires(Right.ViewSubscriptions)]
public sealed record GetBarrings(Guid SubscriptionId) : IQuery<ServiceBarrings>
{
    internal sealed class Handler(ISubscriptionRepository subscriptions, BarringDesk desk, ICurrentUser user) : IRequestHandler<GetBarrings, ServiceBarrings>
    {
        public async Task<ServiceBarrings> Handle(GetBarrings request, CancellationToken cancellationToken)
        {
            var subscription = await subscriptions.FindAsync(user.Reach, request.SubscriptionId, cancellationToken) ?? throw new NotFoundException();
            return new(subscription.Data, await desk.ListAsync(subscription.OrganisationId, subscription.Id, cancellationToken));
        }
    }
}

/// <summary>A service and what is barred on it.</summary>
public sealed record ServiceBarrings : MobileService
{
    public ServiceBarrings(SubscriptionData service, IReadOnlyList<BarringView> barrings) : base(service) => Barrings = barrings;

    public IReadOnlyList<BarringView> Barrings { get; init; }
}
