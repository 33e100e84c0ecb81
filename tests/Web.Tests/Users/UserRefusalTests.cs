using System.Net;
using Connect.Domain.Users;
using Connect.TestKit;
using Connect.Web.Tests.Shell;

namespace Connect.Web.Tests.Users;

/// <summary>What an account administrator tries beyond what they have, by page and by a tampered post; and what is done with a user beside editing.</summary>
public sealed class UserRefusalTests : IAsyncLifetime
{
    private UserPagesWorld _world = null!;
    private HttpClient _karl = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await UserPagesWorld.MakeAsync();
        _karl = await _world.BrowserAsync(_world.Karl);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    [Covers("USR-2", "only rights that the acting user has; refusals are audited")]
    [Covers("RIGHT-3", "on the page and by a forged form")]
    public async Task A_right_beyond_the_own_is_not_offered_and_not_given()
    {
        var page = await _karl.GetStringOf("/users/new");
        page.ShouldContain("value=\"ViewSubscriptions\"");
        page.ShouldNotContain("value=\"ViewInvoices\"");
        var refused = await _karl.SendFormAsync("/users/new", "/users/new", UserPagesWorld.Form(_world.Workshop, ("Input.Rights", "ViewSubscriptions"), ("Input.Rights", "ViewInvoices")));
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await _world.CountAsync()).ShouldBe(4);
        (await _world.RefusalsAsync(_world.Karl, "CreateUser")).ShouldBe(["RightBeyondOwn"]);
    }

    [Fact]
    [Covers("USR-2", "only a reach within the own: an Administratör is not to be made by a Kontoadministratör")]
    public async Task A_reach_beyond_the_own_does_not_exist()
    {
        var refused = await _karl.SendFormAsync("/users/new", "/users/new", UserPagesWorld.Form(_world.Root));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("id=\"Input_Account-error\"");
        var edit = $"/users/{_world.Vera.Id}/edit";
        var moved = await _karl.SendFormAsync(edit, edit, UserPagesWorld.Form(_world.Root, ("Version", "1"), ("Input.Rights", "ViewSubscriptions")));
        moved.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await _world.RefusalsAsync(_world.Karl, "EditUser")).ShouldBe(["AccountUnknown"]);
        (await _karl.GetStringOf($"/users/{_world.Vera.Id}")).ShouldContain(_world.Workshop);
        (await _world.CountAsync()).ShouldBe(4);
    }

    [Fact]
    public async Task A_contact_person_outside_the_reach_is_not_found()
    {
        var form = UserPagesWorld.Form(_world.Workshop).Select(field => field.Item1 == "Input.ContactPersonId" ? (field.Item1, "Person sven") : field).ToArray();
        var refused = await _karl.SendFormAsync("/users/new", "/users/new", form);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("id=\"Input_ContactPersonId-error\"");
        (await _karl.GetStringOf("/users/contact-persons?q=person")).ShouldNotContain("sven");
    }

    [Fact]
    public async Task A_user_outside_the_reach_does_not_exist_on_any_page()
    {
        foreach (var act in new[] { "", "/edit", "/deactivate", "/invite", "/end-sessions", "/reset-two-factor", "/reactivate", "/no-such-action" })
            (await _karl.GetAsync($"/users/{_world.Anna.Id}{act}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, act);
        foreach (var act in new[] { "edit", "deactivate", "end-sessions", "reset-two-factor" })
            (await _karl.SendFormAsync("/users/new", $"/users/{_world.Anna.Id}/{act}", UserPagesWorld.Form(_world.Workshop, ("Version", "1")))).StatusCode.ShouldBe(HttpStatusCode.NotFound, act);
        (await _karl.GetAsync($"/users/{_world.Vera.Id}/no-such-action")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Covers("USR-2", "a user with more than the acting user is seen, not changed")]
    public async Task A_user_who_has_more_is_shown_without_actions_and_left_alone()
    {
        var more = await _world.World.UserAsync(_world.NorthId, "mera", [Right.ViewInvoices]);
        var page = await _karl.GetStringOf($"/users/{more.Id}");
        page.ShouldContain("Person mera");
        page.ShouldNotContain($"/users/{more.Id}/");
        var list = await _karl.GetStringOf("/users");
        (list.Contains($"/users/{_world.Vera.Id}/edit", StringComparison.Ordinal), list.Contains($"/users/{more.Id}/edit", StringComparison.Ordinal)).ShouldBe((true, false));
        (await _karl.GetAsync($"/users/{more.Id}/edit")).Headers.Location!.ToString().ShouldBe($"/users/{more.Id}");
        foreach (var act in new[] { "edit", "deactivate", "end-sessions", "reset-two-factor" })
            (await _karl.SendFormAsync("/users/new", $"/users/{more.Id}/{act}", UserPagesWorld.Form(_world.Workshop, ("Version", "1")))).StatusCode.ShouldBe(HttpStatusCode.Forbidden, act);
        (await _world.RefusalsAsync(_world.Karl, "DeactivateUser")).ShouldBe(["UserBeyondOwn"]);
    }

    [Fact]
    [Covers("USR-2", "deactivate, reactivate, end sessions, reset two-factor, invite again: asked about first")]
    public async Task What_is_done_with_a_user_is_asked_about_and_told()
    {
        using var vera = await _world.BrowserAsync(_world.Vera);
        WebUtility.HtmlDecode(await _karl.GetStringOf($"/users/{_world.Vera.Id}/end-sessions")).ShouldContain("Person vera (vera) loggas ut på alla enheter");
        (await DoneAsync("end-sessions")).ShouldContain("Person vera (vera) är utloggad överallt.");
        (await vera.GetAsync("/services")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await _karl.GetAsync($"/users/{_world.Vera.Id}/reactivate")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "There is nothing to reactivate.");
        (await DoneAsync("deactivate")).ShouldContain("Person vera (vera) är inaktiverad.");
        (await _karl.GetStringOf($"/users/{_world.Vera.Id}")).ShouldNotContain($"/users/{_world.Vera.Id}/deactivate");
        (await DoneAsync("reactivate")).ShouldContain("Person vera (vera) är återaktiverad.");
        (await DoneAsync("reset-two-factor")).ShouldContain("Tvåfaktor är återställd för Person vera (vera).");
        await _karl.SendFormAsync("/users/new", "/users/new", UserPagesWorld.Form(_world.Workshop));
        var invited = await _world.IdOfAsync("ny.person");
        (await _karl.GetStringOf($"/users/{invited}")).ShouldContain($"/users/{invited}/invite");
        (await _karl.SendFormAsync($"/users/{invited}/invite", $"/users/{invited}/invite")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_password_is_asked_for_before_a_log_in_is_changed_and_not_before_one_is_taken_away()
    {
        _world.Portal.Clock.Advance(TimeSpan.FromMinutes(16));
        var page = $"/users/{_world.Vera.Id}/reset-two-factor";
        (await _karl.SendFormAsync(page, page)).Headers.Location!.OriginalString.ShouldBe("/login/confirm?returnUrl=" + Uri.EscapeDataString(page));
        (await DoneAsync("deactivate", "deactivate")).ShouldContain("Person vera (vera) är inaktiverad.");
    }

    [Fact]
    public async Task Nothing_is_done_with_the_own_user()
    {
        (await _karl.GetStringOf($"/users/{_world.Karl.Id}")).ShouldNotContain("/deactivate");
        (await _karl.GetAsync($"/users/{_world.Karl.Id}/deactivate")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await _karl.SendFormAsync("/users/new", $"/users/{_world.Karl.Id}/deactivate")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private async Task<string> DoneAsync(string act, string? form = null)
    {
        var page = $"/users/{_world.Vera.Id}/{act}";
        var done = await _karl.SendFormAsync(form is null ? "/users/new" : $"/users/{_world.Vera.Id}/{form}", page);
        done.Headers.Location!.ToString().ShouldBe($"/users/{_world.Vera.Id}");
        return WebUtility.HtmlDecode(await _karl.GetStringOf($"/users/{_world.Vera.Id}"));
    }
}
