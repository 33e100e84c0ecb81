using System.Text;
using Connect.Infrastructure.Operator.Import;

namespace Connect.Infrastructure.Tests.Network;

/// <summary>Features are read one at a time, however a stream breaks them up.</summary>
public sealed class JsonFeaturesTests
{
    private const string File = """
        { "name": "allt", "crs": { "features": [1, 2] }, "type" : "FeatureCollection",
          "features" : [ {"type":"Feature","id":"Å1","properties":{"a":"]}"}}, {"type":"Feature","id":"B"} ] , "bbox": [1, 2, 3, 4] }
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public void Whatever_comes_at_once_the_same_features_are_read(int atOnce) => Ids(new Trickle(Encoding.UTF8.GetBytes(File), atOnce)).ShouldBe(["Å1", "B"]);

    [Fact]
    public void A_file_that_says_that_it_is_UTF_8_is_read() => Ids(new MemoryStream([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(File)])).ShouldBe(["Å1", "B"]);

    [Fact]
    public void A_feature_larger_than_the_buffer_is_read() =>
        Ids(new MemoryStream(Encoding.UTF8.GetBytes($$"""{"type":"FeatureCollection","features":[{"id":"A","x":"{{new string('x', 300_000)}}"},{"id":"B"}]}"""))).ShouldBe(["A", "B"]);

    [Theory]
    [InlineData("""{"features":[]}""", "NotFeatureCollection")]
    [InlineData("""{"type":"FeatureCollection","features":[],"features":[]}""", "NotFeatureCollection")]
    [InlineData("""{"type":"FeatureCollection","features":[{}""", "NotJson")]
    [InlineData("""{"type":"FeatureCollection","features":[]} x""", "NotJson")]
    [InlineData("""{"type":"FeatureCollection","features":[{},]}""", "NotJson")]
    public void What_is_no_collection_says_so(string text, string code) =>
        Should.Throw<MalformedGeoJsonException>(() => Count(text)).Code.ShouldBe(code);

    [Fact]
    public void Where_the_JSON_breaks_is_told() =>
        Should.Throw<MalformedGeoJsonException>(() => Count("{\"type\":\"FeatureCollection\",\n\"features\":[{}\n  }]}")).Arguments[0].ShouldBe(3L);

    private static int Count(string text)
    {
        using var features = new JsonFeatures(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        var count = 0;
        while (features.Read()) count++;
        return count;
    }

    private static List<string?> Ids(Stream stream)
    {
        using var features = new JsonFeatures(stream);
        var ids = new List<string?>();
        while (features.Read()) ids.Add(features.Current.GetProperty("id").GetString());
        return ids;
    }

    private sealed class Trickle(byte[] content, int atOnce) : MemoryStream(content)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, atOnce));
    }
}
