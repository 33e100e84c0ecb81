using Connect.Application.Common.Errors;
using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Application.Users;
using Connect.Domain.Common;
using Connect.Domain.Users;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Users;

[Covers("USR-2", "Skapa användare: contact person, reach, name, e-mail, number, rights, products, invitation")]
public sealed class CreateUserTests
{
    private readonly UserScene _scene = new();

    [Fact]
    public async Task A_new_user_is_kept_in_one_spelling_and_invited_by_a_secret_mail_in_their_language()
    {
        var id = await SendAsync(_scene.New(Right.ViewSubscriptions) with { UserName = " ny.person ", MobileNumber = "070-174 06 05", SmsTwoFactor = true, Language = "en" });
        var user = _scene.Saved.ShouldHaveSingleItem();
        (user.Id, user.UserName, user.MobileNumber, user.SmsTwoFactor, user.HasPassword, user.IsActive, user.Version).ShouldBe((id, "ny.person", "+46701740605", true, false, true, 0));
        (user.Account.Number, user.ContactPersonId, user.OrganisationId).ShouldBe(("100100", _scene.Accounts.Person.Id, Scene.Reach.OrganisationId));
        var mail = _scene.Log.Mails.ShouldHaveSingleItem();
        (mail.To, mail.IsSecret, mail.Subject).ShouldBe(("ny@example.com", true, "Welcome to Nordtel"));
        _scene.Log.SentLinks.ShouldHaveSingleItem().UserId.ShouldBe(id);
        (_scene.Audit.About, _scene.Audit.Before).ShouldBe((("User", id), null));
        _scene.Audit.After!.ShouldContain("ny.person");
    }

    [Fact]
    public async Task A_contact_person_can_be_made_in_place_on_the_users_account()
    {
        await SendAsync(_scene.New() with { ContactPersonId = null, NewContactPerson = new("Åsa Ny") { Phone = "070-174 06 05", Roles = ["Teknik"] } });
        var person = _scene.Accounts.SavedPersons.ShouldHaveSingleItem();
        (person.Name, person.Phone, person.AccountId).ShouldBe(("Åsa Ny", "+46701740605", _scene.Accounts.Account.Id));
        _scene.Saved.ShouldHaveSingleItem().ContactPersonId.ShouldBe(person.Id);
        _scene.Accounts.Told.ShouldHaveSingleItem().Payload!.ShouldContain("contact-person.added");
        _scene.Audit.About!.Value.Kind.ShouldBe("User");
        _scene.Audit.After!.ShouldContain("Name = Åsa Ny");
    }

    [Fact]
    public async Task Invitations_are_few_an_hour_to_an_address_and_enough_for_an_office_by_one_user()
    {
        for (var i = 0; i < 5; i++) await SendAsync(_scene.New());
        await RefusedAsync(_scene.New() with { Email = "NY@example.com" }, "InvitationsTooMany", null);
        for (var i = 6; i < 50; i++) await SendAsync(_scene.New() with { Email = $"ny{i}@example.com" });
        await RefusedAsync(_scene.New() with { Email = "ny50@example.com" }, "InvitationsByOneTooMany", null);
        _scene.Log.Mails.Count.ShouldBe(49);
        _scene.Log.Clock.Advance(TimeSpan.FromMinutes(61));
        await SendAsync(_scene.New());
    }

    [Fact]
    public async Task An_account_or_a_person_outside_the_reach_is_one_that_does_not_exist()
    {
        await RefusedAsync(_scene.New() with { Account = "999999" }, "AccountUnknown", "Account");
        await RefusedAsync(_scene.New() with { ContactPersonId = Guid.CreateVersion7() }, "ContactPersonUnknown", "ContactPersonId");
    }

    [Fact]
    public async Task A_right_that_one_lacks_is_refused()
    {
        var scene = new UserScene(Right.ManageUsers, Right.ViewAccounts);
        await HandlerOf(scene).Handle(scene.New(Right.ViewAccounts), default);
        (await Should.ThrowAsync<ForbiddenException>(() => HandlerOf(scene).Handle(scene.New(Right.ViewAccounts, Right.ViewInvoices), default))).Code.ShouldBe("RightBeyondOwn");
        scene.Saved.Count.ShouldBe(1);
    }

    [Fact]
    [Covers("USR-2", "a right that does nothing alone says which one it needs")]
    public async Task A_right_that_does_nothing_alone_is_refused_beside_the_rights()
    {
        using var reader = new InLanguage("sv");
        var refused = await Should.ThrowAsync<InvalidInputException>(() => SendAsync(_scene.New(Right.ManageSubscriptions, Right.ViewSimSecrets)));
        refused.Problems.Select(problem => (problem.Field, problem.Code)).ShouldBe([("Rights", "RightAlone"), ("Rights", "RightAlone")]);
        refused.Problems[0].Arguments.ShouldBe(["Hantera tjänster", "Se tjänster"]);
        _scene.Saved.ShouldBeEmpty();
        await SendAsync(_scene.New(Right.ManageSubscriptions, Right.ViewSimSecrets, Right.ViewSubscriptions));
        _scene.Saved.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Products_are_chosen_among_those_that_the_acting_user_may_order()
    {
        await SendAsync(_scene.New(Right.PlaceOrders) with { LimitsProducts = true, Products = [UserScene.Mobile] });
        _scene.Saved[0].Products.Products.ShouldBe([UserScene.Mobile]);
        await RefusedAsync(_scene.New(Right.PlaceOrders) with { LimitsProducts = true, Products = [UserScene.Mobile, UserScene.Foreign] }, "ProductUnknown", "Products");
        _scene.Limits = ProductLimits.To([UserScene.Mobile]);
        await RefusedAsync(_scene.New(Right.PlaceOrders) with { LimitsProducts = true, Products = [UserScene.Broadband] }, "ProductUnknown", "Products");
        (await Should.ThrowAsync<ForbiddenException>(() => SendAsync(_scene.New(Right.PlaceOrders)))).Code.ShouldBe("ProductsBeyondOwn");
        await SendAsync(_scene.New(Right.ViewSubscriptions) with { LimitsProducts = true, Products = [UserScene.Broadband] });
        _scene.Saved[^1].Products.AreOn.ShouldBeFalse("It means nothing to a user who can't order.");
    }

    [Fact]
    public async Task A_taken_name_and_a_colleagues_address_are_said_of_their_fields()
    {
        _scene.NameIsTaken = true;
        await RefusedAsync(_scene.New(), "UserNameTaken", "UserName");
        _scene.Repository.IsEmailTakenAsync(Scene.Reach, "ny@example.com", Arg.Any<Guid>(), Arg.Any<CancellationToken>()).Returns(true);
        await RefusedAsync(_scene.New(), "EmailTaken", "Email");
        _scene.Log.Mails.ShouldBeEmpty();
    }

    [Fact]
    public void Every_field_has_its_shape()
    {
        Problems(_scene.New(Right.ViewAccounts)).ShouldBeEmpty();
        Problems(_scene.New() with { Account = "", UserName = "an na", Email = "x@", MobileNumber = "hej", Language = "de" })
            .ShouldBe(["Account NotEmptyValidator", "Email EmailValidator", "MobileNumber MobileNumber", "Language LanguageUnknown", "UserName UserNameSigns"]);
        Problems(_scene.New() with { ContactPersonId = null }).ShouldBe(["ContactPersonId ContactPersonMissing"]);
        Problems(_scene.New() with { ContactPersonId = null, NewContactPerson = new(" ") }).ShouldBe(["NewContactPerson.Name NotEmptyValidator"]);
        Problems(_scene.New() with { SmsTwoFactor = true }).ShouldBe(["MobileNumber SmsNeedsNumber"]);
        Problems(_scene.New((Right)99)).ShouldBe(["Rights RightUnknown"]);
        Problems(_scene.New(Right.PlaceOrders) with { LimitsProducts = true }).ShouldBe(["Products ProductsMissing"]);
    }

    [Fact]
    public void What_is_too_long_or_no_text_is_refused_and_signs_of_HTML_are_text()
    {
        var (long1, half) = (new string('x', 10_000), "a" + (char)0xD800);
        Problems(_scene.New() with { Account = long1, UserName = long1, Email = long1, MobileNumber = long1 }).Select(problem => problem.Split(' ')[0]).ShouldBe(["Account", "UserName", "Email", "MobileNumber"]);
        foreach (var name in new[] { long1, half, "a\0b" }) Problems(_scene.New() with { ContactPersonId = null, NewContactPerson = new(name) }).ShouldNotBeEmpty();
        Problems(_scene.New() with { ContactPersonId = null, NewContactPerson = new("<script>alert(1)</script>") }).ShouldBeEmpty();
        Problems(_scene.New() with { UserName = "<script>" }).ShouldBe(["UserName UserNameSigns"]);
    }

    private static IEnumerable<string> Problems(CreateUser command) => new CreateUser.Validator().Problems(command);

    private async Task RefusedAsync(CreateUser command, string code, string? field)
    {
        var refused = await Should.ThrowAsync<DomainRuleException>(() => SendAsync(command));
        (refused.Code, refused.Field).ShouldBe((code, field));
    }

    private Task<Guid> SendAsync(CreateUser command) => HandlerOf(_scene).Handle(command, default);

    private static CreateUser.Handler HandlerOf(UserScene scene) => new(scene.Desk, scene.Grants, scene.Invitation);
}
