using Connect.Application.Common.Errors;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Subscriptions;

/// <summary>Data packages and price lists: those of a service, and those there are. The caller has found the service within the reach.</summary>
public interface IServicePlans
{
    Task<ServicePlan> OfAsync(Guid organisationId, Guid subscriptionId, CancellationToken cancellation);

    Task<PlanCatalogue> CatalogueAsync(CancellationToken cancellation);

    /// <summary>Writes what the service has now.</summary>
    Task SaveAsync(Guid organisationId, Guid subscriptionId, ServicePlan plan, CancellationToken cancellation);
}

/// <summary>What can be chosen.</summary>
/// <param name="Packages">No top-ups; the smallest first.</param>
/// <param name="PriceLists">By name.</param>
public sealed record PlanCatalogue(IReadOnlyList<DataPackage> Packages, IReadOnlyList<PriceList> PriceLists)
{
    /// <summary>What a service has with the choice; what the choice leaves out stays.</summary>
    /// <exception cref="InvalidInputException">A chosen one is not offered.</exception>
    public ServicePlan With(ServicePlan now, PlanChoice choice) => new(
        choice.DataPackage is { } package && package != now.Package?.Id ? Known(Packages, found => found.Id == package, nameof(choice.DataPackage)) : now.Package,
        choice.PriceList is { } list && list != now.Base?.Id ? Known(PriceLists, found => found.Id == list && found.IsBase, nameof(choice.PriceList)) : now.Base,
        choice.ExtraPriceLists is { } extra ? [.. extra.Distinct().Select(id => Known([.. now.Extra, .. PriceLists.Where(found => !found.IsBase)], found => found.Id == id, nameof(choice.ExtraPriceLists)))] : now.Extra);

    /// <summary>What was ordered.</summary>
    internal ServicePlan Find(ChangeDetail change) => new(
        Packages.FirstOrDefault(package => package.Id == change.DataPackage?.PortalId),
        PriceLists.FirstOrDefault(list => list.Id == change.PriceList?.PortalId),
        [.. PriceLists.Where(list => change.ExtraPriceLists.Any(part => part.PortalId == list.Id))]);

    private static T Known<T>(IEnumerable<T> offered, Func<T, bool> isIt, string field)
        where T : class => offered.FirstOrDefault(isIt) ?? throw new InvalidInputException(field, "PlanUnknown");
}

/// <summary>A choice of them by their ids; what is left out stays as it is.</summary>
/// <param name="PriceList">The base price list.</param>
/// <param name="ExtraPriceLists">All beside it; empty for none.</param>
public sealed record PlanChoice(Guid? DataPackage, Guid? PriceList, IReadOnlyList<Guid>? ExtraPriceLists)
{
    /// <summary>Null when nothing is chosen.</summary>
    public static PlanChoice? Of(Guid? dataPackage, Guid? priceList, IReadOnlyList<Guid>? extraPriceLists) =>
        dataPackage is null && priceList is null && extraPriceLists is null ? null : new(dataPackage, priceList, extraPriceLists);
}
