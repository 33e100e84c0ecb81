using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Connect.Architecture.Tests;

/// <summary>Every text exists in both languages, and every text that the code names exists.</summary>
public sealed partial class TextTests
{
    private const string Folder = "src/Application/Texts";

    /// <summary>Literals that look like a text's key and are something else.</summary>
    private static readonly Dictionary<string, string> NotTexts = [];

    private static readonly Dictionary<string, Dictionary<string, string>> Swedish = Read(english: false);
    private static readonly Dictionary<string, Dictionary<string, string>> English = Read(english: true);

    [Fact]
    public void Both_languages_have_the_same_texts() => Keys(English).ShouldBe(Keys(Swedish));

    [Fact]
    public void Both_languages_take_the_same_values()
    {
        var different = from file in Swedish
                        from text in file.Value
                        let english = English.GetValueOrDefault(file.Key)?.GetValueOrDefault(text.Key)
                        where english is not null && !Placeholders(text.Value).SetEquals(Placeholders(english))
                        select $"{file.Key}.{text.Key}";
        different.ShouldBeEmpty();
    }

    [Fact]
    public void No_text_is_empty() =>
        Swedish.Concat(English).SelectMany(file => file.Value.Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => $"{file.Key}.{text.Key}")).ShouldBeEmpty();

    [Fact]
    public void Every_text_that_is_named_exists()
    {
        var missing = from file in Code.Files("src", ".cs", ".cshtml")
                      from match in Key().Matches(Comment().Replace(file.Text, ""))
                      let key = match.Groups["key"].Value
                      let dot = key.IndexOf('.', StringComparison.Ordinal)
                      let texts = Swedish.GetValueOrDefault(key[..dot])
                      where texts is not null && !texts.ContainsKey(key[(dot + 1)..]) && !NotTexts.ContainsKey(key)
                      select $"{file.Path}: {key}";
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_failure_has_its_text()
    {
        var missing = from file in Code.Files("src", ".cs")
                      from match in Failure().Matches(file.Text)
                      where !Swedish["Errors"].ContainsKey(match.Groups["code"].Value)
                      select $"{file.Path}: {match.Groups["code"].Value}";
        missing.ShouldBeEmpty();
    }

    private static IEnumerable<string> Keys(Dictionary<string, Dictionary<string, string>> texts) =>
        texts.SelectMany(file => file.Value.Keys.Select(key => $"{file.Key}.{key}")).Order(StringComparer.Ordinal);

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Groups["number"].Value)];

    private static Dictionary<string, Dictionary<string, string>> Read(bool english) =>
        Code.Files(Folder, ".resx").Where(file => file.Path.EndsWith(".en.resx", StringComparison.Ordinal) == english)
            .ToDictionary(file => Path.GetFileName(file.Path).Split('.')[0], file => XDocument.Parse(file.Text).Root!.Elements("data")
                .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value));

    [GeneratedRegex("\"(?<key>[A-Z][A-Za-z]+(\\.[A-Z][A-Za-z0-9]+)+)\"")]
    private static partial Regex Key();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?:DomainRuleException\(|ConflictException\(|InvalidInputException\([^""(),]*(?:""\w*""|nameof\([\w.]+\))\s*,\s*|WithErrorCode\(|InputProblem\([^""(),]*(?:""\w*""|nameof\([\w.]+\))\s*,\s*)""(?<code>\w+)""")]
    private static partial Regex Failure();

    [GeneratedRegex(@"\{(?<number>\d)")]
    private static partial Regex Placeholder();
}
