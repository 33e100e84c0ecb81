using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import.Files;

internal sealed class SimCardsFile(EntityWriter writer, DbSession db) : EntityFile(writer)
{
    private static readonly Stmt SelectStored = """
        SELECT c.Icc, c.State, o.ExternalId AS Organisation, s.ExternalId AS Subscription FROM SimCard c
        JOIN Organisation o ON o.Id = c.OrganisationId LEFT JOIN Subscription s ON s.Id = c.SubscriptionId
        """;

    private readonly Dictionary<string, (string Icc, long Line)> _active = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Organisation, long Line)> _given = new(StringComparer.Ordinal);

    public override string Name => Kinds.SimCards;
    public override string Description => "SIM cards and profiles. One without a subscription lies in the customer's stock. PIN and PUK are encrypted as they come in.";
    public override TableMap Table { get; } = new("SimCard", ["Id"],
        ["OrganisationId", "SubscriptionId", "Icc", "Imsi", "ProtectedPin", "ProtectedPuk", "Form", "State"], hasVersion: true);

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Icc("icc", "The card's number; it is its id.").Required().In("Icc"),
        Column.Organisation().In("OrganisationId"),
        Column.Reference("subscription", Kinds.Subscriptions, "The service it belongs to; empty in stock.").In("SubscriptionId"),
        Column.Of("imsi", "IMSI, 15 digits", "The subscriber's identity on the card.", FieldReaders.Imsi).In("Imsi"),
        Column.Of("pin", "4 to 8 digits", "PIN as delivered.", FieldReaders.Pin).In("ProtectedPin").Secret(),
        Column.Of("puk", "4 to 8 digits", "PUK.", FieldReaders.Pin).In("ProtectedPuk").Secret(),
        Column.Choice<SimForm>("form", "A card or a profile in the device; physical unless given.").In("Form"),
        Column.Choice<SimCardState>("state", "Where it stands. A subscription has at most one active card.").Required().In("State"),
    ];

    protected override string KeyColumn => "icc";

    public override void Derive(StoredRow row) => row["Form"] ??= (long)SimForm.Physical;

    protected override string? KeyOf(ImportRow row) => row.Text("icc");

    protected override void CheckRow(Load load, string file, ImportRow row)
    {
        _given[row.Text("icc")!] = (row.Text("organisation")!, row.Line);
        if (row["state"] is not (long)SimCardState.Active) return;
        if (row.Text("subscription") is not { } subscription) load.Problems.Add(file, row.Line, "subscription", "ActiveCardLoose");
        else if (!_active.TryAdd(References.Key(Kinds.Subscriptions, row.Text("organisation"), subscription), (row.Text("icc")!, row.Line)))
            load.Problems.Add(file, row.Line, "subscription", "ActiveCardTwice", _active[References.Key(Kinds.Subscriptions, row.Text("organisation"), subscription)].Icc);
    }

    protected override async Task CheckAllAsync(Load load, string file, CancellationToken cancellation)
    {
        if (_given.Count == 0) return;
        await foreach (var card in db.StreamAsync<StoredCard>(SelectStored, null, cancellation))
        {
            if (_given.TryGetValue(card.Icc, out var given))
            {
                if (given.Organisation != card.Organisation) load.Problems.Add(file, given.Line, "organisation", "OtherOrganisation");
            }
            else if (card is { State: (int)SimCardState.Active, Subscription: { } subscription } && _active.TryGetValue(References.Key(Kinds.Subscriptions, card.Organisation, subscription), out var other))
            {
                load.Problems.Add(file, other.Line, "subscription", "ActiveCardTwice", card.Icc);
            }
        }
    }

    // A card gives up its service before another takes its place.
    protected override IEnumerable<ImportRow> Ordered(IEnumerable<ImportRow> rows) =>
        rows.Where(r => r["state"] is not (long)SimCardState.Active).Concat(rows.Where(r => r["state"] is (long)SimCardState.Active));

    private sealed record StoredCard
    {
        public required string Icc { get; init; }
        public required int State { get; init; }
        public required string Organisation { get; init; }
        public string? Subscription { get; init; }
    }
}
