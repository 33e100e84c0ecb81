// The build: ./build.sh [--target=…] [--configuration=Debug|Release]
//   Default  lint, build, every test; the last line is "N passed, N failed, N skipped"
//   Unit     the inner loop: build and the tests without database, browser and host
//   Covered  the ids of docs/requirements.md and what tests show of each; fails where one has none
//   Bench    the benchmarks of tests/Benchmarks (Release)
//   Publish  the program for one runtime: --runtime=linux-x64 or win-x64
using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;

var target = Argument("target", "Default");
var configuration = Argument("configuration", target is "Bench" or "Publish" ? "Release" : "Debug");
var runtime = Argument("runtime", OperatingSystem.IsWindows() ? "win-x64" : "linux-x64");
var results = MakeAbsolute(Directory("artifacts/tests")).FullPath;
var seenStatements = MakeAbsolute(Directory("artifacts/sql-seen")).FullPath;
int passed = 0, failed = 0, skipped = 0;
var failures = new List<string>();

// Runs a program and throws unless it ends with 0.
void Run(string tool, string arguments)
{
    var code = Start(tool, arguments);
    if (code != 0) throw new CakeException($"'{tool} {arguments}' ended with {code}.");
}

int Start(string tool, string arguments, IDictionary<string, string> environment = null) =>
    StartProcess(tool, new ProcessSettings { Arguments = arguments, EnvironmentVariables = environment ?? new Dictionary<string, string>() });

bool Works(string tool, string arguments)
{
    try { return StartProcess(tool, new ProcessSettings { Arguments = arguments, RedirectStandardOutput = true, RedirectStandardError = true, Silent = true }) == 0; }
    catch (Exception) { return false; }
}

// What a project's report says counts; one that ends without a report, or without a test, counts as failed.
void Test(string project, string arguments = "")
{
    var report = $"{results}/{project}.trx";
    if (FileExists(report)) DeleteFile(report);
    var watch = Stopwatch.StartNew();
    var code = Start("dotnet", $"test --project tests/{project} -c {configuration} --no-build --no-restore --report-xunit-trx --report-xunit-trx-filename {project}.trx --results-directory \"{results}\" --progress off {arguments}");
    var (good, bad, left) = Counted(report);
    if (bad == 0 && (code != 0 || good == 0))
    {
        bad = 1;
        failures.Add($"{project}: ended with {code} after {good} passed tests");
    }
    (passed, failed, skipped) = (passed + good, failed + bad, skipped + left);
    Console.WriteLine($"== {project}: {good} passed, {bad} failed, {left} skipped in {watch.Elapsed.TotalSeconds:0} s");
}

(int Good, int Bad, int Left) Counted(string report)
{
    if (!FileExists(report)) return default;
    var tests = XDocument.Load(report).Descendants().Where(e => e.Name.LocalName == "UnitTestResult").ToLookup(e => (string)e.Attribute("outcome") switch
    {
        "Passed" => "good",
        "NotExecuted" or "Pending" => "left",
        _ => "bad",
    });
    failures.AddRange(tests["bad"].Select(Told));
    return (tests["good"].Count(), tests["bad"].Count(), tests["left"].Count());
}

// A failed test with its message, and with the line that failed.
string Told(XElement test)
{
    string Text(string name) => test.Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim();
    var place = Text("StackTrace")?.Split('\n').FirstOrDefault(line => line.Contains("tests"))?.Trim();
    return $"{(string)test.Attribute("testName")}\n{Text("Message")}\n{place}".Replace("\n", "\n    ");
}

// Infrastructure.Tests comes last: it knows every SQL statement and asks whether some project has issued it.
string[] TestProjects() => GetDirectories("tests/*.Tests").Select(d => d.GetDirectoryName())
    .OrderBy(name => name switch { "Domain.Tests" => 0, "Application.Tests" => 1, "Architecture.Tests" => 2, "Web.Tests" => 3, "Browser.Tests" => 4, _ => 5 }).ToArray();

// The browser tests look in the same places; where none is found one is installed, and where that fails they say what to do.
bool HasBrowser() =>
    (Environment.GetEnvironmentVariable("CONNECT_TEST_BROWSER") is { Length: > 0 } own && FileExists(own))
    || new[] { "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge" }.Any(name => Context.Tools.Resolve(name) is not null)
    || new[] { @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" }.Any(path => FileExists(path))
    || DirectoryExists(PlaywrightBrowsers()) && System.IO.Directory.EnumerateDirectories(PlaywrightBrowsers(), "chromium*").Any();

string PlaywrightBrowsers() => Environment.GetEnvironmentVariable("PLAYWRIGHT_BROWSERS_PATH") is { Length: > 0 } own ? own
    : OperatingSystem.IsWindows() ? $"{Environment.GetEnvironmentVariable("LOCALAPPDATA")}/ms-playwright"
    : $"{Environment.GetEnvironmentVariable("HOME")}/{(OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache")}/ms-playwright";

Task("Lint").Does(() =>
{
    Run("dotnet", "restore Connect.sln --verbosity quiet");
    if (Start("dotnet", "format Connect.sln --verify-no-changes --no-restore") == 0) return;
    // Counted, and the tests run all the same: a blank too many must not hide what they say.
    failed++;
    failures.Add("Lint: 'dotnet format' mends it");
});

Task("Build").Does(() => Run("dotnet", $"build Connect.sln -c {configuration} --verbosity quiet -nologo"));

Task("Browser").Does(() =>
{
    if (HasBrowser()) return;
    Console.WriteLine("No Chromium, Chrome or Edge was found: one is installed.");
    var apt = Works("apt-get", "--version");
    var sudo = Environment.UserName == "root" ? "" : Works("sudo", "-n true") ? "sudo -n " : null;
    if (apt && sudo is not null && Start("sh", $"-c \"{sudo}apt-get update -qq && {sudo}env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium\"") == 0 && HasBrowser()) return;
    var script = $"tests/Browser.Tests/bin/{configuration}/net10.0/playwright.ps1";
    var node = GetFiles($"tests/Browser.Tests/bin/{configuration}/net10.0/.playwright/package/cli.js").FirstOrDefault();
    if (node is not null && Start("node", $"\"{node.FullPath}\" install chromium") == 0) return;
    Console.WriteLine($"The browser tests will fail. Install one with: node {node?.FullPath ?? script} install --with-deps chromium");
});

Task("Test").IsDependentOn("Lint").IsDependentOn("Build").IsDependentOn("Browser").Does(() =>
{
    CleanDirectory(seenStatements);
    Environment.SetEnvironmentVariable("CONNECT_SQL_SEEN", seenStatements);
    foreach (var project in TestProjects()) Test(project);
});

Task("Unit").IsDependentOn("Build").Does(() =>
{
    foreach (var project in TestProjects().Where(name => name is "Domain.Tests" or "Application.Tests" or "Architecture.Tests")) Test(project);
});

// Every id but those marked "(later)" has a test; below each stand the parts of it that tests say they show.
Task("Covered").Does(() =>
{
    var covers = new Regex("\\bCovers\\(\"(?<id>[A-Z]+-\\d+)\"(, \"(?<what>[^\"]*)\")?");
    var shown = GetFiles("tests/**/*Tests.cs").SelectMany(file => covers.Matches(System.IO.File.ReadAllText(file.FullPath))).ToLookup(match => match.Groups["id"].Value, match => match.Groups["what"].Value);
    var required = System.IO.File.ReadAllLines("docs/requirements.md").Select(line => Regex.Match(line, @"^\| (?<id>[A-Z]+-\d+) \| (?<what>.+?) \|")).Where(match => match.Success)
        .Select(match => (Id: match.Groups["id"].Value, What: match.Groups["what"].Value)).ToList();
    foreach (var (id, what) in required)
    {
        Console.WriteLine($"{(shown.Contains(id) ? $"{shown[id].Count(),3} tests" : "       –")}  {id,-8} {what}");
        foreach (var part in shown[id].Where(part => part.Length > 0).Distinct().Order()) Console.WriteLine($"                      {part}");
    }
    var (missing, unknown) = (required.Where(r => !shown.Contains(r.Id) && !r.What.Contains("(later)")).Select(r => r.Id).ToList(), shown.Select(id => id.Key).Except(required.Select(r => r.Id)).ToList());
    Console.WriteLine($"{required.Count(r => shown.Contains(r.Id))} of {required.Count} have tests.");
    if (unknown.Count > 0) throw new CakeException("Tests name ids that docs/requirements.md lacks: " + string.Join(", ", unknown));
    if (missing.Count > 0) throw new CakeException("Without a test: " + string.Join(", ", missing));
});

// The start is measured on the program as it is published.
Task("Bench").IsDependentOn("Publish").Does(() =>
{
    Run("dotnet", $"build tests/Benchmarks -c {configuration} --verbosity quiet -nologo");
    Run("dotnet", $"run --project tests/Benchmarks -c {configuration} --no-build -- {Argument("scenario", "")}");
});

Task("Publish").Does(() => Run("dotnet", $"publish src/Web -c {configuration} -r {runtime} --self-contained false -o artifacts/publish/{runtime} --verbosity quiet -nologo"));

Task("Default").IsDependentOn("Test");

var broken = false;
try { RunTarget(target); }
catch (Exception exception) { broken = true; Console.Error.WriteLine(exception is AggregateException { InnerException: { } inner } ? inner.Message : exception.Message); }

if (target is "Default" or "Test" or "Unit")
{
    if (broken) failed++;
    else if (passed == 0) (broken, failed) = (true, failed + 1);
    // What failed is told once more here, where it is found without reading the whole log.
    foreach (var failure in failures) Console.Out.WriteLine($"failed: {failure}");
    // Nothing may stand after this line, so the process ends here.
    Console.Out.WriteLine($"{passed} passed, {failed} failed, {skipped} skipped");
    Console.Out.Flush();
}
Environment.Exit(broken || failed > 0 ? 1 : 0);
