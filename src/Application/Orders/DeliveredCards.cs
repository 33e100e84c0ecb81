using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Orders;

/// <summary>SIM cards that come with what the operator delivers. PIN and PUK are encrypted before they are kept.</summary>
internal sealed class DeliveredCards(ISimStock stock, ISecretProtector secrets)
{
    /// <summary>The card that goes with the service now: the customer's own, or the one that the operator tells of.</summary>
    /// <param name="told">What the operator tells of the new card; the customer's own is known already.</param>
    public async Task<SimCard> ReadAsync(Guid organisationId, CardWish wanted, DeliveredSim told, CancellationToken cancellation)
    {
        var icc = Read(wanted.Icc ?? told.Icc ?? throw new InvalidInputException(nameof(told.Icc), "NotEmptyValidator"));
        var form = wanted.Way == SimDeliveryWay.ESim ? SimForm.ESim : SimForm.Physical;
        var card = await stock.FindAsync(icc, cancellation) switch
        {
            null => SimCard.Delivered(organisationId, icc, form),
            { } known when known.Data.OrganisationId == organisationId => known,
            _ => throw SimCard.NotAvailable(),
        };
        card.Describe(told.Imsi, Protected(told.Pin), Protected(told.Puk));
        return card;
    }

    /// <summary>The card that was reserved for an order; null for none.</summary>
    public async Task<SimCard?> FindAsync(string? icc, CancellationToken cancellation) => icc is null ? null : await stock.FindAsync(Read(icc), cancellation);

    public Task<SimCard?> FindActiveAsync(Guid organisationId, Guid subscriptionId, CancellationToken cancellation) => stock.FindActiveAsync(organisationId, subscriptionId, cancellation);

    public Task SaveAsync(SimCard card, CancellationToken cancellation) => stock.SaveAsync(card, cancellation);

    private static Icc Read(string icc) =>
        Icc.TryParse(icc, out var read, out var problem) ? read : throw new InvalidInputException(nameof(DeliveredSim.Icc), problem);

    private string? Protected(string? secret) => string.IsNullOrEmpty(secret) ? null : secrets.Protect(secret);
}
