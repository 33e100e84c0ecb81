namespace Connect.Application.Messages;

/// <summary>Which mails users want, and whom to send one to.</summary>
public interface IUserNotices
{
    /// <summary>What the user has turned off.</summary>
    Task<IReadOnlyList<UserNotice>> OffAsync(Guid userId, CancellationToken cancellation);

    /// <summary>Turns exactly these off.</summary>
    Task SetOffAsync(Guid userId, IReadOnlyList<UserNotice> off, CancellationToken cancellation);

    /// <summary>
    /// The user as such a mail speaks to them; null when it is turned off, when the user is not active, lacks the rights that the notice needs, or does not reach the account.
    /// </summary>
    Task<NoticeReader?> ReaderAsync(Guid userId, UserNotice notice, Guid accountId, CancellationToken cancellation);
}

/// <summary>Whom a mail goes to.</summary>
public sealed record NoticeReader
{
    public required Guid UserId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }

    /// <summary><c>sv</c> or <c>en</c>.</summary>
    public required string Language { get; init; }
}
