namespace Connect.Domain.Users;

/// <summary>Somebody who manages users: nobody can give what they do not have, nor touch a user who has more.</summary>
/// <param name="Rights">Those of this very request: a personal token may have fewer than its owner.</param>
public sealed record ActingUser(Guid Id, IReadOnlySet<Right> Rights, ProductLimits Products)
{
    public bool MayGive(IEnumerable<Right> rights) => Rights.IsSupersetOf(rights);

    /// <summary>Products matter to a user who can order.</summary>
    public bool MayGive(IEnumerable<Right> rights, ProductLimits products) =>
        rights.ToHashSet() is var given && MayGive(given) && (!given.Contains(Right.PlaceOrders) || Products.Cover(products));

    /// <summary>
    /// True when the user has nothing beyond one's own. Of others an e-mail address or a second factor can't be changed: either would be a way to
    /// rights that one lacks.
    /// </summary>
    public bool MayManage(UserData user) => MayGive(user.Rights, user.Products);
}
