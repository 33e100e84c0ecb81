using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;

namespace Connect.Application.Users;

/// <summary>Contact persons of accounts within the reach, to choose among when a user is made; in the order of names.</summary>
/// <param name="Text">A part of a name or an e-mail address, or an account's number; nothing: the first by name.</param>
[Requires(Right.ManageUsers)]
public sealed record PickContactPersons(string? Text) : IQuery<ContactPersonHits>
{
    /// <summary>Hits that are told.</summary>
    public const int Most = 30;

    private const string Between = " · ";

    /// <summary>What the form's field holds once one is chosen: enough to find the same one again.</summary>
    public static string Written(ContactPersonHit hit) => Written(hit.Name, hit.Email, hit.AccountNumber);

    /// <summary>The same of the person whom a user has.</summary>
    public static string Written(UserFacts user) => Written(user.Name, user.PersonEmail, user.PersonAccountNumber);

    /// <summary>What to look for in such a field: the account of the one who was chosen, where few are, or what was typed.</summary>
    public static string TextIn(string? field) => (field ?? "").Split(Between)[^1].Trim();

    /// <summary>What tells people of the same name apart.</summary>
    public static string Told(ContactPersonHit hit) =>
        string.Join(Between, new[] { hit.Email, $"{hit.AccountName} ({hit.AccountNumber})", hit.UserName }.OfType<string>());

    private static string Written(params IEnumerable<string?> parts) => string.Join(Between, parts.OfType<string>());
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

    /// <summary>The user name of whoever logs in as this person; null when nobody does whose reach lies within that of whoever asks.</summary>
    public string? UserName { get; init; }
}
