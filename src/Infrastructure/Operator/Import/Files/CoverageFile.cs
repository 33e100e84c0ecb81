using Connect.Application.Operator;
using Connect.Domain.Network;
using Connect.Infrastructure.Network;

namespace Connect.Infrastructure.Operator.Import.Files;

internal sealed class CoverageFile(EntityWriter writer, Coverage coverage) : EntityFile(writer)
{
    private const int MostPositions = 200_000;
    private static readonly string Levels = string.Join(", ", Choices<CoverageLevel>.Names.Skip(1));
    private readonly HashSet<MobileGeneration> _touched = [];

    public override string Name => Kinds.Coverage;
    public override string Extension => ImportSources.GeoJson;

    public override string Description =>
        "Coverage of the mobile network: areas (Polygon or MultiPolygon) in which a network is at least so good. Areas may overlap, the best counts; where there is none there is no coverage. "
        + "What maps show is made lighter than what was loaded; what is told of a place is not.";

    public override TableMap Table { get; } = new("CoverageArea", ["Id"], ["ExternalId", "Generation", "Level", "West", "South", "East", "North", "Geometry"], hasVersion: true);

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Id("Your id of the area; the feature's `id` or a property."),
        IncidentColumns.Generation("network", "The mobile network.").Required().In("Generation"),
        Column.Of("level", Levels, "How good it is there: bastäckning, god or mycket god täckning.", Level).Required().In("Level"),
        Column.Boolean("isRemoved", "True takes the area away. False unless given."),
        IncidentColumns.Area("The area.", MostPositions).Required().In("Geometry"),
    ];

    public override bool IsRemoval(ImportRow row) => row["isRemoved"] is true;

    protected override string? KeyOf(ImportRow row) => row.Text("id");

    protected override void CheckRow(Load load, string file, ImportRow row) => _touched.Add((MobileGeneration)(long)row["network"]!);

    public override void Derive(StoredRow row)
    {
        // An area that becomes another network's is missing in the one it was in.
        if (row.Before("Generation") is { } before && row.Differs("Generation")) _touched.Add((MobileGeneration)Convert.ToInt32(before, null));
        if (!row.Differs("Geometry")) return;
        var box = GeoJson.Parse((string)row["Geometry"]!).Box;
        (row["West"], row["South"], row["East"], row["North"]) = (Coverage.Stored(box.West), Coverage.Stored(box.South), Coverage.Stored(box.East), Coverage.Stored(box.North));
    }

    public override async Task<ImportedFile> ApplyAsync(Load load, string file, long skip, CancellationToken cancellation)
    {
        var applied = await base.ApplyAsync(load, file, skip, cancellation);
        // A load that goes on may have been broken off between its areas and its layers.
        if (applied.Added + applied.Changed == 0 && skip == 0) return applied;
        foreach (var generation in _touched.Order())
        {
            var write = await coverage.MakeAsync(generation, cancellation);
            await load.Chunks.WriteAsync(file, applied.Rows, write, cancellation);
        }

        return applied;
    }

    private static FieldValue Level(string text) => Choices<CoverageLevel>.Read(text) is { Value: long and > 0 } read ? read : new(null, "NotOneOf", Levels);
}
