using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>
/// The ids of everything that rows can refer to, by the operator's own: what the database has, and what the load adds.
/// A row outside the catalogue belongs to an organisation, and its key starts with that one's id.
/// </summary>
internal sealed class References(DbSession db)
{
    private const int AtOnce = 500;
    private static readonly Stmt OfAccounts = "SELECT o.ExternalId AS Organisation, x.ExternalId, x.Id FROM Account x JOIN Organisation o ON o.Id = x.OrganisationId";
    private static readonly Stmt OfContactPersons = "SELECT o.ExternalId AS Organisation, x.ExternalId, x.Id FROM ContactPerson x JOIN Organisation o ON o.Id = x.OrganisationId";
    private static readonly Stmt OfUsers = "SELECT o.ExternalId AS Organisation, x.ExternalId, x.Id FROM PortalUser x JOIN Organisation o ON o.Id = x.OrganisationId";
    private static readonly Stmt OfAgreements = "SELECT o.ExternalId AS Organisation, x.ExternalId, x.Id FROM Agreement x JOIN Organisation o ON o.Id = x.OrganisationId";
    private static readonly Stmt OfSubscriptions = "SELECT o.ExternalId AS Organisation, x.ExternalId, x.Id FROM Subscription x JOIN Organisation o ON o.Id = x.OrganisationId";
    private static readonly Stmt OfInvoices = "SELECT o.ExternalId AS Organisation, x.ExternalId, x.Id FROM Invoice x JOIN Organisation o ON o.Id = x.OrganisationId";
    private static readonly Stmt OfOrders = """
        SELECT o.ExternalId AS Organisation, x.ExternalId, x.Id FROM CustomerOrder x JOIN Organisation o ON o.Id = x.OrganisationId WHERE x.IsLoaded = 1
        """;

    private static readonly Stmt OfHandsets = """
        SELECT CONCAT(o.ExternalId, '/', s.ExternalId) AS Organisation, x.ExternalId, x.Id FROM Handset x
        JOIN Subscription s ON s.Id = x.SubscriptionId JOIN Organisation o ON o.Id = s.OrganisationId
        """;

    private static readonly Stmt OfTickets = "SELECT o.ExternalId AS Organisation, x.ExternalId, x.Id FROM Ticket x JOIN Organisation o ON o.Id = x.OrganisationId";
    private static readonly Stmt OfTicketMessages = """
        SELECT CONCAT(o.ExternalId, '/', k.ExternalId) AS Organisation, x.ExternalId, x.Id FROM TicketMessage x
        JOIN Ticket k ON k.Id = x.TicketId JOIN Organisation o ON o.Id = k.OrganisationId
        """;

    private static readonly Dictionary<string, Stmt> Selects = new()
    {
        [Kinds.Organisations] = "SELECT NULL AS Organisation, ExternalId, Id FROM Organisation",
        [Kinds.Categories] = "SELECT NULL AS Organisation, ExternalId, Id FROM Category",
        [Kinds.Products] = "SELECT NULL AS Organisation, ExternalId, Id FROM Product",
        [Kinds.DataPackages] = "SELECT NULL AS Organisation, ExternalId, Id FROM DataPackage",
        [Kinds.PriceLists] = "SELECT NULL AS Organisation, ExternalId, Id FROM PriceList",
        [Kinds.AddOns] = "SELECT NULL AS Organisation, ExternalId, Id FROM AddOn",
        [Kinds.SimCards] = "SELECT NULL AS Organisation, Icc AS ExternalId, Id FROM SimCard",
        [Kinds.Accounts] = OfAccounts,
        [Kinds.ContactPersons] = OfContactPersons,
        [Kinds.Users] = OfUsers,
        [Kinds.Agreements] = OfAgreements,
        [Kinds.Subscriptions] = OfSubscriptions,
        [Kinds.Handsets] = OfHandsets,
        [Kinds.Invoices] = OfInvoices,
        [Kinds.Orders] = OfOrders,
        [Kinds.Tickets] = OfTickets,
        [Kinds.TicketMessages] = OfTicketMessages,
        [Kinds.Coverage] = "SELECT NULL AS Organisation, ExternalId, Id FROM CoverageArea",
        [Kinds.Incidents] = "SELECT NULL AS Organisation, ExternalId, Id FROM Incident",
    };

    private const char Between = '\u001f';
    private static readonly HashSet<string> OfAll = [Kinds.Organisations, Kinds.Categories, Kinds.Products, Kinds.DataPackages, Kinds.PriceLists, Kinds.AddOns, Kinds.SimCards, Kinds.Incidents, Kinds.Coverage];
    // For a single record: a load reads all of them at once.
    private static readonly Dictionary<string, Stmt> Narrowed = Selects.ToDictionary(pair => pair.Key, pair => new Stmt(Only(pair.Value.Sqlite), Only(pair.Value.SqlServer)));
    private readonly Dictionary<string, Dictionary<string, Guid>> _known = [];

    /// <summary>The key of a row of that kind.</summary>
    public static string Key(string kind, string? organisation, string id) => OfAll.Contains(kind) ? id : $"{organisation}{Between}{id}";

    /// <summary>True for a value that says of itself what its row does not: the organisation.</summary>
    public static bool IsWhole(string value) => value.Contains(Between, StringComparison.Ordinal);

    /// <summary>A key for people.</summary>
    public static string Shown(string value) => value.Replace(Between, '/');

    /// <summary>Reads what the database has of the kind, once.</summary>
    public async Task LoadAsync(string kind, CancellationToken cancellation)
    {
        if (_known.ContainsKey(kind) || !Selects.TryGetValue(kind, out var select)) return;
        var rows = await ReadAsync<Row>(select, Narrowed[kind], cancellation);
        _known[kind] = rows.ToDictionary(row => Key(kind, row.Organisation, row.ExternalId), row => row.Id, StringComparer.Ordinal);
    }

    /// <summary>Nothing but these ids will be asked for.</summary>
    public void NarrowTo(IReadOnlyList<string> ids) => Ids = ids;

    /// <summary>The ids and numbers in a single record; null for a load.</summary>
    public IReadOnlyList<string>? Ids { get; private set; }

    /// <summary>Of a load all there is, of a single record what it names.</summary>
    /// <param name="some">The same with <c>IN @ids</c>: as often as the ids are more than a statement can hold.</param>
    public async Task<IReadOnlyList<T>> ReadAsync<T>(Stmt all, Stmt some, CancellationToken cancellation)
    {
        if (Ids is null) return await db.ListAsync<T>(all, null, cancellation);
        var rows = new List<T>();
        foreach (var ids in Ids.Chunk(AtOnce)) rows.AddRange(await db.ListAsync<T>(some, new { ids }, cancellation));
        return rows;
    }

    public Guid? Find(string kind, string key) => _known[kind].TryGetValue(key, out var id) ? id : null;

    /// <summary>The id that the key has, or gets now.</summary>
    public Guid Claim(string kind, string key) => Find(kind, key) ?? (_known[kind][key] = Guid.CreateVersion7());

    private static string Only(string select) => $"SELECT q.Organisation, q.ExternalId, q.Id FROM ({select}) q WHERE q.ExternalId IN @ids";

    private sealed record Row
    {
        public string? Organisation { get; init; }
        public required string ExternalId { get; init; }
        public required Guid Id { get; init; }
    }
}
