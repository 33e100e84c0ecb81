using System.Net;
using Connect.Domain.Users;
using Connect.TestKit;

namespace Connect.Web.Tests.Shell;

public sealed class ShellTests(Portal portal) : IClassFixture<Portal>
{
    private const string AnyPage = "/nothing";

    [Fact]
    public async Task Every_answer_carries_the_strict_headers()
    {
        foreach (var address in new[] { AnyPage, "/", "/dist/app.css" })
        {
            var headers = (await portal.NewClient().GetAsync(address)).Headers;
            headers.GetValues("Content-Security-Policy").Single().ShouldBe(
                "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
                + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
            headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
        }
    }

    [Fact]
    public async Task What_is_made_for_somebody_is_not_kept_by_the_browser_and_what_is_the_same_for_all_is()
    {
        var client = portal.NewClient();
        var page = await client.GetStringOf(AnyPage);
        var style = page.Split("href=\"").Select(part => part.Split('"')[0]).Single(link => link.StartsWith("/dist/app.", StringComparison.Ordinal));

        (await client.GetAsync(AnyPage)).Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await client.GetAsync(style)).Headers.CacheControl!.NoStore.ShouldBeFalse();
    }

    [Fact]
    public async Task The_icon_is_there_for_whoever_asks_for_it_by_its_old_name()
    {
        using var answer = await portal.NewClient().GetAsync("/favicon.ico");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/x-icon");
        answer.Headers.CacheControl!.NoStore.ShouldBeFalse();
        var file = await answer.Content.ReadAsByteArrayAsync();
        file[..4].ShouldBe(new byte[] { 0, 0, 1, 0 });
    }

    [Fact]
    public async Task The_pages_need_neither_inline_scripts_nor_inline_styles()
    {
        var page = await portal.NewClient().GetStringOf(AnyPage);

        page.ShouldNotContain("<style");
        page.ShouldNotContain(" style=");
        page.ShouldNotContain(" onclick=");
        page.Split("<script").Skip(1).ShouldAllBe(script => script.StartsWith(" src=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dark", "data-theme=\"dark\"")]
    [InlineData("light", "data-theme=\"light\"")]
    [InlineData("auto", "data-theme=\"\"")]
    [InlineData("\"><script>", "data-theme=\"\"")]
    public async Task The_theme_is_chosen_by_a_form_and_stands_in_the_page_from_the_first_byte(string theme, string expected)
    {
        var client = portal.NewClient();

        var answer = await client.SendFormAsync(AnyPage, "/preferences?handler=theme", ("value", theme), ("returnUrl", "/services?page=2"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/services?page=2");
        (await client.GetStringOf(AnyPage)).ShouldContain(expected);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task A_form_never_leads_out_of_the_portal(string elsewhere)
    {
        var answer = await portal.NewClient().SendFormAsync(AnyPage, "/preferences?handler=theme", ("value", "dark"), ("returnUrl", elsewhere));

        answer.Headers.Location!.ToString().ShouldBe("/");
    }

    [Fact, Covers("NAV-4", "the operator's support contacts in the foot")]
    [Covers("OPS-7", "name, accent colour, support contacts and legal texts")]
    public async Task The_foot_tells_how_to_reach_the_operator()
    {
        await using var plain = new Portal();
        await using var branded = plain.WithWebHostBuilder(builder =>
        {
            builder.UseSetting("Operator:Name", "Fjordtel");
            builder.UseSetting("Operator:SupportPhone", "08-123 45 67");
            builder.UseSetting("Operator:SupportEmail", "hjalp@fjordtel.example");
            builder.UseSetting("Operator:AccentColour", "#ffee00");
            builder.UseSetting("Operator:TermsUrl", "https://fjordtel.example/villkor");
            builder.UseSetting("Operator:PrivacyUrl", "https://fjordtel.example/personuppgifter");
            builder.UseSetting("Operator:AccessibilityUrl", "https://fjordtel.example/tillganglighet");
        });

        var page = await branded.CreateClient().GetStringOf(AnyPage);

        page.ShouldContain("Support Fjordtel");
        page.ShouldContain("tel:081234567");
        page.ShouldContain("mailto:hjalp@fjordtel.example");
        foreach (var text in new[] { "villkor", "personuppgifter", "tillganglighet" }) page.ShouldContain($"<a href=\"https://fjordtel.example/{text}\"");
        (await branded.CreateClient().GetStringOf("/branding.css")).ShouldContain("--brand: light-dark(#", Case.Sensitive);
    }

    [Fact, Covers("DASH-1", "what is done often, one click from the start page, by the rights")]
    public async Task The_start_page_leads_to_what_the_user_may_do()
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        using var all = await portal.BrowserAsync(await portal.World.UserAsync(root));
        Shortcuts(await all.GetStringAsync("/")).ShouldBe(["/orders/new", "/services/bulk", "/tickets/new", "/reports/exports", "/users/new"]);
        foreach (var link in Shortcuts(await all.GetStringAsync("/"))) (await all.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.OK, link);
        using var some = await portal.BrowserAsync(await portal.World.UserAsync(root, rights: [Right.ManageTickets]));
        Shortcuts(await some.GetStringAsync("/")).ShouldBe(["/tickets/new"]);
        using var none = await portal.BrowserAsync(await portal.World.UserAsync(root, rights: [Right.ViewInvoices]));
        (await none.GetStringAsync("/")).ShouldNotContain("shortcuts");
    }

    private static string[] Shortcuts(string page) =>
        [.. page.Split("class=\"shortcuts\"")[1].Split("</ul>")[0].Split("<a href=\"").Skip(1).Select(part => part.Split('"')[0])];
}
