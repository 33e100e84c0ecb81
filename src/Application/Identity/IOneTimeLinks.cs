namespace Connect.Application.Identity;

/// <summary>One-time links by mail, by which a password is chosen. Stored hashed.</summary>
public interface IOneTimeLinks
{
    Task AddAsync(NewLink link, CancellationToken cancellation);

    /// <summary>Whose link it is, while it can be used and its user is active; else null.</summary>
    Task<LinkOwner?> FindAsync(LinkPurpose purpose, string tokenHash, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Uses the link up: true once, however many come at the same time.</summary>
    Task<bool> UseAsync(LinkPurpose purpose, string tokenHash, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Ends every link of the user: the password or the address that it was sent to has changed.</summary>
    Task EndAllAsync(Guid userId, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>How many of the kind the user was sent since.</summary>
    Task<int> CountAsync(LinkPurpose purpose, Guid userId, DateTimeOffset since, CancellationToken cancellation);
}

/// <summary>What a one-time link is for. Stored by number.</summary>
public enum LinkPurpose
{
    Invitation = 1,
    PasswordReset = 2,
}

public sealed record NewLink(Guid Id, Guid UserId, LinkPurpose Purpose, string TokenHash, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <summary>The user behind a link.</summary>
public sealed record LinkOwner
{
    public required Guid UserId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string OrganisationName { get; init; }
    public required string UserName { get; init; }
    public required string Email { get; init; }
    public required string Name { get; init; }
}
