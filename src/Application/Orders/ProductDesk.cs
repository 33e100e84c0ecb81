using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Subscriptions;
using Connect.Application.Users;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Orders;

/// <summary>What the user may order, and what can be chosen with it.</summary>
internal sealed class ProductDesk(IProductOffer offer, IOrderCatalogue catalogue, IServicePlans plans, ICurrentUser user, TimeProvider clock)
{
    public DateOnly Today => clock.Today();

    /// <summary>What the agreement offers and the user's own limits allow, by category and name.</summary>
    public async Task<IReadOnlyList<OrderableProduct>> OfferedAsync(CancellationToken cancellation)
    {
        var limits = await offer.LimitsOfAsync(user.Id, cancellation);
        var allowed = (await offer.ListAsync(user.Reach, limits, Today, cancellation)).Select(product => product.Id).ToHashSet();
        return [.. (await catalogue.ProductsAsync(user.Reach, Today, cancellation)).Where(product => allowed.Contains(product.Id))];
    }

    /// <summary>Null when the user may not order it.</summary>
    public async Task<OrderableProduct?> FindAsync(Guid? id, CancellationToken cancellation) =>
        (await OfferedAsync(cancellation)).FirstOrDefault(product => product.Id == id);

    /// <exception cref="InvalidInputException">The user may not order it.</exception>
    public async Task<OrderableProduct> ChosenAsync(Guid? id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ?? throw new InvalidInputException("Product", id is null ? "NotNullValidator" : "ProductNotOffered");

    public async Task<ServiceChoices> ChoicesAsync(SubscriptionKind kind, CancellationToken cancellation)
    {
        var parts = NewServiceParts.Of(kind);
        if (!parts.Plan) return new([], [], [], []);
        var known = await plans.CatalogueAsync(cancellation);
        // Calls are nothing that a router makes: it gets no price list for them.
        var lists = parts.Calls ? known.PriceLists : [];
        return new(known.Packages, [.. lists.Where(list => list.IsBase)], [.. lists.Where(list => !list.IsBase)], await catalogue.AddOnsAsync(kind, cancellation));
    }
}

/// <summary>What can be chosen for a service of a kind; empty lists where there is nothing.</summary>
/// <param name="Packages">The smallest first.</param>
/// <param name="BasePriceLists">One of them.</param>
/// <param name="ExtraPriceLists">Any number of them.</param>
/// <param name="AddOns">Any number of them.</param>
public sealed record ServiceChoices(IReadOnlyList<DataPackage> Packages, IReadOnlyList<PriceList> BasePriceLists, IReadOnlyList<PriceList> ExtraPriceLists, IReadOnlyList<AddOn> AddOns);
