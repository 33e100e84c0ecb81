using Connect.Application.Identity;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Subscriptions;

/// <summary>The SIM cards that a replacement is about: the one in use, the customer's own that is to take its place, and who is told of it.</summary>
internal sealed class SimDesk(ISimStock stock, NumberGuard guard)
{
    /// <param name="text">The ICC as typed.</param>
    /// <exception cref="Domain.Common.DomainRuleException">There is no such card in the stock of anybody.</exception>
    public async Task<SimCard> FindAsync(string? text, CancellationToken cancellation) =>
        Icc.TryParse(text, out var icc, out _) && await stock.FindAsync(icc, cancellation) is { } card ? card : throw SimCard.NotAvailable();

    /// <summary>Puts the customer's own card aside, and keeps log-in codes from the number.</summary>
    /// <returns>The ICC of the card in use.</returns>
    public async Task<string?> OrderedAsync(Subscription service, SimCard? ownCard, CancellationToken cancellation)
    {
        if (ownCard is not null) await stock.SaveAsync(ownCard, cancellation);
        await guard.OrderedAsync(service.Data.PhoneNumber, SecurityEvent.SimReplacement, cancellation);
        return (await stock.FindActiveAsync(service.OrganisationId, service.Id, cancellation))?.Icc;
    }
}
