using System.Net;
using System.Text.RegularExpressions;
using Connect.TestKit;

namespace Connect.Web.Tests.Shell;

public sealed partial class ErrorPageTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task A_page_that_does_not_exist_is_answered_in_the_portals_design()
    {
        var answer = await portal.NewClient().GetAsync("/nothing/here");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        (await answer.Content.ReadAsStringAsync()).ShouldContain("<h1>Det du söker finns inte</h1>");
    }

    [Fact]
    public async Task Two_pages_that_do_not_exist_differ_in_nothing_but_the_address_and_the_token()
    {
        var client = portal.NewClient();

        var first = await client.GetStringOf("/services/0199aaaa-0000-7000-8000-000000000001");
        var second = await client.GetStringOf("/services/0199aaaa-0000-7000-8000-000000000002");

        Bare(first).ShouldBe(Bare(second));
    }

    [Fact]
    public async Task The_error_page_itself_cannot_be_asked_for() =>
        (await portal.NewClient().GetAsync("/error")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Who_is_not_logged_in_is_led_to_the_log_in_and_back()
    {
        var client = portal.NewClient();

        (await client.GetAsync("/")).Headers.Location!.ToString().ShouldBe("/login");
        (await client.GetAsync("/?tab=a%20b")).Headers.Location!.ToString().ShouldBe("/login?returnUrl=%2F%3Ftab%3Da%2520b");
    }

    [Fact]
    public async Task A_lapsed_session_inside_a_partial_update_moves_the_whole_browser_page()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("HX-Request", "true");
        request.Headers.Add("HX-Current-URL", "https://elsewhere.example/services?page=2");

        var answer = await portal.NewClient().SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.GetValues("HX-Redirect").ShouldBe(["/login?returnUrl=%2Fservices%3Fpage%3D2"]);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_on_the_error_page()
    {
        var answer = await portal.NewClient().PostAsync("/preferences?handler=theme", new FormUrlEncodedContent([new("value", "dark")]));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => !cookie.StartsWith("connect-theme", StringComparison.Ordinal));
        (await answer.Content.ReadAsStringAsync()).ShouldContain("<h1>Det gick inte att utföra</h1>");
    }

    private static string Bare(string page) => Returns().Replace(Token().Replace(page, ""), "");

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"[^\"]*\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"returnUrl\" value=\"[^\"]*\"")]
    private static partial Regex Returns();
}
