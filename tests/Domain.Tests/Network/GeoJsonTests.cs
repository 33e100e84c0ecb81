using System.Text.Json;
using Connect.Domain.Network;

namespace Connect.Domain.Tests.Network;

public sealed class GeoJsonTests
{
    private const string Square = """{"type":"Polygon","coordinates":[[[14,59],[16,59],[16,61],[14,61],[14,59]],[[14.8,59.8],[15.2,59.8],[15.2,60.2],[14.8,60.2],[14.8,59.8]]]}""";

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[15.2066,59.2741]}""")]
    [InlineData("""{"type":"MultiPoint","coordinates":[[15.2066,59.2741],[18,59.3]]}""")]
    [InlineData(Square)]
    [InlineData("""{"type":"MultiPolygon","coordinates":[[[[14,59],[16,59],[16,61],[14,59]]],[[[10,59],[11,59],[11,60],[10,59]]]]}""")]
    public void A_geometry_is_read_and_written_as_it_was(string geometry) => GeoJson.Write(GeoJson.Parse(geometry)).ShouldBe(geometry);

    [Fact]
    public void Height_and_what_no_map_shows_are_left_out() =>
        GeoJson.Write(GeoJson.Parse("""{"type":"Point","coordinates":[15.20661234567,59.27,42.5],"bbox":[1,2,3,4]}""")).ShouldBe("""{"type":"Point","coordinates":[15.206612,59.27]}""");

    [Theory]
    [InlineData("""[15,59]""", "NotGeometry")]
    [InlineData("""{"type":"Point"}""", "NotGeometry")]
    [InlineData("""{"type":5,"coordinates":[15,59]}""", "NotGeometry")]
    [InlineData("""{"type":"LineString","coordinates":[[15,59],[16,59]]}""", "GeometryType")]
    [InlineData("""{"type":"Point","coordinates":[15]}""", "GeometryPosition")]
    [InlineData("""{"type":"Point","coordinates":[15,59,1,2]}""", "GeometryPosition")]
    [InlineData("""{"type":"Point","coordinates":["15","59"]}""", "GeometryPosition")]
    [InlineData("""{"type":"Point","coordinates":[1e999,59]}""", "GeometryPosition")]
    [InlineData("""{"type":"Point","coordinates":[15,91]}""", "GeometryPosition")]
    [InlineData("""{"type":"Point","coordinates":{"lon":15}}""", "GeometryPosition")]
    [InlineData("""{"type":"MultiPoint","coordinates":[]}""", "GeometryEmpty")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "GeometryEmpty")]
    [InlineData("""{"type":"MultiPolygon","coordinates":[]}""", "GeometryEmpty")]
    [InlineData("""{"type":"Polygon","coordinates":[[[14,59],[16,59],[14,59]]]}""", "GeometryRing")]
    [InlineData("""{"type":"Polygon","coordinates":[[[14,59],[16,59],[16,61],[14,61]]]}""", "GeometryRing")]
    [InlineData("""{"type":"Polygon","coordinates":[[14,59],[16,59],[16,61],[14,59]]}""", "GeometryPosition")]
    [InlineData("""{"type":"Point","coordinates":[59.27,15.2]}""", "GeometryElsewhere")]
    [InlineData("""{"type":"Point","coordinates":[0,0]}""", "GeometryElsewhere")]
    public void What_is_wrong_with_a_geometry_is_named(string geometry, string problem)
    {
        using var json = JsonDocument.Parse(geometry);
        GeoJson.TryRead(json.RootElement, out _, out var found).ShouldBeFalse();
        found.ShouldBe(problem);
    }

    [Theory]
    [InlineData(14.5, 59.5, true)]
    [InlineData(15, 60, false)] // the hole
    [InlineData(13.9, 60, false)]
    [InlineData(15, 61.1, false)]
    public void A_point_is_within_an_area_but_not_within_its_hole(double longitude, double latitude, bool isWithin) =>
        GeoJson.Parse(Square).Contains(new(longitude, latitude)).ShouldBe(isWithin);

    [Fact]
    public void The_box_goes_around_it_and_a_point_is_no_area()
    {
        var square = GeoJson.Parse(Square);
        square.Box.ShouldBe(new GeoBox(14, 59, 16, 61));
        (square.IsArea, square.PositionCount).ShouldBe((true, 10));
        var point = GeoJson.Parse("""{"type":"Point","coordinates":[15,60]}""");
        (point.IsArea, point.Contains(new(15, 60))).ShouldBe((false, false));
    }

    [Theory]
    [InlineData("4G+", MobileGeneration.FourthPlus)]
    [InlineData("4g-plus", MobileGeneration.FourthPlus)]
    [InlineData("5g", MobileGeneration.Fifth)]
    [InlineData("6G", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_generation_is_found_by_its_name_and_its_key(string? text, MobileGeneration? generation) => MobileGenerations.Find(text).ShouldBe(generation);
}
