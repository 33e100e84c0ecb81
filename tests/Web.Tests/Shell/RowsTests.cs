using System.Net;
using System.Text.RegularExpressions;
using Connect.TestKit;

namespace Connect.Web.Tests.Shell;

/// <summary>Rows per page, chosen in the foot of a list.</summary>
public sealed partial class RowsTests(Portal portal) : IClassFixture<Portal>, IAsyncLifetime
{
    private HttpClient _browser = null!;

    public async ValueTask InitializeAsync()
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        for (var i = 0; i < 25; i++) await portal.World.SubscriptionAsync(root, $"Namn {i}");
        _browser = await portal.BrowserAsync(await portal.World.UserAsync(root));
    }

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact, Covers("LIST-4", "the number of rows a page")]
    public async Task The_number_that_was_chosen_holds_at_the_next_visit_and_in_other_lists()
    {
        (await RowsAsync("/services")).ShouldBe(20);
        using var chosen = await _browser.SendFormAsync("/services?sort=price", "/preferences?handler=rows", ("size", "10"), ("returnUrl", "/services?sort=price"));
        chosen.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        chosen.Headers.Location!.ToString().ShouldBe("/services?sort=price&size=10");

        (await RowsAsync("/services?sort=price&size=10")).ShouldBe(10);
        (await RowsAsync("/services")).ShouldBe(10);
        (await _browser.GetStringAsync("/accounts")).ShouldContain("<option selected=\"selected\">10</option>");
    }

    [Fact]
    public async Task What_an_address_says_goes_before_it_and_holds_on_the_pages_after()
    {
        await _browser.SendFormAsync("/services", "/preferences?handler=rows", ("size", "10"), ("returnUrl", "/services"));

        (await RowsAsync("/services?size=50")).ShouldBe(25);
        (await RowsAsync("/services?size=20")).ShouldBe(20);
        (await _browser.GetStringAsync("/services?size=20")).ShouldContain("href=\"/services?page=2&amp;size=20\"");
        (await RowsAsync("/services?page=2")).ShouldBe(5, "A page number without a number of rows means the usual one: as for whoever sent the address.");
        (await _browser.GetStringAsync("/api/v1/services")).Split("\"userName\"").Length.ShouldBe(21, "The API does not know what a browser remembers.");
    }

    [Theory]
    [InlineData("7")]
    [InlineData("1000000")]
    [InlineData("x")]
    public async Task Another_number_than_those_offered_is_not_remembered(string size)
    {
        using var chosen = await _browser.SendFormAsync("/services", "/preferences?handler=rows", ("size", size), ("returnUrl", "/services"));
        chosen.Headers.Location!.ToString().ShouldBe("/services");
        (await RowsAsync("/services")).ShouldBe(20);
    }

    [Fact]
    public async Task With_script_only_the_list_is_sent_and_its_address_told()
    {
        await _browser.SendFormAsync("/services", "/preferences?handler=rows", ("size", "50"), ("returnUrl", "/services"));
        _browser.DefaultRequestHeaders.Add("HX-Request", "true");
        using var list = await _browser.GetAsync("/services?size=50");
        list.Headers.GetValues("HX-Push-Url").Single().ShouldBe("/services?size=50");
        (await list.Content.ReadAsStringAsync()).ShouldStartWith("<section class=\"card list\"");
    }

    private async Task<int> RowsAsync(string address) => Row().Count(await _browser.GetStringAsync(address));

    [GeneratedRegex("<tr( class=\"has-choice\")?>\\s*<td")]
    private static partial Regex Row();
}
