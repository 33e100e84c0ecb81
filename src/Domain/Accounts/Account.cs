using Connect.Domain.Common;

namespace Connect.Domain.Accounts;

/// <summary>An account (konto) of a customer: a node of its tree, that services and invoices belong to. The history grows with each change.</summary>
public sealed class Account(AccountData data)
{
    private readonly List<AccountEvent> _newEvents = [];

    /// <summary>As loaded, with the changes made since.</summary>
    public AccountData Data { get; private set; } = data;

    public Guid Id => Data.Id;
    public Guid OrganisationId => Data.OrganisationId;

    /// <summary>What happened since it was loaded; written when it is saved.</summary>
    public IReadOnlyList<AccountEvent> NewEvents => _newEvents;

    /// <summary>Edits what the tree shows in place of the name; made if there was none, taken away when empty.</summary>
    public void EditAlias(string? alias, string actor, DateTimeOffset at)
    {
        var before = Data.Alias;
        Data = Data with { Alias = alias };
        Tell(AccountEventKinds.AliasEdited, actor, at, before, alias);
    }

    /// <summary>Edits what stands on coming invoices; made if there was none, taken away when empty.</summary>
    public void EditInvoiceReference(string? reference, string actor, DateTimeOffset at)
    {
        var before = Data.InvoiceReference;
        Data = Data with { InvoiceReference = reference };
        Tell(AccountEventKinds.InvoiceReferenceEdited, actor, at, before, reference);
    }

    /// <summary>Edits where the account is found: address, e-mail and phone number.</summary>
    /// <param name="phone">E.164.</param>
    public void EditAddress(PostalAddress address, string? email, string? phone, string actor, DateTimeOffset at)
    {
        var (before, contact) = (PostalAddress.Of(Data.Street, Data.PostalCode, Data.City), Contact());
        Data = Data with { Street = address.Street, PostalCode = address.PostalCode, City = address.City, Email = email, Phone = phone };
        Tell(AccountEventKinds.AddressEdited, actor, at, before?.ToString(), address.ToString());
        Tell(AccountEventKinds.ContactDataEdited, actor, at, contact, Contact());
    }

    /// <summary>Edits where invoices on paper go; null: to the account's own address.</summary>
    public void EditInvoiceAddress(PostalAddress? address, string actor, DateTimeOffset at)
    {
        var before = PostalAddress.Of(Data.InvoiceStreet, Data.InvoicePostalCode, Data.InvoiceCity);
        Data = Data with { InvoiceStreet = address?.Street, InvoicePostalCode = address?.PostalCode, InvoiceCity = address?.City };
        Tell(AccountEventKinds.InvoiceAddressEdited, actor, at, before?.ToString(), address?.ToString());
    }

    /// <summary>Makes an account below this one. Invoices come on paper as they do here.</summary>
    /// <param name="number">Unique in the installation.</param>
    public Account AddBelow(AccountDetails details, string number, string actor, DateTimeOffset at)
    {
        var made = new Account(new AccountData
        {
            Id = Guid.CreateVersion7(),
            OrganisationId = OrganisationId,
            ParentId = Id,
            ExternalId = PortalId.Prefix + number,
            Number = number,
            Name = details.Name,
            Alias = details.Alias,
            InvoiceReference = details.InvoiceReference,
            OrganisationNumber = details.OrganisationNumber,
            Email = details.Email,
            Phone = details.Phone,
            Street = details.Address?.Street,
            PostalCode = details.Address?.PostalCode,
            City = details.Address?.City,
            InvoiceOnPaper = Data.InvoiceOnPaper,
            InvoiceStreet = details.InvoiceAddress?.Street,
            InvoicePostalCode = details.InvoiceAddress?.PostalCode,
            InvoiceCity = details.InvoiceAddress?.City,
            Version = 0,
        });
        made._newEvents.Add(new(Guid.CreateVersion7(), at, AccountEventKinds.Created, actor, [Data.DisplayName]));
        _newEvents.Add(new(Guid.CreateVersion7(), at, AccountEventKinds.SubAccountAdded, actor, [made.Data.DisplayName, number]));
        return made;
    }

    /// <summary>Puts down that a contact person of the account was added, edited or removed.</summary>
    /// <param name="kind">One of <see cref="AccountEventKinds"/>.</param>
    public void TellOfContactPerson(string kind, string name, string actor, DateTimeOffset at) =>
        _newEvents.Add(new(Guid.CreateVersion7(), at, kind, actor, [name]));

    /// <summary>The operator did not take a change of the account or its contact persons. It stands in the portal until the operator's next load.</summary>
    public void Refused(string reason, string actor, DateTimeOffset at) => _newEvents.Add(new(Guid.CreateVersion7(), at, AccountEventKinds.OperatorRefused, actor, [reason]));

    private string Contact() => string.Join(", ", new[] { Data.Email, Data.Phone }.OfType<string>());

    // What is as it was is no event.
    private void Tell(string kind, string actor, DateTimeOffset at, string? before, string? after)
    {
        if (before != after) _newEvents.Add(new(Guid.CreateVersion7(), at, kind, actor, [before ?? "", after ?? ""]));
    }
}
