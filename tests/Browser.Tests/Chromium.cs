namespace Connect.Browser.Tests;

/// <summary>Finds a browser of the Chromium family on the machine.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge"];

    private static readonly string[] Places =
    [
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];

    /// <exception cref="InvalidOperationException">There is none; the text is the one command to run.</exception>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } chosen) return chosen;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin");
        var found = Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).Concat(Places).FirstOrDefault(File.Exists);
        return found ?? throw new InvalidOperationException(
            "The browser tests need Chromium, Chrome or Edge. Run: sudo apt-get install -y chromium (or set CHROMIUM_PATH to one that is there).");
    }
}
