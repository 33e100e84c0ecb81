namespace Connect.Domain.Users;

/// <summary>What is kept of a user of the portal.</summary>
public sealed record UserData
{
    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }

    /// <summary>The operator's id; one of the portal's own for those who were made here.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The person behind the user.</summary>
    public required Guid ContactPersonId { get; init; }

    public required string ContactPersonName { get; init; }

    /// <summary>The account at the top of the reach.</summary>
    public required UserAccount Account { get; init; }

    /// <summary>Unique in the installation.</summary>
    public required string UserName { get; init; }

    public required string Email { get; init; }

    /// <summary>E.164.</summary>
    public string? MobileNumber { get; init; }

    /// <summary>Codes at log-in go to the mobile number.</summary>
    public bool SmsTwoFactor { get; init; }

    /// <summary><c>sv</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    public IReadOnlySet<Right> Rights { get; init; } = new HashSet<Right>();

    public ProductLimits Products { get; init; } = ProductLimits.None;
    public bool IsActive { get; init; } = true;

    /// <summary>False until the invitation is taken up.</summary>
    public bool HasPassword { get; init; }

    /// <summary>0 until it is stored.</summary>
    public int Version { get; init; }

    /// <summary>One of those that every organisation needs: can log in, reaches all of it and manages users.</summary>
    public bool IsAdministrator => IsActive && HasPassword && Account.IsRoot && Rights.Contains(Right.ManageUsers);
}

/// <summary>An account as the top of a reach.</summary>
/// <param name="Number">What people read.</param>
/// <param name="IsRoot">Makes an Administratör; any other account a Kontoadministratör.</param>
public sealed record UserAccount(Guid Id, string Number, bool IsRoot);

/// <summary>What is said of a user by whoever manages users.</summary>
public sealed record UserDetails
{
    public required UserAccount Account { get; init; }
    public required Guid ContactPersonId { get; init; }
    public required string ContactPersonName { get; init; }
    public required string UserName { get; init; }
    public required string Email { get; init; }

    /// <summary>E.164.</summary>
    public string? MobileNumber { get; init; }

    public bool SmsTwoFactor { get; init; }
    public required string Language { get; init; }
    public required IReadOnlySet<Right> Rights { get; init; }

    /// <summary>Means something to a user who can order, and is kept of no other.</summary>
    public required ProductLimits Products { get; init; }
}
