namespace Connect.Application.Identity;

/// <summary>Users to be, and the one-time links by which they choose their password.</summary>
public interface IInvitations
{
    /// <summary>The organisation with this id of the operator's, and its root account; null when there is none.</summary>
    Task<InvitingOrganisation?> OrganisationAsync(string externalId, CancellationToken cancellation);

    /// <summary>Adds contact person, user and rights; the user has no password yet.</summary>
    /// <returns>False when the user name is taken.</returns>
    Task<bool> AddUserAsync(InvitedUser user, CancellationToken cancellation);

    Task AddLinkAsync(NewLink link, CancellationToken cancellation);

    /// <summary>Whose link it is, while it can be used and its user is active; else null.</summary>
    Task<LinkOwner?> FindAsync(string tokenHash, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Uses the link up: true once, however many come at the same time. Other links of the user end with it.</summary>
    Task<bool> UseAsync(string tokenHash, Guid userId, DateTimeOffset now, CancellationToken cancellation);
}

public sealed record InvitingOrganisation(Guid Id, Guid RootAccountId);

/// <summary>A first user: reach is the root, rights are all.</summary>
public sealed record InvitedUser(Guid Id, Guid OrganisationId, Guid AccountId, string UserName, string Email, string Name, DateTimeOffset At);

/// <summary>What a one-time link is for. Stored by number.</summary>
public enum LinkPurpose
{
    Invitation = 1,
}

public sealed record NewLink(Guid Id, Guid UserId, LinkPurpose Purpose, string TokenHash, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <summary>The user behind a link.</summary>
public sealed record LinkOwner
{
    public required Guid UserId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string UserName { get; init; }
    public required string Email { get; init; }
    public required string Name { get; init; }
}
