using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Connect.Browser.Tests;

/// <summary>A page as a person sees it. Closing it fails when the console held an error: a script's, or a breach of the security policy.</summary>
public sealed class Screen : IAsyncDisposable
{
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("CONNECT_SCREENS");
    private const string SticksOut = "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).slice(0, 5).map(e => e.outerHTML.slice(0, 120)).join('\\n')";
    private readonly List<string> _errors = [];

    public Screen(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            // Chromium reports the status of an expected error page as an error too.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal))
                _errors.Add(message.Text);
        };
        page.PageError += (_, error) => _errors.Add(error);
    }

    public IPage Page { get; }

    /// <summary>
    /// Scripts listen and styles lie: a key that is pressed before is lost, and what is measured before is bare text.
    /// Playwright misses the event now and then when it comes together with the new address.
    /// </summary>
    public async Task LoadedAsync()
    {
        try
        {
            await Page.WaitForLoadStateAsync(LoadState.Load, new() { Timeout = 15_000 });
        }
        catch (TimeoutException)
        {
            (await Page.EvaluateAsync<string>("document.readyState")).ShouldBe("complete");
        }
    }

    /// <summary>Nothing on the page breaks WCAG 2.2 AA, as far as axe can tell.</summary>
    public async Task ShouldBeAccessibleAsync()
    {
        await LoadedAsync();
        var result = await Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Rules] } });
        result.Violations.Select(found => $"{found.Id}: {found.Help} at {string.Join(" | ", found.Nodes.Select(node => node.Html))}").ShouldBeEmpty();
    }

    /// <summary>Nothing sticks out to the side.</summary>
    public async Task ShouldFitAsync()
    {
        await LoadedAsync();
        (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, $"{Page.Url}: {await Page.EvaluateAsync<string>(SticksOut)}");
    }

    /// <summary>A picture of the whole page in the folder that CONNECT_SCREENS names; nothing without it.</summary>
    public async Task PictureAsync(string name)
    {
        if (Pictures is { Length: > 0 } folder) await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.DisposeAsync();
        _errors.ShouldBeEmpty();
    }
}
