using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Connect.Domain.Users;
using Connect.TestKit;

namespace Connect.Web.Tests.Shell;

/// <summary>What stands around every page, where the manual has it.</summary>
public sealed class MenuTests(Portal portal) : IClassFixture<Portal>
{
    private const string Whole = "Översikt Konton Tjänster Beställningar Fakturor Rapporter Ärenden Användare";

    [Theory]
    [InlineData(null, Whole)]
    [InlineData(Right.ViewAccounts, "Översikt Konton")]
    [InlineData(Right.ViewSubscriptions, "Översikt Tjänster")]
    [InlineData(Right.PlaceOrders, "Översikt Beställningar")]
    [InlineData(Right.ViewInvoices, "Översikt Fakturor")]
    [InlineData(Right.RunReports, "Översikt Rapporter")]
    [InlineData(Right.ManageTickets, "Översikt Ärenden")]
    [InlineData(Right.ManageUsers, "Översikt Användare")]
    [Covers("NAV-1", "the eight entries, each for whoever has its right")]
    public async Task The_main_menu_has_what_the_user_has_the_right_to(Right? right, string entries)
    {
        var page = await OpenAsync("/", right is { } only ? [only] : World.AllRights);
        page.QuerySelectorAll("nav.menu a").Select(entry => entry.TextContent.Trim()).ShouldBe(entries.Split(' '));
        page.QuerySelectorAll("#drawer nav a").Select(entry => entry.TextContent.Trim()).ShouldBe(entries.Split(' '), "the same on a phone");
        page.QuerySelector("nav.menu a[aria-current=page]")!.TextContent.Trim().ShouldBe("Översikt");
    }

    [Fact, Covers("NAV-2", "top left, on the user's name: Rapportera fel, Mina uppgifter, Logga ut, and the language")]
    public async Task The_user_menu_is_left_of_the_main_menu_and_the_search_field_right_of_it()
    {
        var page = await OpenAsync("/services", World.AllRights, "anna.menu");
        page.QuerySelectorAll(".bar .bar-user, .bar nav.menu, .bar form[role=search]").Select(part => part.LocalName).ShouldBe(["div", "nav", "form"]);
        page.QuerySelector(".bar-user .user-name")!.TextContent.ShouldBe("Person anna.menu");
        var menu = page.QuerySelector("#user-menu")!;
        menu.QuerySelectorAll("a").Select(link => (link.TextContent.Trim(), link.GetAttribute("href"))).ShouldBe([("Mina uppgifter", "/me"), ("Rapportera fel", "/report-fault?from=%2Fservices")], ignoreOrder: true);
        menu.QuerySelector("form[action='/logout'] button")!.TextContent.Trim().ShouldBe("Logga ut");
        menu.QuerySelectorAll("form[action$='handler=language'] button").Select(button => button.TextContent).ShouldBe(["Svenska", "English"]);
    }

    [Theory]
    [InlineData("/accounts", "Konton", "Nytt konto", "/accounts/new")]
    [InlineData("/orders", "Beställningar", "Ny beställning", "/orders/new")]
    [InlineData("/tickets", "Ärenden", "Skapa ärende", "/tickets/new")]
    [InlineData("/users", "Användare", "Skapa användare", "/users/new")]
    [InlineData("/services", "Tjänster", "Verktyg", null)]
    [Covers("NAV-4", "a header with the page's title and its action buttons")]
    [Covers("ORD-1", "Ny beställning")]
    [Covers("TIC-1", "Skapa ärende")]
    [Covers("SVC-1", "the tools button")]
    public async Task The_header_says_where_one_is_and_what_can_be_done(string address, string title, string action, string? leadsTo)
    {
        var page = await OpenAsync(address, World.AllRights);
        page.QuerySelector(".page-head h1")!.TextContent.ShouldBe(title);
        page.Title.ShouldNotBeNull().ShouldStartWith(title);
        var button = page.QuerySelectorAll(".page-head .actions a, .page-head .actions button, .page-head .actions summary").Single(button => button.TextContent.Trim() == action);
        if (leadsTo is not null) button.GetAttribute("href").ShouldBe(leadsTo);
        page.QuerySelector("nav.menu a[aria-current=page]")!.TextContent.Trim().ShouldBe(title);
    }

    private async Task<IHtmlDocument> OpenAsync(string address, IReadOnlyList<Right> rights, string? userName = null)
    {
        var root = (await portal.World.OrganisationAsync()).RootId;
        using var browser = await portal.BrowserAsync(await portal.World.UserAsync(root, userName, rights));
        return new HtmlParser().ParseDocument(await browser.GetStringAsync(address));
    }
}
