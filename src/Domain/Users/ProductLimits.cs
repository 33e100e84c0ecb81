namespace Connect.Domain.Users;

/// <summary>Which products a user may order, of those that the agreement offers: all of them, or these.</summary>
/// <param name="Products">Looked at only where <paramref name="AreOn"/>.</param>
public sealed record ProductLimits(bool AreOn, IReadOnlySet<Guid> Products)
{
    /// <summary>Everything that the agreement offers.</summary>
    public static readonly ProductLimits None = new(false, new HashSet<Guid>());

    public static ProductLimits To(IEnumerable<Guid> products) => new(true, products.ToHashSet());

    public bool Allow(Guid productId) => !AreOn || Products.Contains(productId);

    /// <summary>True when whoever has these limits may order all that the others allow.</summary>
    public bool Cover(ProductLimits others) => !AreOn || (others.AreOn && Products.IsSupersetOf(others.Products));
}
