using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;

namespace Connect.Application.Accounts;

/// <summary>Accounts within the reach whose alias, name or number holds the text, with the way down to each. In the order of names.</summary>
/// <param name="Text">Any text; nothing finds nothing.</param>
[Requires(Right.ViewAccounts)]
public sealed record SearchAccounts(string? Text) : IQuery<AccountHits>
{
    /// <summary>Hits that are told; with more there is nothing for it but to write more.</summary>
    public const int Most = 30;
}

/// <summary>
/// Accounts to choose among in a form. For whoever is logged in: an account's name and number stand in every list of what belongs to it,
/// and those who move a service or order one need not see the account overview.
/// </summary>
/// <param name="Text">As typed so far, or as <see cref="Written"/>; nothing: the first accounts by name. The account whose number stands there comes first.</param>
[Requires]
public sealed record PickAccounts(string? Text) : IQuery<AccountHits>
{
    /// <summary>What the form's field holds once one is chosen: number first, so that it can be typed as well.</summary>
    public static string Written(string number, string displayName) => $"{number} {displayName}";

    /// <summary>The number in such a field.</summary>
    public static string NumberIn(string? field) => (field ?? "").Trim().Split(' ', 2)[0];
}

/// <param name="HasMore">There are more than are told.</param>
public sealed record AccountHits(IReadOnlyList<AccountHit> Hits, bool HasMore);

/// <param name="Name">The name that the alias stands in place of; null without an alias.</param>
/// <param name="Path">Names of the accounts above it within the reach, from the top.</param>
public sealed record AccountHit(string Number, string DisplayName, string? Name, IReadOnlyList<string> Path)
{
    /// <summary>Number, and the name that the alias hides: what was typed may be in either.</summary>
    public string Detail => Name is null ? Number : $"{Number} · {Name}";
}
