using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;

namespace Connect.Application.Accounts;

/// <summary>The account tree from the top of the user's reach, opened down to and including one account.</summary>
/// <param name="Open">Number of the account to open; null, or one that does not exist for the user: the top.</param>
/// <param name="Skip">How many of those below it to pass over.</param>
[Requires(Right.ViewAccounts)]
public sealed record GetAccountTree(string? Open, int Skip = 0) : IQuery<AccountNode>;

/// <summary>The accounts right below one, a portion at a time.</summary>
/// <param name="Number">The account above.</param>
/// <param name="Skip">How many have been shown.</param>
/// <exception cref="Common.Errors.NotFoundException">There is no such account within the reach.</exception>
[Requires(Right.ViewAccounts)]
public sealed record GetAccountBranch(string Number, int Skip = 0) : IQuery<AccountNode>
{
    /// <summary>Accounts in one portion.</summary>
    public const int Portion = 100;
}

/// <summary>An account in the tree.</summary>
public sealed record AccountNode
{
    public required string Number { get; init; }

    /// <summary>Alias, or name.</summary>
    public required string DisplayName { get; init; }

    /// <summary>1 for the top of the reach.</summary>
    public required int Level { get; init; }

    /// <summary>Its place among those below the same account, from 1.</summary>
    public int Position { get; init; } = 1;

    /// <summary>How many lie right below it.</summary>
    public required int ChildCount { get; init; }

    /// <summary>Those that are shown; empty when it is not opened.</summary>
    public IReadOnlyList<AccountNode> Children { get; init; } = [];

    public bool IsOpen => Children.Count > 0;

    /// <summary>Where the next portion of those below begins; null when all are shown.</summary>
    public int? Next => IsOpen && Children[^1].Position < ChildCount ? Children[^1].Position : null;
}
