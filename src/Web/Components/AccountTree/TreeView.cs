using Connect.Application.Accounts;

namespace Connect.Web.Components.AccountTree;

/// <summary>The account tree as it is shown: the tree, or what was looked for in it.</summary>
/// <param name="Top">The top of the reach, opened; null when something is looked for.</param>
/// <param name="Hits">What was found; null when nothing is looked for.</param>
/// <param name="Text">What was looked for.</param>
public sealed record TreeView(AccountNode? Top, AccountHits? Hits, string? Text);
