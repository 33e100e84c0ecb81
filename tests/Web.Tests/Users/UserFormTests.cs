using System.Net;
using Connect.Domain.Users;
using Connect.TestKit;
using Connect.Web.Tests.Shell;

namespace Connect.Web.Tests.Users;

/// <summary>Skapa and Redigera användare, without JavaScript.</summary>
public sealed class UserFormTests : IAsyncLifetime
{
    private UserPagesWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await UserPagesWorld.MakeAsync();
    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    [Covers("USR-2", "from the form to the first log-in; the reach holds, and a right that is taken away is gone at the next click")]
    public async Task A_new_account_administrator_logs_in_and_sees_only_what_was_given()
    {
        await _world.World.SubscriptionAsync(_world.NorthId, "I norr");
        await _world.World.SubscriptionAsync(_world.Own.RootId, "I toppen");
        using var anna = await _world.BrowserAsync(_world.Anna);
        var made = await anna.SendFormAsync("/users/new", "/users/new", UserPagesWorld.Form($"{_world.North} Norr", ("Input.Rights", "ViewSubscriptions")));
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = WebUtility.HtmlDecode(await anna.GetStringOf(made.Headers.Location!.ToString()));
        foreach (var part in new[] { "En inbjudan är på väg till ny@example.com", "Kontoadministratör", "Se tjänster", "Inbjuden" }) page.ShouldContain(part);
        using var browser = await _world.TakeUpAsync("ny.person", "sju sjösjuka sjömän");
        var list = await browser.GetStringOf("/services");
        list.ShouldContain("I norr");
        list.ShouldNotContain("I toppen");
        foreach (var address in new[] { "/accounts", "/users", "/reports" }) (await browser.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, address);
        var id = await _world.IdOfAsync("ny.person");
        var edit = $"/users/{id}/edit";
        (await anna.SendFormAsync(edit, edit, UserPagesWorld.Form(_world.North, ("Version", "2")))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync("/services")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_is_wrong_is_all_said_at_once_and_nothing_typed_is_lost()
    {
        using var anna = await _world.BrowserAsync(_world.Anna);
        var refused = await anna.SendFormAsync("/users/new", "/users/new", ("Input.PersonWay", "known"), ("Input.ContactPersonId", "finns inte"), ("Input.Account", ""), ("Input.UserName", "två ord"),
            ("Input.Email", "x@"), ("Input.MobileNumber", "08-123"), ("Input.Rights", "PlaceOrders"), ("Input.LimitsProducts", "true"), ("Input.Language", "sv"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        foreach (var field in new[] { "ContactPersonId", "Account", "UserName", "Email", "MobileNumber", "Products" }) html.ShouldContain($"href=\"#Input_{field}\"");
        foreach (var kept in new[] { "value=\"finns inte\"", "value=\"två ord\"", "value=\"x@\"", "value=\"08-123\"" }) html.ShouldContain(kept);
        html.ShouldContain("id=\"Input_Email-error\"");
        (await _world.CountAsync()).ShouldBe(4);
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\ud800b")]
    public async Task What_is_no_sign_is_said_beside_its_field_and_the_form_stays(string name)
    {
        using var anna = await _world.BrowserAsync(_world.Anna);
        var refused = await anna.SendFormAsync("/users/new", "/users/new", [.. UserPagesWorld.Form(_world.North).Where(field => field.Item1 is not ("Input.PersonWay" or "Input.UserName")),
            ("Input.PersonWay", "new"), ("Input.NewContactPerson.Name", name), ("Input.UserName", "kvar")]);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        html.ShouldContain("id=\"Input_NewContactPerson_Name-error\"");
        html.ShouldContain("value=\"kvar\"");
    }

    [Fact]
    [Covers("USR-2", "a right that does nothing alone says which one it needs")]
    public async Task A_right_that_does_nothing_alone_is_said_beside_the_rights()
    {
        using var anna = await _world.BrowserAsync(_world.Anna);
        WebUtility.HtmlDecode(await anna.GetStringOf("/users/new")).ShouldContain("Alla åtgärder i åtgärdsmenyn. Kräver Se tjänster.");
        var refused = await anna.SendFormAsync("/users/new", "/users/new", UserPagesWorld.Form(_world.North, ("Input.Rights", "ManageSubscriptions")));
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        html.ShouldContain("href=\"#Input_Rights\"");
        html.ShouldContain("Hantera tjänster kräver Se tjänster.");
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_makes_one_user()
    {
        using var anna = await _world.BrowserAsync(_world.Anna);
        var form = UserPagesWorld.Form(_world.North);
        var first = await anna.SendFormAsync("/users/new", "/users/new", form);
        var second = await anna.SendFormAsync("/users/new", "/users/new", form);
        (first.StatusCode, second.Headers.Location).ShouldBe((HttpStatusCode.Redirect, first.Headers.Location));
        (await _world.CountAsync()).ShouldBe(5);
    }

    [Fact]
    [Covers("USR-2", "a contact person made in place")]
    public async Task A_contact_person_is_made_with_the_user()
    {
        using var anna = await _world.BrowserAsync(_world.Anna);
        var made = await anna.SendFormAsync("/users/new", "/users/new", [.. UserPagesWorld.Form(_world.North).Where(field => field.Item1 != "Input.PersonWay"), ("Input.PersonWay", "new"),
            ("Input.NewContactPerson.Name", "Nils Ny"), ("Input.NewContactPerson.Known", "teknik")]);
        (await anna.GetStringOf(made.Headers.Location!.ToString())).ShouldContain("Nils Ny (Norr)");
        (await anna.GetStringOf($"/accounts/{_world.North}")).ShouldContain("Nils Ny");
    }

    [Fact]
    public async Task Where_several_people_fit_one_of_them_is_chosen()
    {
        var one = await _world.World.ContactPersonAsync(_world.NorthId, "Bo Ek", "bo1@example.com");
        await _world.World.ContactPersonAsync(_world.NorthId, "Bo Ek", "bo2@example.com");
        using var anna = await _world.BrowserAsync(_world.Anna);
        (string, string)[] form = [.. UserPagesWorld.Form(_world.North).Where(field => field.Item1 != "Input.ContactPersonId"), ("Input.ContactPersonId", "Bo Ek")];
        var asked = await anna.SendFormAsync("/users/new", "/users/new", form);
        var html = await asked.Content.ReadAsStringAsync();
        foreach (var part in new[] { "bo1@example.com", "bo2@example.com", $"value=\"{one}\"" }) html.ShouldContain(part);
        var made = await anna.SendFormAsync("/users/new", "/users/new", [.. form, ("Input.Chosen", $"{one}")]);
        var edit = await anna.GetStringOf(made.Headers.Location + "/edit");
        WebUtility.HtmlDecode(edit).ShouldContain($"value=\"Bo Ek · bo1@example.com · {_world.North}\"");
    }

    [Fact]
    public async Task Beside_an_account_that_is_unclear_all_else_that_is_wrong_is_said_too()
    {
        using var anna = await _world.BrowserAsync(_world.Anna);
        var refused = await anna.SendFormAsync("/users/new", "/users/new", [.. UserPagesWorld.Form("r").Where(field => field.Item1 is not ("Input.UserName" or "Input.Email")), ("Input.UserName", "två ord"), ("Input.Email", "x@")]);
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        foreach (var field in new[] { "Account", "UserName", "Email" }) html.Split($"href=\"#Input_{field}\"").Length.ShouldBe(2, field);
    }

    [Theory]
    [Covers("USR-2", "any account within the own: by number or, also without JavaScript, a part of its name")]
    [InlineData("verkst", null)]
    [InlineData("r", "Menade du {0} Norr, {1} Söder eller {2} Verkstad?")]
    [InlineData("finns inte", "Det finns inget sådant konto.")]
    public async Task An_account_is_found_by_a_part_of_its_name(string typed, string? told)
    {
        using var anna = await _world.BrowserAsync(_world.Anna);
        var sent = await anna.SendFormAsync("/users/new", "/users/new", UserPagesWorld.Form(typed));
        sent.StatusCode.ShouldBe(told is null ? HttpStatusCode.Redirect : HttpStatusCode.UnprocessableEntity);
        if (told is null) (await anna.GetStringOf(sent.Headers.Location!.ToString())).ShouldContain(_world.Workshop);
        else
        {
            var html = WebUtility.HtmlDecode(await sent.Content.ReadAsStringAsync());
            html.ShouldContain(string.Format(null, told, _world.North, _world.South, _world.Workshop));
            html.ShouldContain($"value=\"{typed}\"");
        }
    }

    [Theory]
    [InlineData("era", "Person vera")]
    [InlineData("finns inte", "Ingen kontaktperson passar")]
    public async Task A_person_who_only_looks_alike_is_asked_about(string typed, string told)
    {
        using var anna = await _world.BrowserAsync(_world.Anna);
        var asked = await anna.SendFormAsync("/users/new", "/users/new", [.. UserPagesWorld.Form(_world.North).Where(field => field.Item1 != "Input.ContactPersonId"), ("Input.ContactPersonId", typed)]);
        asked.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await asked.Content.ReadAsStringAsync()).ShouldContain(told);
        (await _world.CountAsync()).ShouldBe(4);
    }

    [Fact]
    public async Task Whoever_gives_up_the_right_to_manage_users_ends_on_the_start_page()
    {
        await _world.World.UserAsync(_world.Own.RootId, "bea", passwordHash: World.PasswordHash);
        using var anna = await _world.BrowserAsync(_world.Anna);
        var page = $"/users/{_world.Anna.Id}/edit";
        var saved = await anna.SendFormAsync(page, page, ("Version", "1"), ("Input.PersonWay", "known"), ("Input.ContactPersonId", "Person anna"), ("Input.Account", _world.Root), ("Input.Language", "sv"));
        saved.Headers.Location!.ToString().ShouldBe("/");
    }

    [Fact]
    [Covers("USR-2", "one's own log-in is changed under Mina uppgifter")]
    public async Task The_own_user_is_edited_but_not_how_one_logs_in()
    {
        using var anna = await _world.BrowserAsync(_world.Anna);
        var page = $"/users/{_world.Anna.Id}/edit";
        var html = await anna.GetStringOf(page);
        html.ShouldNotContain("Input.UserName");
        html.ShouldContain("href=\"/me\"");
        var saved = await anna.SendFormAsync(page, page, ("Version", "1"), ("Input.PersonWay", "known"), ("Input.ContactPersonId", $"Person anna · anna@example.com · {_world.Root}"), ("Input.Account", _world.Root),
            ("Input.UserName", "kapad"), ("Input.Language", "en"), ("Input.Rights", "ManageUsers"), ("Input.Rights", "ViewAccounts"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await _world.IdOfAsync("anna")).ShouldBe(_world.Anna.Id);
        var lost = await anna.SendFormAsync(page, page, ("Version", "2"), ("Input.PersonWay", "known"), ("Input.ContactPersonId", $"Person anna · anna@example.com · {_world.Root}"), ("Input.Account", _world.Root), ("Input.Language", "en"));
        lost.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await lost.Content.ReadAsStringAsync()).ShouldContain("at least one");
    }

    [Fact]
    public async Task Who_comes_second_is_told_and_saves_nothing_without_a_fresh_form()
    {
        using var anna = await _world.BrowserAsync(_world.Anna);
        var page = $"/users/{_world.Vera.Id}/edit";
        (await anna.SendFormAsync(page, page, UserPagesWorld.Form(_world.Workshop, ("Version", "1")))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var second = await anna.SendFormAsync(page, page, UserPagesWorld.Form(_world.Workshop, ("Version", "1")));
        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var html = await second.Content.ReadAsStringAsync();
        html.ShouldContain("name=\"Version\" value=\"1\"");
        html.ShouldContain($"href=\"{page}\"");
    }

    [Fact]
    [Covers("USR-1", "Skapa användare, and the edit button of each row")]
    public async Task The_list_leads_to_the_forms()
    {
        using var anna = await _world.BrowserAsync(_world.Anna);
        var html = WebUtility.HtmlDecode(await anna.GetStringOf("/users"));
        html.ShouldContain("href=\"/users/new\"");
        html.ShouldContain($"href=\"/users/{_world.Vera.Id}/edit\" title=\"Redigera Person vera (vera)\"");
        (await anna.GetStringOf("/users/contact-persons?q=vera")).ShouldContain("data-email=\"vera@example.com\"");
    }

    [Fact]
    [Covers("USR-2", "the password is asked for again, and nothing typed is lost")]
    public async Task A_form_that_lay_open_for_long_is_sent_once_the_password_is_given()
    {
        using var anna = await _world.BrowserAsync(_world.Anna);
        _world.Portal.Clock.Advance(TimeSpan.FromMinutes(16));
        const string asks = "/login/confirm?returnUrl=%2Fusers%2Fnew";
        (await anna.GetAsync("/users/new")).Headers.Location!.OriginalString.ShouldBe(asks);
        (string, string)[] form = [.. UserPagesWorld.Form(_world.North), ("Input.Rights", "ViewAccounts"), ("Input.Rights", "ViewInvoices")];
        var stopped = await anna.SendFormAsync("/login/confirm", "/users/new", form);
        (stopped.StatusCode, stopped.Headers.Location!.OriginalString).ShouldBe((HttpStatusCode.TemporaryRedirect, asks));
        // The browser sends the same form on.
        var kept = WebUtility.HtmlDecode(await (await anna.SendFormAsync("/login/confirm", asks, form)).Content.ReadAsStringAsync());
        foreach (var (name, value) in form) kept.ShouldContain($"<input type=\"hidden\" name=\"{name}\" value=\"{value}\">");
        kept.ShouldContain("value=\"/users/new\"");
        (string, string)[] confirm = [.. form, ("ReturnUrl", "/users/new")];
        var wrong = await anna.SendFormAsync("/login/confirm", "/login/confirm", [.. confirm, ("Password", "Wrong-password-1")]);
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync()).ShouldContain("name=\"Input.Email\" value=\"ny@example.com\"");
        var right = await anna.SendFormAsync("/login/confirm", "/login/confirm", [.. confirm, ("Password", World.Password)]);
        (right.StatusCode, right.Headers.Location!.OriginalString).ShouldBe((HttpStatusCode.TemporaryRedirect, "/users/new"));
        (await _world.CountAsync()).ShouldBe(4);
        (await anna.SendFormAsync("/users/new", "/users/new", confirm)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await _world.CountAsync()).ShouldBe(5);
        (await anna.SendFormAsync("/login/confirm", "/login/confirm", [.. form, ("Password", World.Password), ("ReturnUrl", "https://elsewhere.example/")])).Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"'&<b>")]
    public async Task Scripts_in_names_are_text(string name)
    {
        await _world.World.ContactPersonAsync(_world.NorthId, name, "s@example.com");
        using var anna = await _world.BrowserAsync(_world.Anna);
        var found = await anna.GetStringOf("/users/contact-persons?q=s@example");
        found.ShouldContain("data-email=\"s@example.com\"");
        found.ShouldNotContain(name);
        var again = await anna.SendFormAsync("/users/new", "/users/new", ("Input.ContactPersonId", name), ("Input.PersonWay", "known"));
        (await again.Content.ReadAsStringAsync()).ShouldNotContain(name);
        (await anna.SendFormAsync("/users/new", "/users/new", ("Input.UserName", new string('x', 10_000)))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }
}
