using Connect.Domain.Common;

namespace Connect.Domain.Subscriptions;

/// <summary>An amount of data a month.</summary>
/// <param name="ExternalId">The operator's own id.</param>
/// <param name="Bytes">Null is without limit.</param>
public sealed record DataPackage(Guid Id, string ExternalId, string Name, long? Bytes, Money MonthlyPrice);

/// <summary>What traffic costs.</summary>
/// <param name="ExternalId">The operator's own id.</param>
/// <param name="IsBase">A service has one base price list, and any number of others beside it.</param>
public sealed record PriceList(Guid Id, string ExternalId, string Name, string? Description, bool IsBase, Money MonthlyPrice);

/// <summary>The data package and the price lists of a service; what "Ändra tjänst" changes.</summary>
/// <param name="Package">Null where there is none.</param>
/// <param name="Base">The base price list; null where there is none.</param>
/// <param name="Extra">Price lists beside it, by name.</param>
public sealed record ServicePlan(DataPackage? Package, PriceList? Base, IReadOnlyList<PriceList> Extra)
{
    /// <summary>What it adds to the price of the product.</summary>
    public Money MonthlyPrice => Extra.Aggregate((Package?.MonthlyPrice ?? Money.Zero) + (Base?.MonthlyPrice ?? Money.Zero), (sum, list) => sum + list.MonthlyPrice);

    /// <summary>The names of all of it, as it stands in histories.</summary>
    public string Names => string.Join(", ", new[] { Package?.Name, Base?.Name }.Concat(Extra.Select(list => list.Name)).OfType<string>()) is { Length: > 0 } names ? names : "–";

    public bool IsSameAs(ServicePlan other) =>
        Package?.Id == other.Package?.Id && Base?.Id == other.Base?.Id && Extra.Select(list => list.Id).ToHashSet().SetEquals(other.Extra.Select(list => list.Id));

    /// <summary>True when it has less data than the other; without limit is the most, no package the least.</summary>
    public bool HasLessDataThan(ServicePlan other) => Data(this) < Data(other);

    private static long Data(ServicePlan plan) => plan.Package is { } package ? package.Bytes ?? long.MaxValue : -1;
}
