using Connect.Domain.Common;

namespace Connect.Domain.Accounts;

/// <summary>Somebody at the customer (kontaktperson), found by role. A user of the portal is always one of them.</summary>
public sealed record ContactPerson
{
    /// <summary>The roles that are offered; customers may have others.</summary>
    public static readonly IReadOnlyList<string> KnownRoles = ["ekonomi", "teknik", "beslutsfattare", "beställare"];

    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required Guid AccountId { get; init; }
    public required string ExternalId { get; init; }
    public required string Name { get; init; }
    public string? Email { get; init; }

    /// <summary>E.164.</summary>
    public string? Phone { get; init; }

    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Somebody logs in as this person; who, may lie outside the reach of whoever asks.</summary>
    public bool HasUser { get; init; }

    /// <summary>0 until it is stored.</summary>
    public required int Version { get; init; }

    public static ContactPerson New(Account account, string name) => new()
    {
        Id = Guid.CreateVersion7(),
        OrganisationId = account.OrganisationId,
        AccountId = account.Id,
        ExternalId = PortalId.Of(Guid.CreateVersion7()),
        Name = name,
        Version = 0,
    };

    /// <exception cref="DomainRuleException">Somebody logs in as this person.</exception>
    public void EnsureCanBeRemoved()
    {
        if (HasUser) throw new DomainRuleException("ContactPersonHasUser");
    }
}
