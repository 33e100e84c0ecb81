using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;

namespace Connect.Web.Components.Account;

/// <summary>How much of the tree a list on an account's page shows: this account, this and those below it, or all that the user reaches.</summary>
/// <param name="Key">In the address: <c>reach=below</c>.</param>
/// <param name="Text">Key of the text.</param>
public sealed record ReachChoice(string Key, string Text)
{
    private static readonly ReachChoice Only = new("only", "Accounts.Reach.Only"), Below = new("below", "Accounts.Reach.Below"),
        All = new("all", "Accounts.Reach.All"), Own = new("all", "Accounts.Reach.Own");

    /// <summary>The account itself: what is shown when nothing is chosen.</summary>
    public bool IsFirst => this == Only;

    public static IReadOnlyList<ReachChoice> For(ICurrentUser user) => [Only, Below, user.Reach.IsRoot ? All : Own];

    /// <summary>What the address asks for; the account itself when it asks for nothing known.</summary>
    public static ReachChoice Of(string? key, ICurrentUser user) => For(user).FirstOrDefault(choice => choice.Key == key) ?? Only;

    /// <summary>The same as lists are asked for it.</summary>
    public ListWithin? Within(string number) => Key switch { "all" => null, "below" => new(number, Below: true), _ => new(number, Below: false) };
}
