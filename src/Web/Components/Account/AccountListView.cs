using Connect.Web.Components.List;

namespace Connect.Web.Components.Account;

/// <summary>A list as a tab of an account's page, and the reach that was chosen for it.</summary>
public sealed record AccountListView(ListView List, ReachChoice Reach, IReadOnlyList<ReachChoice> Reaches)
{
    /// <summary>What the choice keeps of the address.</summary>
    public IEnumerable<KeyValuePair<string, string>> Hidden => List.Hidden().Where(part => part.Key != "reach");
}
