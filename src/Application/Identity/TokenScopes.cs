using Connect.Domain.Users;

namespace Connect.Application.Identity;

/// <summary>
/// What a personal token may be for. A scope is a few rights; a call has those of them that the user has at that moment, and never more.
/// </summary>
public static class TokenScopes
{
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<Right>> All = new Dictionary<string, IReadOnlyList<Right>>
    {
        ["read"] = [Right.ViewAccounts, Right.ViewSubscriptions, Right.ViewInvoices],
        ["manage-accounts"] = [Right.ViewAccounts, Right.ManageAccounts],
        ["manage-services"] = [Right.ViewSubscriptions, Right.ManageSubscriptions],
        ["sim-secrets"] = [Right.ViewSubscriptions, Right.ViewSimSecrets],
        ["place-orders"] = [Right.ViewSubscriptions, Right.PlaceOrders],
        ["reports"] = [Right.ViewSubscriptions, Right.ViewInvoices, Right.RunReports],
        ["called-numbers"] = [Right.ViewCalledNumbers],
        ["tickets"] = [Right.ManageTickets],
        ["manage-users"] = [Right.ManageUsers],
    };

    /// <summary>Those that give the user anything that <c>read</c> does not.</summary>
    public static IEnumerable<string> For(IReadOnlySet<Right> rights) =>
        All.Where(scope => scope.Key == "read" ? scope.Value.Any(rights.Contains) : rights.Contains(scope.Value[^1])).Select(scope => scope.Key);

    public static IReadOnlySet<Right> RightsOf(IEnumerable<string> scopes) => scopes.Where(All.ContainsKey).SelectMany(scope => All[scope]).ToHashSet();
}
