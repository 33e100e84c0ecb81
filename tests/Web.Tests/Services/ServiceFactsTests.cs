using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using Connect.Web.Tests.Shell;

namespace Connect.Web.Tests.Services;

/// <summary>What a service's page tells, field by field.</summary>
public sealed class ServiceFactsTests(Portal portal) : IClassFixture<Portal>, IAsyncLifetime
{
    private TestOrganisation _own = null!;
    private HttpClient _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _own = await portal.World.OrganisationAsync();
        _browser = await portal.BrowserAsync(await portal.World.UserAsync(_own.RootId));
    }

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact, Covers("SVC-3", "price and specification, installation address, bandwidth")]
    public async Task A_line_has_its_address_and_bandwidth()
    {
        var service = await portal.World.SubscriptionAsync(_own.RootId, "Kontoret", SubscriptionKind.Broadband,
            more: [("InstallationStreet", "Storgatan 1"), ("InstallationPostalCode", "903 26"), ("InstallationCity", "Umeå"), ("DownMbit", 250), ("UpMbit", 100)]);
        var page = await OpenAsync($"/services/{service}");
        Fact(page, "facts", "Installationsadress").ShouldBe("Storgatan 1, 903 26 Umeå");
        Fact(page, "facts", "Bandbredd").ShouldBe("250 Mbit/s in, 100 Mbit/s ut");
        Fact(page, "specification", "Pris per månad, exkl. moms").ShouldBe("199,00 kr");
    }

    [Fact, Covers("SVC-4", "a PBX user has a mobile and a fixed number, and handsets")]
    public async Task A_PBX_user_has_two_numbers_and_handsets()
    {
        var service = await portal.World.SubscriptionAsync(_own.RootId, "Åke Ström", SubscriptionKind.PbxUser, phone: "+46701740610", more: [("FixedNumber", "+46846500411")]);
        await portal.World.InsertAsync("Handset", ("Id", Guid.CreateVersion7()), ("SubscriptionId", service), ("ExternalId", "H1"), ("Kind", HandsetKind.Softphone), ("Name", "Datorn"));
        var page = await OpenAsync($"/services/{service}");
        Fact(page, "facts", "Telefonnummer").ShouldBe("070-174 06 10");
        Fact(page, "facts", "Fast nummer").ShouldBe("08-465 004 11");
        Fact(page, "specification", "Handtag").ShouldStartWith("Datorn Softphone");
    }

    [Fact, Covers("SVC-4", "barrings and forwardings, each with its plus that leads to adding; the SIM card's fields, each with what it is")]
    public async Task A_mobile_has_its_panels_with_a_plus_and_plain_words()
    {
        var service = await portal.World.SubscriptionAsync(_own.RootId);
        await portal.World.SimCardAsync(_own.Id, service);
        var page = await OpenAsync($"/services/{service}");
        foreach (var panel in new[] { "barrings", "forwardings" })
            page.QuerySelector($"section[aria-labelledby={panel}-title] a.is-plus")!.GetAttribute("href").ShouldBe($"/services/{service}/{panel}");
        foreach (var field in new[] { "IMSI", "ICC", "PIN", "PUK" })
            page.QuerySelectorAll("section[aria-labelledby=sim-title] dt").Single(name => name.TextContent.Trim() == field).NextElementSibling!.QuerySelector(".field-hint")!.TextContent.Trim().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(SubscriptionKind.PbxUser, true)]
    [InlineData(SubscriptionKind.Mobile, false)]
    [Covers("SVC-5", "the note that the PBX is not renamed, and whom to ask")]
    public async Task Who_renames_a_PBX_user_is_told_of_the_PBX(SubscriptionKind kind, bool told)
    {
        var service = await portal.World.SubscriptionAsync(_own.RootId, kind: kind);
        var page = WebUtility.HtmlDecode(await _browser.GetStringAsync($"/services/{service}/user-name"));
        page.Contains("Namnet ändras inte i växeln. Kontakta kundtjänst om du behöver hjälp med det.", StringComparison.Ordinal).ShouldBe(told);
        page.ShouldContain("Namnet syns i portalen och på fakturan.");
    }

    [Fact, Covers("SVC-6", "after confirming: what the user does next")]
    public async Task After_a_replacement_the_page_says_what_to_do()
    {
        var service = await portal.World.SubscriptionAsync(_own.RootId);
        await portal.World.SimCardAsync(_own.Id, service);
        var own = await portal.World.SimCardAsync(_own.Id, state: SimCardState.InStock);
        var page = $"/services/{service}/replace-sim";
        using var sent = await _browser.SendFormAsync(page, page, ("Input.Way", "OwnCard"), ("Input.Icc", own), ("Input.RequestId", Guid.CreateVersion7().ToString()));
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await OpenAsync($"/services/{service}")).QuerySelector("[role=status]")!.TextContent.ShouldContain("startar om");
    }

    private async Task<IHtmlDocument> OpenAsync(string address) => new HtmlParser().ParseDocument(await _browser.GetStringAsync(address));

    private static string Fact(IHtmlDocument page, string panel, string name) =>
        string.Join(' ', page.QuerySelectorAll($"section[aria-labelledby={panel}-title] dt").Single(fact => fact.TextContent.Trim() == name).NextElementSibling!.TextContent
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
