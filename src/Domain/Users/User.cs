using Connect.Domain.Common;

namespace Connect.Domain.Users;

/// <summary>A user of the portal (användare): a contact person who can log in, with a reach and rights.</summary>
public sealed class User(UserData data)
{
    /// <summary>As loaded.</summary>
    public UserData Before { get; } = data;

    /// <summary>As loaded, with the changes made since.</summary>
    public UserData Data { get; private set; } = data;

    public Guid Id => Data.Id;

    /// <summary>True when there is something to save.</summary>
    public bool HasChanged => Data != Before || Data.Version == 0;

    /// <summary>True when the organisation loses an administrator by the change; there must be another.</summary>
    public bool EndsAdministrator => Before.IsAdministrator && !Data.IsAdministrator;

    /// <summary>A new user, who has no password until the invitation is taken up.</summary>
    public static User New(Guid organisationId, UserDetails details)
    {
        var id = Guid.CreateVersion7();
        return new(With(new()
        {
            Id = id, OrganisationId = organisationId, ExternalId = PortalId.Of(id), Account = details.Account, ContactPersonId = details.ContactPersonId,
            ContactPersonName = details.ContactPersonName,
            UserName = details.UserName, Email = details.Email, Language = details.Language,
        }, details));
    }

    /// <param name="by">Whoever edits: what one logs in with oneself is not changed here, where no password is asked for.</param>
    /// <exception cref="DomainRuleException"><c>OwnDetails</c>, on the field.</exception>
    public void Edit(UserDetails details, ActingUser by)
    {
        var edited = With(Data, details);
        if (by.Id == Id) EnsureSameLogin(edited);
        Data = edited;
    }

    /// <exception cref="DomainRuleException"><c>OwnUser</c>: nobody shuts themselves out.</exception>
    public void Deactivate(ActingUser by)
    {
        EnsureNotOwn(by);
        Data = Data with { IsActive = false };
    }

    public void Reactivate() => Data = Data with { IsActive = true };

    /// <exception cref="DomainRuleException"><c>OwnUser</c>: one's own sessions and factors are under Mina uppgifter.</exception>
    public void EnsureNotOwn(ActingUser by)
    {
        if (by.Id == Id) throw new DomainRuleException("OwnUser");
    }

    /// <exception cref="DomainRuleException"><c>InvitationTakenUp</c>, <c>UserInactive</c>.</exception>
    public void EnsureAwaited()
    {
        if (Data.HasPassword) throw new DomainRuleException("InvitationTakenUp");
        if (!Data.IsActive) throw new DomainRuleException("UserInactive");
    }

    private void EnsureSameLogin(UserData edited)
    {
        var changed = edited.UserName != Data.UserName ? nameof(UserData.UserName)
            : edited.Email != Data.Email ? nameof(UserData.Email)
            : edited.MobileNumber != Data.MobileNumber ? nameof(UserData.MobileNumber)
            : edited.SmsTwoFactor != Data.SmsTwoFactor ? nameof(UserData.SmsTwoFactor)
            : edited.ContactPersonId != Data.ContactPersonId ? nameof(UserData.ContactPersonId) : null;
        if (changed is not null) throw new DomainRuleException("OwnDetails", changed);
    }

    private static UserData With(UserData data, UserDetails details)
    {
        var products = details.Rights.Contains(Right.PlaceOrders) ? details.Products : ProductLimits.None;
        return data with
        {
            Account = details.Account,
            ContactPersonId = details.ContactPersonId,
            ContactPersonName = details.ContactPersonName,
            UserName = details.UserName,
            Email = details.Email,
            MobileNumber = details.MobileNumber,
            SmsTwoFactor = details.SmsTwoFactor,
            Language = details.Language,
            // The same set is the same thing: a record compares sets by reference.
            Rights = data.Rights.SetEquals(details.Rights) ? data.Rights : details.Rights,
            Products = data.Products.Cover(products) && products.Cover(data.Products) ? data.Products : products,
        };
    }
}
