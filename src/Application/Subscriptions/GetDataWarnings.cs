using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Subscriptions;

/// <summary>Whether the user is told by mail when the data of a service runs out.</summary>
/// <param name="SubscriptionId">Null: only whether it is so for all.</param>
[Requires(Right.ViewSubscriptions)]
public sealed record GetDataWarnings(Guid? SubscriptionId = null) : IQuery<DataWarnings>
{
    internal sealed class Handler(ISubscriptionRepository subscriptions, IDataWarnings warnings, ICurrentUser user) : IRequestHandler<GetDataWarnings, DataWarnings>
    {
        public async Task<DataWarnings> Handle(GetDataWarnings request, CancellationToken cancellationToken)
        {
            if (request.SubscriptionId is { } id && await subscriptions.FindAsync(user.Reach, id, cancellationToken) is null) throw new NotFoundException();
            return await warnings.OfAsync(user.Id, request.SubscriptionId, cancellationToken);
        }
    }
}
