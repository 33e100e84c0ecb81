using Connect.Domain.Network;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Network;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import.Files;

internal sealed class IncidentsFile(EntityWriter writer, DbSession db) : EntityFile(writer)
{
    private const int TitleLength = 200, TextLength = 4000;
    private static readonly Stmt DeleteTowns = "DELETE FROM IncidentTown WHERE IncidentId = @id";

    public override string Name => Kinds.Incidents;
    public override string Extension => ImportSources.GeoJson;

    public override string Description =>
        "Outages and planned work (driftinformation), shown to all customers until seven days after they are over. `geometry` is a Point, MultiPoint, Polygon or MultiPolygon, or null. "
        + "One that names services and has neither a geometry nor kinds nor mobile networks is shown only to those who see one of the services. Of the services that an incident touches everybody is shown their own.";

    public override TableMap Table { get; } = new("Incident", ["Id"],
        ["ExternalId", "Kind", "Severity", "Title", "Text", "StartsAt", "ExpectedEndAt", "EndedAt", "OverAt", "IsPrivate", "IsOpen", "HasServices", "HasKinds", "HasNetworks", "HasUpdates", "Geometry"], hasVersion: true);

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Id("Your id of the incident; the feature's `id` or a property."),
        Column.Choice<IncidentKind>("kind", "Something that does not work, or work that was announced.").Required().In("Kind"),
        Column.Choice<IncidentSeverity>("severity", "Minor: services work, perhaps more slowly. Major: they are disturbed. Critical: they do not work.").Required().In("Severity"),
        Column.Text("title", TitleLength, "In a few words.").Required().In("Title"),
        Column.Of("text", $"text of several lines, at most {TextLength}", "What has happened or will be done; nothing in it is markup.", text => FieldReaders.Lines(text, TextLength)).Required().In("Text"),
        Column.Instant("startsAt", "When it began or will begin.").Required().In("StartsAt"),
        Column.Instant("expectedEndAt", "When it should be over; not before it begins. Planned work is taken to be over then.").In("ExpectedEndAt"),
        Column.Instant("endedAt", "When it was over, also of planned work that was called off; empty as long as it is not.").In("EndedAt"),
        IncidentColumns.Updates(),
        IncidentColumns.Services(),
        IncidentColumns.List(Column.Choice<SubscriptionKind>("serviceKinds", "Kinds of service that it touches: of those with an installation address the ones in a town within the area or nearest to the point, and without a geometry all of them."), new("IncidentServiceKind", "IncidentId", "Kind")).In("HasKinds"),
        IncidentColumns.List(IncidentColumns.Generation("mobileNetworks", "The mobile networks that it is in. Without a geometry, kinds and services it touches every service with a SIM card."), new("IncidentMobileNetwork", "IncidentId", "Generation")).In("HasNetworks"),
        Column.Boolean("isPrivate", "True shows it only to those who see one of the services that it names. False unless given.").In("IsPrivate"),
        Column.Boolean("isRemoved", "True takes the incident away. False unless given."),
        IncidentColumns.Geometry("Where it is; null where that cannot be said.").In("Geometry"),
    ];

    public override bool IsRemoval(ImportRow row) => row["isRemoved"] is true;

    protected override string? KeyOf(ImportRow row) => row.Text("id");

    protected override void CheckRow(Load load, string file, ImportRow row)
    {
        var time = new IncidentTime((IncidentKind)(long)row["kind"]!, (DateTimeOffset)row["startsAt"]!, row["expectedEndAt"] as DateTimeOffset?, row["endedAt"] as DateTimeOffset?);
        if (time.Problem is { } problem) load.Problems.Add(file, row.Line, problem == "IncidentEnd" ? "endedAt" : "expectedEndAt", problem);
        if (row["isPrivate"] is true && row.List("services").Count == 0 && row.Has("services")) load.Problems.Add(file, row.Line, "isPrivate", "IncidentPrivate");
    }

    public override void Derive(StoredRow row)
    {
        foreach (var flag in new[] { "IsPrivate", "HasServices", "HasKinds", "HasNetworks", "HasUpdates" }) row[flag] ??= false;
        var kind = (IncidentKind)Convert.ToInt32(row["Kind"], null);
        row["OverAt"] = row["EndedAt"] ?? (kind == IncidentKind.PlannedWork ? row["ExpectedEndAt"] : null);
        row["IsOpen"] = !Is(row, "IsPrivate") && (row["Geometry"] is not null || Is(row, "HasKinds") || Is(row, "HasNetworks") || !Is(row, "HasServices"));
    }

    public override async Task AfterWriteAsync(StoredRow row, CancellationToken cancellation)
    {
        if (!row.Differs("Geometry")) return;
        var id = row.Id("Id");
        await db.ExecuteAsync(DeleteTowns, new { id }, cancellation);
        if (row["Geometry"] is not string geometry) return;
        await db.InsertManyAsync("IncidentTown", ["IncidentId", "Name"], Localities.At(GeoJson.Parse(geometry)).Select(town => (IReadOnlyList<object?>)[id, town]), cancellation);
    }

    private static bool Is(StoredRow row, string flag) => StoredRow.Canonical(row[flag]) == "1";
}
