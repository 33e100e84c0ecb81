using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Tickets;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Tickets;

internal sealed class GetTicketFormHandler(DbSession db, IAgreedTimes agreed, ICurrentUser user, TimeProvider clock) : IRequestHandler<GetTicketForm, TicketForm>
{
    private const string Select = """
        SELECT s.Id, s.UserName, COALESCE(s.PhoneNumber, s.FixedNumber) AS PhoneNumber, p.Name AS Product, a.DisplayName AS Account, a.Number AS AccountNumber
        FROM Subscription s JOIN Product p ON p.Id = s.ProductId JOIN Account a ON a.Id = s.AccountId
        """;

    private const string Within = """
        s.OrganisationId = @organisationId AND s.IsHidden = 0
          AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = s.AccountId)
        """;

    private static readonly Stmt SelectById = $"{Select} WHERE s.Id = @SubscriptionId AND {Within}";

    // A number that has been given to somebody else is the newer service's.
    private static readonly Stmt SelectByNumber = $"""
        {Select}
        WHERE s.Id IN (SELECT n.Id FROM Subscription n WHERE n.PhoneNumber = @number UNION ALL SELECT n.Id FROM Subscription n WHERE n.FixedNumber = @number) AND {Within}
        ORDER BY CASE WHEN s.Status = 5 THEN 1 ELSE 0 END, s.StartsOn DESC, s.Seq DESC
        """;

    public async Task<TicketForm> Handle(GetTicketForm request, CancellationToken cancellationToken)
    {
        var service = await ServiceAsync(request, cancellationToken);
        var times = await agreed.OfAsync(user.Reach, service?.Id, clock.Today(), cancellationToken);
        return new TicketForm
        {
            Service = service,
            Agreed = [.. times.OrderByDescending(pair => pair.Key).Select(pair => new PriorityTimes(pair.Key, pair.Value.Hours, pair.Value.Response, pair.Value.Solution))],
        };
    }

    private async Task<FoundService?> ServiceAsync(GetTicketForm request, CancellationToken cancellation)
    {
        if (request.SubscriptionId is null && request.PhoneNumber is null) return null;
        if (!user.Has(Right.ViewSubscriptions)) throw new ForbiddenException();
        var (organisationId, reachId) = (user.Reach.OrganisationId, user.Reach.AccountId);
        if (request.SubscriptionId is not null)
            return await db.FirstOrDefaultAsync<FoundService>(SelectById, new { request.SubscriptionId, organisationId, reachId }, cancellation) ?? throw new NotFoundException();
        return PhoneNumber.TryParse(request.PhoneNumber, out var number)
            ? await db.FirstOrDefaultAsync<FoundService>(SelectByNumber, new { number = number.E164, organisationId, reachId }, cancellation) : null;
    }
}
