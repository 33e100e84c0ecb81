using Connect.Application.Accounts;
using Connect.Application.Common.Texts;

namespace Connect.Web.Pages.Accounts;

/// <summary>What is typed of a new account.</summary>
public sealed class NewAccountInput
{
    public Guid RequestId { get; set; }

    /// <summary>The account above, as an account field holds it.</summary>
    public string? Parent { get; set; }

    public string? Name { get; set; }
    public string? Alias { get; set; }
    public string? InvoiceReference { get; set; }
    public string? OrganisationNumber { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? Street { get; set; }
    public string? PostalCode { get; set; }
    public string? City { get; set; }
    public string? InvoiceStreet { get; set; }
    public string? InvoicePostalCode { get; set; }
    public string? InvoiceCity { get; set; }

    /// <summary>"Använd samma uppgifter som huvudkonto": every field of the account above but the alias.</summary>
    public void CopyFrom(AccountFacts above)
    {
        (Name, InvoiceReference, Email) = (above.Name, above.InvoiceReference, above.Email);
        OrganisationNumber = above.OrganisationNumber is null ? null : Domain.Common.OrganisationNumber.Display(above.OrganisationNumber);
        Phone = above.Phone is null ? null : Format.Phone(above.Phone);
        (Street, PostalCode, City) = (above.Street, above.PostalCode, above.City);
        (InvoiceStreet, InvoicePostalCode, InvoiceCity) = (above.InvoiceStreet, above.InvoicePostalCode, above.InvoiceCity);
    }

    public AddAccount ToMessage(string parent) => new(parent, Name ?? "", RequestId)
    {
        Alias = Alias,
        InvoiceReference = InvoiceReference,
        OrganisationNumber = OrganisationNumber,
        Email = Email,
        Phone = Phone,
        Street = Street,
        PostalCode = PostalCode,
        City = City,
        InvoiceStreet = InvoiceStreet,
        InvoicePostalCode = InvoicePostalCode,
        InvoiceCity = InvoiceCity,
    };
}
