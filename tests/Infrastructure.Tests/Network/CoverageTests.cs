using System.Text.Json;
using Connect.Application.Common.Errors;
using Connect.Application.Network;
using Connect.Domain.Network;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Tests.Operator;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Network;

public abstract class CoverageTests(DatabaseEngine engine)
{
    private const string File = "coverage.geojson";
    private readonly DatabaseEngine _engine = Engines.Available(engine);

    [Fact, Covers("DASH-3", "coverage at a place, 2G, 3G, 4G, 4G+ and 5G"), Covers("OPS-1", "coverage (GeoJSON)")]
    public async Task The_best_area_counts_where_there_is_none_there_is_no_coverage_and_what_was_not_loaded_is_not_known()
    {
        await using var scene = await OpenAsync();
        (await LevelsAsync(scene, 59.27, 15.2)).ShouldBe(["2G Good", "3G ", "4G ", "4G+ VeryGood", "5G "]);
        (await LevelsAsync(scene, 59.7, 15.9)).ShouldBe(["2G Good", "3G ", "4G ", "4G+ Basic", "5G "]);
        (await LevelsAsync(scene, 57.7, 11.97)).ShouldBe(["2G None", "3G ", "4G ", "4G+ None", "5G "]);
        (await scene.User.SendAsync(new GetCoverageAt(59.2741, 15.2066))).Near.ShouldBe("Örebro");
        (await scene.User.SendAsync(new GetCoverageAt(68.2, 18.9))).Near.ShouldBeNull();
        await Should.ThrowAsync<InvalidInputException>(() => scene.User.SendAsync(new GetCoverageAt(15, 59)));
    }

    [Fact, Covers("DASH-3", "coverage loaded from GeoJSON and simplified into light layers, one sent at a time")]
    public async Task A_layer_has_a_feature_a_level_the_best_last_and_is_the_same_until_the_coverage_is_another()
    {
        await using var scene = await OpenAsync();
        var layer = await scene.User.SendAsync(new GetCoverageLayer(MobileGeneration.FourthPlus));
        using var json = JsonDocument.Parse(layer.Content);
        json.RootElement.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("properties").GetProperty("level").GetString()).ShouldBe(["basic", "veryGood"]);
        await Should.ThrowAsync<NotFoundException>(() => scene.User.SendAsync(new GetCoverageLayer(MobileGeneration.Fifth)));

        (await scene.World.SampleAsync()).HasChanges.ShouldBeFalse();
        (await scene.User.SendAsync(new GetCoverageLayer(MobileGeneration.FourthPlus))).Hash.ShouldBe(layer.Hash);
        await LoadAsync(scene, Area("C2", "4G+", "good"));
        var other = await scene.User.SendAsync(new GetCoverageLayer(MobileGeneration.FourthPlus));
        other.Hash.ShouldNotBe(layer.Hash);
        other.Content.ShouldNotContain("veryGood");
    }

    [Fact]
    public async Task An_area_that_moves_to_another_network_or_is_removed_leaves_the_layer_it_was_in()
    {
        await using var scene = await OpenAsync();
        await LoadAsync(scene, Area("C2", "5G", "veryGood"));
        (await scene.User.SendAsync(new GetCoverageLayer(MobileGeneration.FourthPlus))).Content.ShouldNotContain("veryGood");
        (await scene.User.SendAsync(new GetCoverageLayer(MobileGeneration.Fifth))).Content.ShouldContain("veryGood");
        await LoadAsync(scene, Area("C3", "2G", "good", ",\"isRemoved\":true"));
        await Should.ThrowAsync<NotFoundException>(() => scene.User.SendAsync(new GetCoverageLayer(MobileGeneration.Second)));
        (await LevelsAsync(scene, 59.27, 15.2))[0].ShouldBe("2G ");
    }

    [Fact]
    public async Task Detailed_areas_become_a_light_layer_while_a_place_is_told_by_the_whole()
    {
        await using var scene = await OpenAsync();
        // A shore of a hundred thousand points, with a bay that no map shows.
        var shore = Enumerable.Range(0, 100_000).Select(i => FormattableString.Invariant($"[{14 + i * 2e-5:0.######},{59 + Math.Sin(i * .9) * .05:0.######}]"));
        await LoadAsync(scene, $$$"""{"type":"Feature","id":"L","properties":{"network":"3G","level":"good"},"geometry":{"type":"Polygon","coordinates":[[{{{string.Join(',', shore)}}},[16,60],[14,60],[14,59]]]}}""");
        var layer = await scene.User.SendAsync(new GetCoverageLayer(MobileGeneration.Third));
        layer.Content.Length.ShouldBeLessThan(400_000);
        (await LevelsAsync(scene, 59.5, 15))[1].ShouldBe("3G Good");
    }

    [Theory]
    [InlineData("åre", "Åre")]
    [InlineData("ÅRE", "Åre")]
    [InlineData("malmo", "Malmö")]
    [InlineData(" Örebro ", "Örebro")]
    [InlineData("göteborg", "Göteborg")]
    [InlineData("goteborg", "Göteborg")]
    [InlineData("Gothenburg", "Göteborg")]
    public async Task A_locality_is_found_in_any_spelling_the_same_name_first(string text, string name)
    {
        await using var scene = await OpenAsync();
        (await scene.User.SendAsync(new SearchPlaces(text)))[0].Name.ShouldBe(name);
    }

    [Fact, Covers("DASH-3", "search for a place")]
    public async Task Names_that_several_have_are_told_apart_and_no_more_than_twenty_come()
    {
        await using var scene = await OpenAsync();
        var hestra = (await scene.User.SendAsync(new SearchPlaces("Hestra"))).Where(place => place.Name == "Hestra").ToList();
        (hestra.Count, hestra.Select(place => place.Municipality).Distinct().Count()).ShouldBe((2, 2));
        (await scene.User.SendAsync(new SearchPlaces("a"))).Count.ShouldBe(20);
        foreach (var part in new[] { "göte", "gote" }) (await scene.User.SendAsync(new SearchPlaces(part))).Select(place => place.Name).ShouldBe(["Göteborg", "Götene"]);
        foreach (var nothing in new[] { "", null, "  ", "Atlantis", "%", new string('x', 20_000), "\0", "\ud800" }) (await scene.User.SendAsync(new SearchPlaces(nothing))).ShouldBeEmpty();
    }

    private async Task<CoverageScene> OpenAsync()
    {
        var world = new ImportWorld(_engine);
        (await world.SampleAsync()).Problems.ShouldBeEmpty();
        await using var made = new World(world.Database);
        return new(world, new TestScope(world.Database, await made.UserAsync((await made.OrganisationAsync("Frågor AB")).RootId, rights: [])));
    }

    private static async Task LoadAsync(CoverageScene scene, string feature) =>
        (await scene.World.LoadAsync((File, $$"""{"type":"FeatureCollection","features":[{{feature}}]}"""))).Problems.ShouldBeEmpty();

    private static string Area(string id, string network, string level, string more = "") => $$$"""
        {"type":"Feature","id":"{{{id}}}","properties":{"network":"{{{network}}}","level":"{{{level}}}"{{{more}}}},"geometry":{"type":"Polygon","coordinates":[[[15,59.2],[15.4,59.2],[15.4,59.35],[15,59.35],[15,59.2]]]}}
        """;

    private static async Task<List<string>> LevelsAsync(CoverageScene scene, double latitude, double longitude) =>
        [.. (await scene.User.SendAsync(new GetCoverageAt(latitude, longitude))).Networks.Select(network => $"{network.Network} {network.Level}")];

    private sealed record CoverageScene(ImportWorld World, TestScope User) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await User.DisposeAsync();
            await World.DisposeAsync();
        }
    }
}

public sealed class CoverageOnSqlite() : CoverageTests(DatabaseEngine.Sqlite);

public sealed class CoverageOnSqlServer() : CoverageTests(DatabaseEngine.SqlServer);
