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
        EXISTS (SELECT 1 FROM IncidentService x JOIN Subscription s ON s.Id = x.SubscriptionId WHERE x.IncidentId = i.Id AND {IsSeen})
        """;

    /// <summary>Everybody is told of it, or the reader sees one of the services that it names.</summary>
    public const string IsTold = $"(i.IsOpen = 1 OR {NamesSeen})";

    /// <summary>A service of its kinds is seen: where it has an area one in a town of it, else any.</summary>
    public const string KindSeen = $"""
        (i.HasKinds = 1 AND ((i.Geometry IS NULL AND EXISTS (SELECT 1 FROM IncidentServiceKind k JOIN Subscription s ON s.Kind = k.Kind WHERE k.IncidentId = i.Id AND {IsSeen}))
            OR EXISTS (SELECT 1 FROM IncidentServiceKind k CROSS JOIN IncidentTown w JOIN Subscription s ON s.Kind = k.Kind AND s.InstallationCity = w.Name
                WHERE k.IncidentId = i.Id AND w.IncidentId = i.Id AND {IsSeen})))
        """;

    /// <summary>It touches this service.</summary>
    public const string Touches = """
        (EXISTS (SELECT 1 FROM IncidentService x WHERE x.IncidentId = i.Id AND x.SubscriptionId = s.Id)
            OR (EXISTS (SELECT 1 FROM IncidentServiceKind k WHERE k.IncidentId = i.Id AND k.Kind = s.Kind)
                AND (i.Geometry IS NULL OR EXISTS (SELECT 1 FROM IncidentTown w WHERE w.IncidentId = i.Id AND w.Name = s.InstallationCity))))
        """;
}
