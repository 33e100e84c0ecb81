using System.Text.RegularExpressions;

namespace Connect.Architecture.Tests;

/// <summary>What must not stand in the sources, and how long they may be. Exceptions are named here with their reason.</summary>
public sealed partial class SourceTests
{
    private const int LongestSource = 200, LongestTest = 300, LongestPageModel = 40;

    /// <summary>Files that may be longer, each with the reason.</summary>
    private static readonly Dictionary<string, string> LongFiles = [];

    [Fact]
    public void Time_comes_from_the_clock_that_tests_can_move() =>
        Lines("src", ".cs", Now()).ShouldBeEmpty();

    /// <summary>Without libgdiplus both throw on Linux.</summary>
    [Fact]
    public void ClosedXML_measures_no_fonts_and_adds_no_pictures() =>
        Lines("src", ".cs", Drawing()).ShouldBeEmpty();

    [Fact]
    public void No_request_object_reaches_a_log() =>
        Lines("src", ".cs", LoggedObject()).ShouldBeEmpty();

    /// <summary>Whoever sends the request chooses its Host header: no address is built from it.</summary>
    [Fact]
    public void No_address_is_built_from_the_request_s_host() =>
        Lines("src", ".cs", RequestHost()).Concat(Lines("src", ".cshtml", RequestHost())).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_left_open_in_the_code() =>
        Lines("src", ".cs", LeftOpen()).Concat(Lines("src", ".cshtml", LeftOpen())).Concat(Lines("src", ".ts", LeftOpen())).ShouldBeEmpty();

    [Fact]
    public void Third_party_files_come_from_the_registries() =>
        Code.Paths("src").Concat(Code.Paths("tests")).Concat(Code.Paths("docs")).Where(path => ThirdParty().IsMatch(path)).ShouldBeEmpty();

    [Fact]
    public void Files_are_short()
    {
        var sources = Code.Files("src", ".cs", ".cshtml", ".ts", ".css").Where(file => LineCount(file.Text) > LongestSource);
        var tests = Code.Files("tests", ".cs").Where(file => LineCount(file.Text) > LongestTest);
        sources.Concat(tests).Where(file => !LongFiles.ContainsKey(file.Path)).Select(file => $"{file.Path}: {LineCount(file.Text)}").ShouldBeEmpty();
    }

    /// <summary>Bind, send, redirect.</summary>
    [Fact]
    public void Page_models_are_short() =>
        Code.Files("src/Web", ".cshtml.cs").Select(file => (file.Path, Lines: CodeLines(file.Text))).Where(file => file.Lines > LongestPageModel)
            .Select(file => $"{file.Path}: {file.Lines}").ShouldBeEmpty();

    /// <summary>Pages check the token of every post by themselves unless told not to.</summary>
    [Fact]
    public void No_page_switches_antiforgery_off() =>
        Lines("src", ".cs", NoAntiforgery()).Concat(Lines("src", ".cshtml", NoAntiforgery())).ShouldBeEmpty();

    private static IEnumerable<string> Lines(string folder, string extension, Regex wrong) =>
        from file in Code.Files(folder, extension)
        from line in file.Text.Split('\n').Index()
        where wrong.IsMatch(line.Item) && !line.Item.TrimStart().StartsWith("///", StringComparison.Ordinal)
        select $"{file.Path}:{line.Index + 1}: {line.Item.Trim()}";

    private static int LineCount(string text) => text.TrimEnd().Count(sign => sign == '\n') + 1;

    private static int CodeLines(string text) => text.Split('\n').Select(line => line.Trim())
        .Count(line => line.Length > 1 && !line.StartsWith("using ", StringComparison.Ordinal) && !line.StartsWith("//", StringComparison.Ordinal) && !line.StartsWith("namespace ", StringComparison.Ordinal));

    [GeneratedRegex(@"Request\.Host\b|GetDisplayUrl|GetEncodedUrl|GetUriBy|Url\.PageLink|Url\.ActionLink")]
    private static partial Regex RequestHost();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex Now();

    [GeneratedRegex(@"\b(AdjustToContents|AddPicture)\b")]
    private static partial Regex Drawing();

    [GeneratedRegex(@"Log(Trace|Debug|Information|Warning|Error|Critical)\(.*\{@")]
    private static partial Regex LoggedObject();

    [GeneratedRegex(@"\b(NotImplementedException|TODO|FIXME|HACK)\b")]
    private static partial Regex LeftOpen();

    [GeneratedRegex(@"\.min\.(js|css)$|\.(woff2?|ttf|otf|eot)$")]
    private static partial Regex ThirdParty();

    [GeneratedRegex(@"IgnoreAntiforgeryToken|DisableAntiforgery\(\)")]
    private static partial Regex NoAntiforgery();
}
