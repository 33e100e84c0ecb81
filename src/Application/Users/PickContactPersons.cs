using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;

namespace Connect.Application.Users;

/// <summary>Contact persons of accounts within the reach, to choose among when a user is made; in the order of names.</summary>
/// <param name="Text">A part of a name or an e-mail address, as typed so far; nothing: the first by name.</param>
[Requires(Right.ManageUsers)]
public sealed record PickContactPersons(string? Text) : IQuery<ContactPersonHits>
{
    /// <summary>Hits that are told.</summary>
    public const int Most = 30;
}

/// <param name="HasMore">There are more than are told.</param>
public sealed record ContactPersonHits(IReadOnlyList<ContactPersonHit> Hits, bool HasMore);

/// <summary>A contact person to choose.</summary>
public sealed record ContactPersonHit
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public string? Email { get; init; }

    /// <summary>E.164.</summary>
    public string? Phone { get; init; }

    /// <summary>Number and name of the person's account.</summary>
    public required string AccountNumber { get; init; }

    public required string AccountName { get; init; }

    /// <summary>The user name of whoever logs in as this person; null when nobody does.</summary>
    public string? UserName { get; init; }
}
