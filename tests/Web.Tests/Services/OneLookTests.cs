using System.Net;
using Connect.Application.Common.Ports;
using Connect.Application.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Connect.Web.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Web.Tests.Services;

/// <summary>What is asked for by a form is seen once: the page after the redirect shows it, loading that page again does not.</summary>
public sealed class OneLookTests(Portal portal) : IClassFixture<Portal>
{
    private const string Pin = "73914682", Puk = "20657713";
    private static readonly Stmt CountShown = "SELECT COUNT(*) FROM AuditEntry WHERE UserId = @id AND Action = 'ShowSimSecrets' AND Outcome = 1";

    [Fact, Covers("SVC-4", "PIN and PUK hidden until asked for")]
    public async Task PIN_and_PUK_are_seen_once_and_loading_the_page_again_hides_them()
    {
        var (root, page, _) = await ServiceAsync();
        var user = await portal.World.UserAsync(root);
        using var browser = await portal.BrowserAsync(user);
        using var asked = await browser.SendFormAsync(page, page + "?handler=Secrets");

        asked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        asked.Headers.Location!.ToString().ShouldBe(page + "#sim");
        (await asked.Content.ReadAsStringAsync()).ShouldNotContain(Puk);
        var seen = await browser.GetStringAsync(page);
        seen.ShouldContain(Pin);
        seen.ShouldContain(Puk);
        seen.ShouldContain("Dölj");
        var again = await browser.GetStringAsync(page);
        again.ShouldNotContain(Pin);
        again.ShouldNotContain(Puk);
        (await portal.World.Db.FirstOrDefaultAsync<int>(CountShown, new { id = user.Id })).ShouldBe(1);
    }

    [Fact]
    public async Task The_look_is_for_the_session_that_asked_about_that_service_for_a_minute_and_readable_by_nobody()
    {
        var (root, page, _) = await ServiceAsync();
        var (_, other, _) = await ServiceAsync(root);
        var user = await portal.World.UserAsync(root);
        var cookie = await CookieAsync(user, page);
        cookie.ShouldNotContain(Puk);

        (await LookAsync(user, other, cookie)).ShouldNotContain(Puk);
        (await LookAsync(user, page, cookie)).ShouldNotContain(Puk); // the same user in another browser
        using var browser = await portal.BrowserAsync(user);
        using var asked = await browser.SendFormAsync(page, page + "?handler=Secrets");
        portal.Clock.Advance(TimeSpan.FromSeconds(61));
        (await browser.GetStringAsync(page)).ShouldNotContain(Puk);
    }

    [Fact]
    public async Task Beyond_so_many_in_an_hour_nothing_is_shown_and_the_page_says_why()
    {
        var (root, page, _) = await ServiceAsync();
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(root));
        for (var i = 0; i < ShowSimSecrets.MostAnHour; i++)
            (await browser.SendFormAsync(page, page + "?handler=Secrets")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await browser.GetStringAsync(page);
        using var refused = await browser.SendFormAsync(page, page + "?handler=Secrets");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldNotContain(Puk);
    }

    [Fact, Covers("SVC-1", "a SIM card found by its ICC")]
    public async Task A_card_is_found_by_its_number_which_stays_out_of_the_address_and_once()
    {
        var (root, page, icc) = await ServiceAsync();
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(root));
        using var asked = await browser.SendFormAsync("/services?f.status=active", "/services?f.status=active&handler=FindSim", ("Icc", icc));

        asked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        asked.Headers.Location!.ToString().ShouldBe("/services?f.status=active");
        var seen = await browser.GetStringAsync("/services?f.status=active");
        seen.ShouldContain($"<a href=\"{page}\">");
        seen.ShouldContain("id=\"sim-found\"");
        (await browser.GetStringAsync("/services?f.status=active")).ShouldNotContain("id=\"sim-found\"");
    }

    [Fact]
    public async Task A_card_that_is_not_there_is_said_once_too_and_a_wrong_number_stays_beside_its_field()
    {
        var (root, _, icc) = await ServiceAsync();
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync((await portal.World.OrganisationAsync()).RootId));
        using var asked = await browser.SendFormAsync("/services", "/services?handler=FindSim", ("Icc", icc));
        asked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var seen = await browser.GetStringAsync("/services");
        seen.ShouldContain("id=\"sim-found\"");
        seen.ShouldContain($"value=\"{icc}\"");
        using var wrong = await browser.SendFormAsync("/services", "/services?handler=FindSim", ("Icc", "4711"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await wrong.Content.ReadAsStringAsync()).ShouldContain("icc-again-error");
    }

    private async Task<(Guid Root, string Page, string Icc)> ServiceAsync(Guid? under = null)
    {
        var organisation = under is null ? await portal.World.OrganisationAsync() : null;
        var root = under ?? organisation!.RootId;
        var service = await portal.World.SubscriptionAsync(root);
        var secrets = portal.Services.GetRequiredService<ISecretProtector>();
        var owner = organisation?.Id ?? await portal.World.Db.FirstOrDefaultAsync<Guid>("SELECT OrganisationId FROM Account WHERE Id = @root", new { root });
        var icc = await portal.World.SimCardAsync(owner, service, protectedPin: secrets.Protect(Pin), protectedPuk: secrets.Protect(Puk));
        return (root, $"/services/{service}", icc);
    }

    private async Task<string> CookieAsync(Application.Common.Security.UserIdentity user, string page)
    {
        using var browser = await portal.BrowserAsync(user);
        using var asked = await browser.SendFormAsync(page, page + "?handler=Secrets");
        return asked.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("connect-look", StringComparison.Ordinal)).Split(';')[0];
    }

    private async Task<string> LookAsync(Application.Common.Security.UserIdentity user, string page, string cookie)
    {
        using var browser = await portal.BrowserAsync(user);
        var session = browser.DefaultRequestHeaders.GetValues("Cookie").Single();
        browser.DefaultRequestHeaders.Remove("Cookie");
        browser.DefaultRequestHeaders.Add("Cookie", $"{session}; {cookie}");
        return await browser.GetStringAsync(page);
    }
}
