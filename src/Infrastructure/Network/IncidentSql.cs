namespace Connect.Infrastructure.Network;

/// <summary>What incidents touch, once for every statement that asks: <c>i</c> is the incident, <c>s</c> the service.</summary>
internal static class IncidentSql
{
    public const string Columns = "i.Id, i.Kind, i.Severity, i.Title, i.Text, i.StartsAt, i.ExpectedEndAt, i.EndedAt, i.HasServices, i.HasKinds, i.HasNetworks, i.HasUpdates, i.Geometry";

    /// <summary>The service is in use, within the reach, and shown in the portal.</summary>
    public const string IsSeen = """
        s.OrganisationId = @organisationId AND s.IsHidden = 0 AND s.Status IN (2, 3, 4)
        AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = s.AccountId)
        """;

    /// <summary>One of the services that it names is seen.</summary>
    public const string NamesSeen = $"""
        (i.HasServices = 1 AND EXISTS (SELECT 1 FROM IncidentService x CROSS JOIN Subscription s WHERE x.IncidentId = i.Id AND s.Id = x.SubscriptionId AND {IsSeen}))
        """;

    /// <summary>Everybody is told of it, or the reader sees one of the services that it names.</summary>
    public const string IsTold = $"(i.IsOpen = 1 OR {NamesSeen})";

    // Where a card is nobody knows: a mobile network that is disturbed in an area touches no service that could be told, one that is disturbed
    // everywhere touches all of them, unless the incident says itself which.
    private const string InMobileNetwork = "i.HasNetworks = 1 AND i.Geometry IS NULL AND i.HasKinds = 0 AND i.HasServices = 0";

    /// <summary>Has a SIM card, as <see cref="Domain.Subscriptions.SubscriptionKinds.HasSim"/> says.</summary>
    private const string HasSim = "s.Kind IN (3, 4, 5)";

    /// <summary>A service of its kinds is seen: where it has an area one in a town of it, by either end of a line, else any; or one with a SIM card when a mobile network is disturbed everywhere.</summary>
    /// <remarks>Which kinds are seen at all is asked once, <see cref="SelectKinds"/>, and not of each incident: to see none of a kind is to look at each service of it.</remarks>
    public const string KindSeen = $"""
        ((i.HasKinds = 1 AND i.Geometry IS NULL AND EXISTS (SELECT 1 FROM IncidentServiceKind k WHERE k.IncidentId = i.Id AND k.Kind IN @kindsSeen))
            OR (i.HasKinds = 1 AND i.Geometry IS NOT NULL AND EXISTS (SELECT 1 FROM IncidentServiceKind k CROSS JOIN IncidentTown w CROSS JOIN Subscription s
                WHERE k.IncidentId = i.Id AND k.Kind IN @kindsSeen AND w.IncidentId = i.Id AND s.Kind = k.Kind AND s.InstallationCity = w.Name AND {IsSeen}))
            OR (i.HasKinds = 1 AND i.Geometry IS NOT NULL AND EXISTS (SELECT 1 FROM IncidentServiceKind k CROSS JOIN IncidentTown w CROSS JOIN Subscription s
                WHERE k.IncidentId = i.Id AND k.Kind IN @kindsSeen AND w.IncidentId = i.Id AND s.Kind = k.Kind AND s.OtherEndCity = w.Name AND {IsSeen}))
            OR ({InMobileNetwork} AND @seesSim = 1))
        """;

    /// <summary>The kinds of which a service is seen by who sees the whole organisation: a look for each kind.</summary>
    public const string SelectKinds = """
        SELECT k.Kind FROM (SELECT 1 AS Kind UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6) k
        WHERE EXISTS (SELECT 1 FROM Subscription s WHERE s.OrganisationId = @organisationId AND s.Kind = k.Kind AND s.IsHidden = 0 AND s.Status IN (2, 3, 4))
        """;

    /// <summary>The same for who sees a part of it: from the accounts of the reach.</summary>
    public const string SelectKindsBelow = """
        SELECT DISTINCT s.Kind FROM AccountTree t CROSS JOIN Subscription s
        WHERE t.AncestorId = @reachId AND s.AccountId = t.DescendantId AND s.OrganisationId = @organisationId AND s.IsHidden = 0 AND s.Status IN (2, 3, 4)
        """;

    /// <summary>It touches this service.</summary>
    public const string Touches = $"""
        (EXISTS (SELECT 1 FROM IncidentService x WHERE x.IncidentId = i.Id AND x.SubscriptionId = s.Id)
            OR (EXISTS (SELECT 1 FROM IncidentServiceKind k WHERE k.IncidentId = i.Id AND k.Kind = s.Kind)
                AND (i.Geometry IS NULL OR EXISTS (SELECT 1 FROM IncidentTown w WHERE w.IncidentId = i.Id AND w.Name IN (s.InstallationCity, s.OtherEndCity))))
            OR ({InMobileNetwork} AND {HasSim}))
        """;
}
