using Connect.Application.Common.Security;
using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Subscriptions;

internal sealed class FindSimCardHandler(DbSession db, ICurrentUser user) : IRequestHandler<FindSimCard, FoundSimCard?>
{
    // A card in a service belongs where the service does; one in stock to the whole organisation.
    private static readonly Stmt SelectCard = """
        SELECT c.Icc, c.State, c.Form, s.Id AS SubscriptionId, s.UserName, COALESCE(s.PhoneNumber, s.FixedNumber) AS PhoneNumber
        FROM SimCard c LEFT JOIN Subscription s ON s.Id = c.SubscriptionId
        WHERE c.Icc = @icc AND c.OrganisationId = @organisationId
        AND (c.SubscriptionId IS NULL OR (s.IsHidden = 0
            AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = s.AccountId)))
        """;

    public Task<FoundSimCard?> Handle(FindSimCard request, CancellationToken cancellationToken)
    {
        if (!Icc.TryParse(request.Icc, out var icc, out _)) return Task.FromResult<FoundSimCard?>(null);
        return db.FirstOrDefaultAsync<FoundSimCard>(SelectCard, new { icc = icc.Digits, organisationId = user.Reach.OrganisationId, reachId = user.Reach.AccountId }, cancellationToken);
    }
}
