namespace Connect.Domain.Users;

/// <summary>Rights that do nothing alone: what they allow stands on pages, or in reports, that another right opens.</summary>
public static class RightNeeds
{
    private static readonly Dictionary<Right, Right> All = new()
    {
        [Right.ManageAccounts] = Right.ViewAccounts,
        [Right.ManageSubscriptions] = Right.ViewSubscriptions,
        [Right.ViewSimSecrets] = Right.ViewSubscriptions,
        [Right.ViewCalledNumbers] = Right.RunReports,
    };

    /// <summary>The right without which this one does nothing; null where it stands for itself.</summary>
    public static Right? Of(Right right) => All.TryGetValue(right, out var needed) ? needed : null;

    /// <summary>Those that do nothing among the others, each with the one that it needs; in the order of the list of rights.</summary>
    public static IEnumerable<(Right Right, Right Needed)> Lacking(IReadOnlySet<Right> rights) =>
        from pair in All where rights.Contains(pair.Key) && !rights.Contains(pair.Value) orderby pair.Key select (pair.Key, pair.Value);
}
