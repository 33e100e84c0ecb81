using System.Text.Json;
using Connect.Application.Common.Ports;
using Connect.Application.Operator;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Tests.Operator;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Network;

public abstract class IncidentImportTests(DatabaseEngine engine)
{
    private const string File = "incidents.geojson";
    private const string Facts = "\"kind\":\"outage\",\"severity\":\"minor\",\"title\":\"Avbrott\",\"text\":\"Nere.\",\"startsAt\":\"2026-03-09T06:40:00Z\"";
    private const string Town = """{"type":"Polygon","coordinates":[[[14.8,59.1],[15.6,59.1],[15.6,59.5],[14.8,59.5],[14.8,59.1]]]}""";
    private readonly DatabaseEngine _engine = Engines.Available(engine);

    [Fact, Covers("DASH-2", "imports (GeoJSON)"), Covers("OPS-1", "incidents (GeoJSON)")]
    public async Task Incidents_are_stored_with_all_that_hangs_on_them_and_loaded_again_change_nothing()
    {
        await using var world = await LoadedAsync();
        (await world.AskAsync<int>("SELECT COUNT(*) FROM Incident")).ShouldBe(3);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM IncidentUpdate")).ShouldBe(2);
        (await world.AskAsync<string>("SELECT s.UserName FROM IncidentService x JOIN Subscription s ON s.Id = x.SubscriptionId")).ShouldBe("Förrådet, Gatukontoret");
        (await world.AskAsync<int>("SELECT COUNT(*) FROM IncidentTown WHERE Name = 'Örebro'")).ShouldBe(2, "in an area and at a point");
        (await world.AskAsync<int>("SELECT COUNT(*) FROM IncidentMobileNetwork WHERE Generation = 4")).ShouldBe(1);
        (await world.AskAsync<string>("SELECT Text FROM Incident WHERE ExternalId = 'D1'")).ShouldBe("En fiberkabel är avgrävd.\nMontör är på väg.");
        var before = await world.DumpAsync();
        (await world.SampleAsync()).HasChanges.ShouldBeFalse();
        (await world.DumpAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task What_is_left_out_stays_what_is_empty_empties_and_what_moves_has_other_towns()
    {
        await using var world = await LoadedAsync();
        (await LoadAsync(world, Feature($$"""{{Facts}}""", id: "P1", geometry: null))).Files[0].Changed.ShouldBe(1);
        (await world.AskAsync<string>("SELECT Title FROM Incident WHERE ExternalId = 'P1'")).ShouldBe("Avbrott");
        (await world.AskAsync<int>("SELECT COUNT(*) FROM IncidentTown t JOIN Incident i ON i.Id = t.IncidentId WHERE i.ExternalId = 'P1'")).ShouldBeGreaterThan(0, "the geometry was not given");
        (await world.AskAsync<int>("SELECT COUNT(*) FROM IncidentMobileNetwork")).ShouldBe(2);

        (await LoadAsync(world, Feature($$"""{{Facts}},"mobileNetworks":[],"serviceKinds":null""", id: "P1", geometry: "null"))).Files[0].Changed.ShouldBe(1);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM IncidentTown t JOIN Incident i ON i.Id = t.IncidentId WHERE i.ExternalId = 'P1'")).ShouldBe(0);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM IncidentMobileNetwork")).ShouldBe(0);

        (await LoadAsync(world, Feature($$"""{{Facts}},"isRemoved":true""", id: "D1", geometry: null))).Files[0].Changed.ShouldBe(1);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM Incident")).ShouldBe(2);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM IncidentUpdate")).ShouldBe(0);
    }

    [Fact]
    public async Task What_names_services_alone_is_open_to_nobody_else_and_planned_work_ends_as_expected()
    {
        await using var world = await LoadedAsync();
        await LoadAsync(world, Feature($$"""{{Facts}},"services":[{"organisation":"O1","subscription":"S4"}]""", id: "A"), Feature($$"""{{Facts}},"services":[{"organisation":"O1","subscription":"S4"}]""", id: "B", geometry: Town),
            Feature($$"""{{Facts}},"services":[{"organisation":"O1","subscription":"S4"},{"organisation":"O1","subscription":"S4"}],"isPrivate":true""", id: "C", geometry: Town), Feature(Facts, id: "E"));
        foreach (var (id, isOpen) in new[] { ("A", 0), ("B", 1), ("C", 0), ("E", 1) })
            (await world.AskAsync<int>($"SELECT CASE WHEN IsOpen = 1 THEN 1 ELSE 0 END FROM Incident WHERE ExternalId = '{id}'")).ShouldBe(isOpen, id);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM Incident WHERE OverAt = ExpectedEndAt")).ShouldBe(2);
    }

    [Theory]
    [InlineData("", "1  NotJson")]
    [InlineData("[]", "1  NotFeatureCollection")]
    [InlineData("""{"type":"Feature"}""", "1  NotFeatureCollection")]
    [InlineData("""{"type":"FeatureCollection"}""", "1  NotFeatureCollection")]
    [InlineData("""{"type":"FeatureCollection","features":{}}""", "1  NotFeatureCollection")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{""", "1  NotJson")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Point"}]}""", "1  NotFeature")]
    [InlineData("""{"type":"FeatureCollection","features":[7]}""", "1  NotFeature")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","id":"A","properties":null,"geometry":null}]}""",
        "1 properties NotProperties;1 kind ColumnMissing;1 severity ColumnMissing;1 title ColumnMissing;1 text ColumnMissing;1 startsAt ColumnMissing")]
    public async Task A_file_that_is_none_is_named_and_changes_nothing(string text, string problems)
    {
        await using var world = new ImportWorld(_engine);
        Told(await world.LoadAsync((File, text))).ShouldBe(problems);
    }

    [Theory]
    [InlineData("\"title\":{\"sv\":\"Avbrott\"}", "1 title RecordNotValue")]
    [InlineData("\"title\":\"\"", "1 title Required")]
    [InlineData("\"title\":\"A\\ud800\"", "1 title RecordNotValue")]
    [InlineData("\"mobileNetworks\":[[1]]", "1 mobileNetworks RecordNotValue")]
    [InlineData("\"updates\":\"nyss\"", "1 updates RecordNotObjects")]
    [InlineData("\"updates\":[{\"at\":\"2026-03-09T06:40:00Z\"}]", "1 updates FieldMissing")]
    [InlineData("\"updates\":[{\"at\":\"nyss\",\"text\":\"Hej\"}]", "1 updates NotInstant")]
    [InlineData("\"updates\":[{\"at\":\"2026-03-09T06:40:00Z\",\"text\":{}}]", "1 updates RecordNotValue")]
    [InlineData("\"services\":[{\"organisation\":\"O1\"}]", "1 services FieldMissing")]
    [InlineData("\"services\":[{\"organisation\":\"O2\",\"subscription\":\"S4\"}]", "1 services Reference")]
    [InlineData("\"services\":[],\"isPrivate\":true", "1 isPrivate IncidentPrivate")]
    [InlineData("\"geometry\":null", "1 geometry ColumnUnknown")]
    [InlineData("\"endedAt\":\"2026-03-08T06:40:00Z\"", "1 endedAt IncidentEnd")]
    public async Task What_is_wrong_with_a_feature_is_told_by_its_number_and_property(string property, string problem)
    {
        await using var world = await LoadedAsync();
        var before = await world.DumpAsync();
        var name = property.Split('"')[1];
        var facts = string.Join(',', Facts.Split(',').Where(fact => !fact.StartsWith($"\"{name}\"", StringComparison.Ordinal)));
        Told(await LoadAsync(world, Feature($"{facts},{property}", geometry: null))).ShouldBe(problem);
        (await world.DumpAsync()).ShouldBe(before);
    }

    [Fact, Covers("OPS-2", "incidents one at a time, as a feature or as plain properties")]
    public async Task One_is_told_by_the_integration_API_as_a_feature_or_as_its_properties()
    {
        await using var world = await LoadedAsync();
        await using var integration = new TestScope(world.Database, caller: TestScope.Operator("integration"));
        async Task<ImportReport> StoreAsync(string record)
        {
            using var json = JsonDocument.Parse(record);
            return await integration.SendAsync(new StoreRecord("incidents", json.RootElement.Clone()));
        }

        (await StoreAsync($$"""{"id":"A",{{Facts}},"services":[{"organisation":"O1","subscription":"S4"}],"geometry":{{Town}}}""")).Files[0].Added.ShouldBe(1);
        (await StoreAsync(Feature($$"""{{Facts}},"services":[{"organisation":"O1","subscription":"S4"}]""", geometry: Town))).HasChanges.ShouldBeFalse();
        (await StoreAsync($$"""{"id":"A",{{Facts}},"endedAt":"2026-03-09T08:00:00Z"}""")).Files[0].Changed.ShouldBe(1);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM Incident WHERE ExternalId = 'A' AND Geometry IS NOT NULL AND OverAt IS NOT NULL")).ShouldBe(1);
        Told(await StoreAsync($$"""{"id":"A",{{Facts}},"colour":"red"}""")).ShouldBe("1 colour ColumnUnknown");
        Told(await StoreAsync("""{"id":"A\ud800"}""")).ShouldBe("0  RecordNotValue");
        Told(await StoreAsync("[]")).ShouldBe("0  RecordNotObject");
    }

    [Fact]
    public async Task A_point_is_in_the_town_nearest_to_it_and_a_heavy_border_is_kept_light()
    {
        await using var world = await LoadedAsync();
        var border = string.Join(',', Enumerable.Range(0, 3000).Select(i => FormattableString.Invariant($"[{14 + i * .0005:0.####},{59 + i % 2 * .0001:0.####}]")));
        await LoadAsync(world, Feature(Facts, id: "P", geometry: """{"type":"Point","coordinates":[13.004,55.606]}"""),
            Feature(Facts, id: "H", geometry: $$"""{"type":"Polygon","coordinates":[[{{border}},[15.5,59.3],[14,59.3],[14,59]]]}"""));
        (await world.AskAsync<string>("SELECT t.Name FROM IncidentTown t JOIN Incident i ON i.Id = t.IncidentId WHERE i.ExternalId = 'P'")).ShouldBe("Malmö");
        (await world.AskAsync<string>("SELECT Geometry FROM Incident WHERE ExternalId = 'H'"))!.Length.ShouldBeLessThan(200);
    }

    [Fact]
    public async Task Those_that_have_been_over_for_a_year_are_removed()
    {
        await using var world = await LoadedAsync();
        await LoadAsync(world, Feature(Facts.Replace("2026-", "2025-", StringComparison.Ordinal) + ",\"endedAt\":\"2025-03-09T08:00:00Z\"", id: "A"));
        await world.Scope.RunAsync(async services =>
        {
            await services.GetServices<IRecurringWork>().Single(work => work.Name == "incidents").RunAsync(CancellationToken.None);
            return true;
        });
        (await world.AskAsync<int>("SELECT COUNT(*) FROM Incident")).ShouldBe(3);
    }

    private async Task<ImportWorld> LoadedAsync()
    {
        var world = new ImportWorld(_engine);
        (await world.SampleAsync()).Problems.ShouldBeEmpty();
        return world;
    }

    private static Task<ImportReport> LoadAsync(ImportWorld world, params string[] features) =>
        world.LoadAsync((File, $$"""{"type":"FeatureCollection","features":[{{string.Join(",\n", features)}}]}"""));

    private static string Feature(string properties, string id = "A", string? geometry = "null") =>
        $$"""{"type":"Feature","id":"{{id}}","properties":{{{properties}}}{{(geometry is null ? "" : $",\"geometry\":{geometry}")}}}""";

    private static string Told(ImportReport report) => string.Join(';', report.Problems.Select(problem => $"{problem.Line} {problem.Column} {problem.Code}"));
}

public sealed class IncidentImportOnSqlite() : IncidentImportTests(DatabaseEngine.Sqlite);

public sealed class IncidentImportOnSqlServer() : IncidentImportTests(DatabaseEngine.SqlServer);
