using Connect.Domain.Network;
using Connect.TestKit;

namespace Connect.Domain.Tests.Network;

[Covers("DASH-3", "simplified into light layers")]
public sealed class GeoSimplificationTests
{
    [Fact]
    public void Points_that_lie_on_the_line_go_and_corners_stay() => GeoJson.Write(GeoJson.Parse(
        """{"type":"Polygon","coordinates":[[[14,59],[15,59.0004],[16,59],[16,60],[16,61],[14,61],[14,59]]]}""").Simplified(.001))
        .ShouldBe("""{"type":"Polygon","coordinates":[[[14,59],[16,59],[16,61],[14,61],[14,59]]]}""");

    [Fact]
    public void A_point_farther_beside_the_line_than_told_stays() =>
        GeoJson.Parse("""{"type":"Polygon","coordinates":[[[14,59],[15,58.99],[16,59],[16,61],[14,61],[14,59]]]}""").Simplified(.001).PositionCount.ShouldBe(6);

    [Fact]
    public void What_is_smaller_than_told_goes_altogether_holes_too()
    {
        var shape = GeoJson.Parse("""{"type":"MultiPolygon","coordinates":[[[[14,59],[16,59],[16,61],[14,61],[14,59]],[[15,60],[15.001,60],[15.001,60.001],[15,60]]],[[[10,60],[10.001,60],[10.001,60.001],[10,60]]]]}""");
        var light = shape.Simplified(.01);
        light.Polygons.ShouldHaveSingleItem().Rings.ShouldHaveSingleItem();
        shape.Simplified(1000).IsArea.ShouldBeFalse();
    }

    [Fact]
    public void Borders_go_round_against_the_clock_and_holes_with_it() => GeoJson.Write(GeoJson.Parse(
        """{"type":"Polygon","coordinates":[[[14,59],[14,61],[16,61],[16,59],[14,59]],[[14.5,59.5],[15.5,59.5],[15.5,60.5],[14.5,60.5],[14.5,59.5]]]}""").Simplified(.001))
        .ShouldBe("""{"type":"Polygon","coordinates":[[[14,59],[16,59],[16,61],[14,61],[14,59]],[[14.5,59.5],[14.5,60.5],[15.5,60.5],[15.5,59.5],[14.5,59.5]]]}""");

    [Fact]
    public void A_shape_is_made_lighter_until_it_is_light_enough_and_loses_no_area()
    {
        var coast = Enumerable.Range(0, 4000).Select(i => new GeoPoint(14 + i * 1e-3, 59 + Math.Sin(i) * .002)).Append(new(18, 61)).Append(new(14, 61)).Append(new(14, 59)).ToList();
        var block = new GeoRing([new(13, 60), new(13.0001, 60), new(13.0001, 60.0001), new(13, 60)]);
        var shape = new GeoShape([new(12, 58)], [new([new(coast)]), new([block])]);
        var light = shape.Lightened(500);
        light.PositionCount.ShouldBeLessThanOrEqualTo(500);
        (light.Points.Count, light.Polygons.Count, light.Polygons[1].Rings[0]).ShouldBe((1, 2, block));
        shape.Lightened(5000).ShouldBe(shape);
    }

    [Fact]
    public void A_hundred_thousand_points_are_no_deeper_than_one()
    {
        var points = Enumerable.Range(0, 100_000).Select(i => new GeoPoint(14 + i * 1e-5, 59 + Math.Sin(i * .01) * .0005)).Append(new(14, 61)).Append(new(14, 59)).ToList();
        new GeoShape([], [new([new(points)])]).Simplified(.001).PositionCount.ShouldBeLessThan(10);
    }
}
