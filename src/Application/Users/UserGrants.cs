using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Texts;
using Connect.Domain.Accounts;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;

namespace Connect.Application.Users;

/// <summary>Reads what is said of a user, and holds it against what the acting user has: reach, rights, contact persons and products.</summary>
internal sealed class UserGrants(IAccountRepository accounts, UserPersons persons, UserProducts products, Acting acting)
{
    /// <param name="user">Null for a new user.</param>
    /// <exception cref="InvalidInputException"><c>RightAlone</c>: a right is given that does nothing without another. One that a known user has so already may stay.</exception>
    /// <exception cref="ForbiddenException"><c>RightBeyondOwn</c>, <c>ProductsBeyondOwn</c>.</exception>
    /// <exception cref="DomainRuleException"><c>AccountUnknown</c>, <c>ContactPersonUnknown</c>, <c>ProductUnknown</c>, each on its field.</exception>
    public async Task<UserDetails> ReadAsync(IUserInput input, ActingUser by, User? user, CancellationToken cancellation)
    {
        var rights = input.Rights.ToHashSet();
        if (!by.MayGive(rights)) throw new ForbiddenException(code: "RightBeyondOwn");
        EnsureOfUse(rights, user);
        var account = await accounts.FindAsync(acting.Reach, input.Account.Trim(), cancellation) ?? throw new DomainRuleException("AccountUnknown", nameof(input.Account));
        var limits = await products.ReadAsync(input, by, user, acting.Reach, cancellation);
        if (!by.MayGive(rights, limits)) throw new ForbiddenException(code: "ProductsBeyondOwn");
        var person = await persons.ReadAsync(input, account, user, acting.Reach, cancellation);
        return new()
        {
            Account = new(account.Id, account.Data.Number, account.Data.ParentId is null),
            UserName = input.UserName.Trim(),
            Email = input.Email.Trim(),
            MobileNumber = PhoneNumber.E164Of(input.MobileNumber),
            SmsTwoFactor = input.SmsTwoFactor,
            Language = input.Language,
            Rights = rights,
            Products = limits,
            ContactPersonId = person.Id,
            ContactPersonName = person.Name,
        };
    }

    private static void EnsureOfUse(IReadOnlySet<Right> rights, User? user)
    {
        var alone = RightNeeds.Lacking(rights).Except(user is null ? [] : RightNeeds.Lacking(user.Data.Rights)).ToList();
        if (alone.Count > 0) throw new InvalidInputException([.. alone.Select(pair => new InputProblem(nameof(IUserInput.Rights), "RightAlone", Name(pair.Right), Name(pair.Needed)))]);
    }

    private static string Name(Right right) => Text.Get($"Users.Right.{right}");
}

/// <summary>The person behind a user: chosen, or added to the user's account.</summary>
internal sealed class UserPersons(IUserRepository users, AccountDesk desk)
{
    public async Task<(Guid Id, string Name)> ReadAsync(IUserInput input, Account account, User? user, AccountReach reach, CancellationToken cancellation)
    {
        if (input.NewContactPerson is { } added)
        {
            var made = await desk.AddPersonAsync(account, added, cancellation);
            return (made.Id, made.Name);
        }

        var id = input.ContactPersonId!.Value;
        // The one who stands there stays, also when the person is of an account outside the reach.
        if (id == user?.Data.ContactPersonId) return (id, user.Data.ContactPersonName);
        return (id, await users.FindContactPersonAsync(reach, id, cancellation) ?? throw new DomainRuleException("ContactPersonUnknown", nameof(input.ContactPersonId)));
    }
}

/// <summary>What a user may order, chosen among what the acting user may.</summary>
internal sealed class UserProducts(IProductOffer offer, TimeProvider clock)
{
    /// <param name="user">Null for a new user. What a known one has and the agreement does not offer at present stays: nobody can see it to choose.</param>
    public async Task<ProductLimits> ReadAsync(IUserInput input, ActingUser by, User? user, AccountReach reach, CancellationToken cancellation)
    {
        if (!input.LimitsProducts || !input.Rights.Contains(Right.PlaceOrders)) return ProductLimits.None;
        var offered = (await offer.ListAsync(reach, by.Products, clock.Today(), cancellation)).Select(product => product.Id).ToHashSet();
        var kept = user?.Data.Products is { AreOn: true } limits ? limits.Products.Except(offered).ToList() : [];
        return input.Products.Except(offered).Except(kept).Any()
            ? throw new DomainRuleException("ProductUnknown", nameof(input.Products)) : ProductLimits.To(input.Products.Concat(kept));
    }
}
