using System.Text.RegularExpressions;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Web.Tests.Shell;

/// <summary>Rows a and i of docs/benchmarks.md as far as they hang on no clock.</summary>
public sealed partial class PageWeightTests
{
    private const int MostStatements = 5, MostHtml = 60_000, MostAtFirst = 200_000, MostLater = 30_000;

    [Fact]
    public async Task A_full_page_of_services_takes_at_most_five_statements_and_sixty_kilobytes()
    {
        var counter = new Counter();
        await using var portal = new Portal { Configure = builder => Quiet(builder, counter) };
        var root = (await portal.World.OrganisationAsync()).RootId;
        var account = await portal.World.AccountAsync(root, "Avdelningen för vård och omsorg i Härnösand");
        for (var i = 0; i < 45; i++) await portal.World.SubscriptionAsync(account, $"Reservtelefon {i} hos Åsa-Lena Öberg Lindström");
        var client = await portal.BrowserAsync(await portal.World.UserAsync(root));
        await client.GetAsync("/services", TestContext.Current.CancellationToken);
        counter.Callers.Clear();

        var page = await client.GetByteArrayAsync("/services?page=2", TestContext.Current.CancellationToken);

        RowTag().Count(System.Text.Encoding.UTF8.GetString(page)).ShouldBe(20 + 1);
        page.Length.ShouldBeLessThanOrEqualTo(MostHtml);
        counter.Callers.Count.ShouldBeInRange(1, MostStatements, string.Join(", ", counter.Callers));
    }

    [Fact]
    public async Task The_start_page_is_light_at_the_first_visit_and_lighter_later()
    {
        await using var portal = new Portal { Configure = builder => Quiet(builder, new Counter()) };
        var client = await portal.BrowserAsync(await portal.World.UserAsync((await portal.World.OrganisationAsync()).RootId));
        var html = await client.GetStringAsync("/", TestContext.Current.CancellationToken);
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");

        var later = await BytesAsync(client, "/");
        later.ShouldBeLessThan(System.Text.Encoding.UTF8.GetByteCount(html)); // compressed
        var first = later;
        var files = Files().Matches(html).Select(match => match.Groups["file"].Value).Append("/dist/inter.woff2").Distinct().ToList();
        files.Count.ShouldBeGreaterThan(3);
        foreach (var file in files)
        {
            first += await BytesAsync(client, file);
            // Published, a file with a fingerprint is kept for good; the font is asked for again only when it is an hour old.
            if (!file.EndsWith(".woff2", StringComparison.Ordinal)) Fingerprint().IsMatch(file).ShouldBeTrue(file);
        }

        first.ShouldBeLessThanOrEqualTo(MostAtFirst);
        later.ShouldBeLessThanOrEqualTo(MostLater);
    }

    private static void Quiet(IWebHostBuilder builder, Counter counter)
    {
        builder.UseSetting("role", "web"); // no workers: their statements are not the page's
        builder.ConfigureTestServices(services => services.AddSingleton<ISqlObserver>(counter));
    }

    private static async Task<int> BytesAsync(HttpClient client, string address)
    {
        var answer = (await client.GetAsync(address, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
    }

    [GeneratedRegex("<tr[ >]")]
    private static partial Regex RowTag();

    [GeneratedRegex("(?:href|src)=\"(?<file>/dist/[^\"#]+)")]
    private static partial Regex Files();

    [GeneratedRegex(@"\.[a-z0-9]{10}\.")]
    private static partial Regex Fingerprint();

    private sealed class Counter : ISqlObserver
    {
        public List<string> Callers { get; } = [];

        public void OnStatement(Stmt statement, object? parameters, string caller) => Callers.Add(caller);
    }
}
