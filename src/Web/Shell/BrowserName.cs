using Connect.Application.Common.Texts;

namespace Connect.Web.Shell;

/// <summary>A browser in words, as far as it says what it is: <c>Firefox, Windows</c>.</summary>
internal static class BrowserName
{
    // The order matters: nearly all call themselves Safari, and many Chrome.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg/", "Edge"), ("EdgA/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Macintosh", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string? agent)
    {
        var parts = new[] { Find(Browsers, agent), Find(Systems, agent) }.OfType<string>().ToList();
        return parts.Count == 0 ? Text.Get("Identity.BrowserUnknown") : string.Join(", ", parts);
    }

    public static bool IsMobile(string? agent) => Find(Systems, agent) is "iPhone" or "iPad" or "Android";

    private static string? Find((string Sign, string Name)[] known, string? agent) =>
        known.FirstOrDefault(one => agent?.Contains(one.Sign, StringComparison.Ordinal) == true).Name;
}
