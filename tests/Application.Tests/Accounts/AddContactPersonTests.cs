using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Application.Tests.Common;
using Connect.TestKit;

namespace Connect.Application.Tests.Accounts;

[Covers("ACC-4", "Lägg till kontaktperson, and what is asked of one")]
public sealed class AddContactPersonTests
{
    private readonly AccountScene _scene = new();

    [Fact]
    public async Task Known_and_own_roles_are_kept_once_in_lower_case()
    {
        await SendAsync(New("Åsa Ek", "Ekonomi", " ekonomi", "Skyddsombud", ""));
        var person = _scene.SavedPersons.ShouldHaveSingleItem();
        (person.Name, string.Join(',', person.Roles), person.AccountId).ShouldBe(("Åsa Ek", "ekonomi,skyddsombud", _scene.Account.Id));
        _scene.Saved.ShouldHaveSingleItem().NewEvents.ShouldHaveSingleItem().Kind.ShouldBe("ContactPersonAdded");
        _scene.Audit.About.ShouldBe(("ContactPerson", person.Id));
    }

    [Fact]
    public async Task An_account_outside_the_reach_is_not_there() =>
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(New("Åsa") with { Number = "999" }));

    [Fact]
    public void A_person_has_a_name_and_roles_have_their_length()
    {
        Problems(New("Åsa", "ekonomi")).ShouldBeEmpty();
        Problems(New(" ")).ShouldBe(["Name NotEmptyValidator"]);
        Problems(New(new string('x', 201))).ShouldBe(["Name MaximumLengthValidator"]);
        Problems(New("Åsa", new string('x', 51))).ShouldBe(["Roles RolesWrong"]);
        Problems(New("Åsa", [.. Enumerable.Range(0, 21).Select(i => $"{i}")])).ShouldBe(["Roles RolesWrong"]);
        Problems(New("Åsa", "a\0")).ShouldBe(["Roles RolesWrong"]);
        Problems(New("Åsa") with { Email = "nej" }).ShouldBe(["Email EmailValidator"]);
        Problems(New("Åsa") with { Email = "åsa@exämple.se" }).ShouldBe(["Email EmailValidator"]); // as where a user's address is written
        Problems(New("Åsa") with { Email = new string('a', 250) + "@b.se" }).ShouldBe(["Email MaximumLengthValidator"]);
        Problems(New("Åsa") with { Phone = "nej" }).ShouldBe(["Phone PhoneNumberWrong"]);
    }

    private static IEnumerable<string> Problems(AddContactPerson command) => new AddContactPerson.Validator().Problems(command);

    private static AddContactPerson New(string name, params string[] roles) => new(AccountScene.Number, name, Guid.CreateVersion7()) { Roles = roles };

    private Task SendAsync(AddContactPerson command) => new AddContactPerson.Handler(_scene.Desk).Handle(command, default);
}
