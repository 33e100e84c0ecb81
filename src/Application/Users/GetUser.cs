using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;

namespace Connect.Application.Users;

/// <summary>A user with reach, rights and ways to log in.</summary>
/// <exception cref="Common.Errors.NotFoundException">There is none whose reach lies within that of whoever asks.</exception>
[Requires(Right.ManageUsers)]
public sealed record GetUser(Guid UserId) : IQuery<UserDetail>;

/// <summary>One user.</summary>
public sealed record UserDetail
{
    public required UserFacts Facts { get; init; }

    /// <summary>In the order of the list of rights.</summary>
    public required IReadOnlyList<Right> Rights { get; init; }

    /// <summary>What the user may order where <see cref="UserFacts.LimitsProducts"/>; by category and name.</summary>
    public required IReadOnlyList<OfferedProduct> Products { get; init; }

    /// <summary>Sessions that are open now.</summary>
    public required int OpenSessions { get; init; }

    /// <summary>False when the user has rights or products that the one who asks lacks: seen, not to be changed.</summary>
    public required bool MayBeManaged { get; init; }

    /// <summary>True when it is the one who asks: what one logs in with is kept under Mina uppgifter.</summary>
    public required bool IsOneself { get; init; }
}

/// <summary>What stands in the user's own row, and of the person and the account.</summary>
public sealed record UserFacts
{
    public Guid Id { get; init; }
    public Guid ContactPersonId { get; init; }

    /// <summary>Name of the contact person.</summary>
    public string Name { get; init; } = "";

    /// <summary>E-mail of the contact person; null also when the account lies outside the reach of whoever asks.</summary>
    public string? PersonEmail { get; init; }

    /// <summary>Number of the contact person's account; null when it lies outside the reach of whoever asks.</summary>
    public string? PersonAccountNumber { get; init; }

    public string? PersonAccountName { get; init; }
    public string UserName { get; init; } = "";
    public string Email { get; init; } = "";

    /// <summary>E.164.</summary>
    public string? MobileNumber { get; init; }

    /// <summary><c>sv</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "";

    public UserType Type { get; init; }

    /// <summary>Number of the account at the top of the reach.</summary>
    public string AccountNumber { get; init; } = "";

    public string AccountName { get; init; } = "";
    public bool SmsTwoFactor { get; init; }
    public bool HasAuthenticator { get; init; }

    /// <summary>The organisation demands two-factor of all its users.</summary>
    public bool RequireTwoFactor { get; init; }

    /// <summary>The user may order some products only; see <see cref="UserDetail.Products"/>.</summary>
    public bool LimitsProducts { get; init; }

    public UserStatus Status { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? LastLoginAt { get; init; }

    /// <summary>To be sent along with an edit, so that nobody's change is written over unseen.</summary>
    public int Version { get; init; }
}
