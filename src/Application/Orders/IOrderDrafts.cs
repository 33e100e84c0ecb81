using Connect.Domain.Users;

namespace Connect.Application.Orders;

/// <summary>Orders that are being filled in. They are their user's own: nobody else's exist for anybody.</summary>
public interface IOrderDrafts
{
    /// <summary>The newest first.</summary>
    Task<IReadOnlyList<OrderDraft>> ListAsync(Guid userId, AccountReach reach, CancellationToken cancellation);

    /// <summary>With its account only while that is within the reach.</summary>
    Task<OrderDraft?> FindAsync(Guid userId, AccountReach reach, Guid id, CancellationToken cancellation);

    /// <summary>Writes the draft, also a new one.</summary>
    /// <exception cref="Common.Errors.ConflictException">It was changed elsewhere since it was loaded, or it was ordered (<c>DraftOrdered</c>).</exception>
    Task SaveAsync(Guid userId, OrderDraft draft, CancellationToken cancellation);

    /// <summary>Changes nothing where there is none.</summary>
    Task RemoveAsync(Guid userId, Guid id, CancellationToken cancellation);

    /// <summary>It is ordered: it is gone.</summary>
    /// <param name="version">As it was ordered.</param>
    /// <exception cref="Common.Errors.ConflictException">It was changed or completed meanwhile.</exception>
    Task CompleteAsync(Guid userId, Guid id, int version, CancellationToken cancellation);

    /// <summary>Removes those of everybody that have not been touched since.</summary>
    Task RemoveOldAsync(DateTimeOffset before, CancellationToken cancellation);
}

/// <summary>How far an order has been filled in.</summary>
public sealed record OrderDraft
{
    public required Guid Id { get; init; }
    public Guid? AccountId { get; init; }

    /// <summary>Its number.</summary>
    public string? Account { get; init; }

    public string? AccountName { get; init; }
    public Guid? CategoryId { get; init; }
    public string? Category { get; init; }
    public Guid? ProductId { get; init; }
    public string? Product { get; init; }

    /// <summary>Null until they were filled in.</summary>
    public OrderDetails? Details { get; init; }

    /// <summary>The product that they were told of. Of another they are to be looked over again.</summary>
    public Guid? DetailsProductId { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Grows with every change; 0 when it is not in the database yet.</summary>
    public int Version { get; init; }

    /// <summary>The first step that is still to be taken; <see cref="DraftStep.Summary"/> when all have been.</summary>
    public DraftStep Next => AccountId is null ? DraftStep.Account : CategoryId is null ? DraftStep.Category : ProductId is null ? DraftStep.Product : Details is null || DetailsProductId != ProductId ? DraftStep.Details : DraftStep.Summary;

    /// <summary>Begun and left before a product was chosen: nothing in it is missed when another begins with it.</summary>
    public bool IsUnused => ProductId is null && Details is null;

    /// <summary>Without what is not offered any more.</summary>
    internal OrderDraft Within(IReadOnlyList<OrderableProduct> offered) =>
        this with
        {
            CategoryId = offered.Any(product => product.CategoryId == CategoryId) ? CategoryId : null,
            ProductId = offered.Any(product => product.Id == ProductId && product.CategoryId == CategoryId) ? ProductId : null,
        };
}

/// <summary>The steps of an order, in their order.</summary>
public enum DraftStep
{
    Account = 1,
    Category = 2,
    Product = 3,
    Details = 4,
    Summary = 5,
}
