using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Orders;

internal sealed class GetSimReplacementFormHandler(DbSession db, ICurrentUser user) : IRequestHandler<GetSimReplacementForm, SimReplacementForm>
{
    private static readonly Stmt Select = """
        SELECT s.UserName, s.PhoneNumber, s.Kind, s.Status, a.Name AS AccountName, a.Street, a.PostalCode, a.City,
            a.InvoiceStreet, a.InvoicePostalCode, a.InvoiceCity, s.InstallationStreet, s.InstallationPostalCode, s.InstallationCity,
            (SELECT MAX(c.Icc) FROM SimCard c WHERE c.SubscriptionId = s.Id AND c.State = 3) AS Icc,
            (SELECT MAX(o.Number) FROM OrderLine l JOIN CustomerOrder o ON o.Id = l.OrderId WHERE l.SubscriptionId = s.Id AND l.Type = 2 AND l.IsOpen = 1) AS OpenOrderNumber
        FROM Subscription s JOIN Account a ON a.Id = s.AccountId
        WHERE s.Id = @SubscriptionId AND s.IsHidden = 0 AND s.OrganisationId = @organisationId
          AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = s.AccountId)
        """;

    public async Task<SimReplacementForm> Handle(GetSimReplacementForm request, CancellationToken cancellationToken)
    {
        var parameters = new { request.SubscriptionId, organisationId = user.Reach.OrganisationId, reachId = user.Reach.AccountId };
        var row = await db.FirstOrDefaultAsync<Row>(Select, parameters, cancellationToken) ?? throw new NotFoundException();
        return new SimReplacementForm
        {
            SubscriptionId = request.SubscriptionId, UserName = row.UserName, PhoneNumber = row.PhoneNumber, Kind = row.Kind, Status = row.Status,
            Icc = row.Icc, OpenOrderNumber = row.OpenOrderNumber, Addresses = [.. row.Addresses()],
        };
    }

    private sealed record Row
    {
        public required string UserName { get; init; }
        public string? PhoneNumber { get; init; }
        public required SubscriptionKind Kind { get; init; }
        public required SubscriptionStatus Status { get; init; }
        public required string AccountName { get; init; }
        public string? Street { get; init; }
        public string? PostalCode { get; init; }
        public string? City { get; init; }
        public string? InvoiceStreet { get; init; }
        public string? InvoicePostalCode { get; init; }
        public string? InvoiceCity { get; init; }
        public string? InstallationStreet { get; init; }
        public string? InstallationPostalCode { get; init; }
        public string? InstallationCity { get; init; }
        public string? Icc { get; init; }
        public string? OpenOrderNumber { get; init; }

        /// <summary>Those that are whole, each once.</summary>
        public IEnumerable<KnownAddress> Addresses() => new[]
        {
            Known("account", Street, PostalCode, City),
            Known("installation", InstallationStreet, InstallationPostalCode, InstallationCity),
            Known("invoice", InvoiceStreet, InvoicePostalCode, InvoiceCity),
        }.OfType<KnownAddress>().DistinctBy(known => known.Address);

        private KnownAddress? Known(string key, string? street, string? postalCode, string? city) =>
            street is { Length: > 0 } && postalCode is { Length: > 0 } && city is { Length: > 0 }
                ? new KnownAddress(key, new DeliveryAddress(AccountName, street, postalCode, city))
                : null;
    }
}
