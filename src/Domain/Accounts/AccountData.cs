using Connect.Domain.Common;

namespace Connect.Domain.Accounts;

/// <summary>What is kept of an account.</summary>
public sealed record AccountData
{
    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }

    /// <summary>The account above; null for the root.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>The operator's id; one of the portal's own until the operator has given it one.</summary>
    public required string ExternalId { get; init; }

    /// <summary>What people read; unique in the installation.</summary>
    public required string Number { get; init; }

    public required string Name { get; init; }

    /// <summary>Shown in the tree in place of the name.</summary>
    public string? Alias { get; init; }

    public string? InvoiceReference { get; init; }

    /// <summary>Ten digits.</summary>
    public string? OrganisationNumber { get; init; }

    public string? Email { get; init; }

    /// <summary>E.164.</summary>
    public string? Phone { get; init; }

    public string? Street { get; init; }
    public string? PostalCode { get; init; }
    public string? City { get; init; }
    public bool InvoiceOnPaper { get; init; }
    public string? InvoiceStreet { get; init; }
    public string? InvoicePostalCode { get; init; }
    public string? InvoiceCity { get; init; }
    public required int Version { get; init; }

    public string DisplayName => Alias ?? Name;

    /// <summary>The operator has no id for it yet.</summary>
    public bool IsFromPortal => PortalId.Is(ExternalId);
}

/// <summary>What a new account is given; all but the name may be missing.</summary>
public sealed record AccountDetails(string Name)
{
    public string? Alias { get; init; }
    public string? InvoiceReference { get; init; }
    public string? OrganisationNumber { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public PostalAddress? Address { get; init; }
    public PostalAddress? InvoiceAddress { get; init; }
}
