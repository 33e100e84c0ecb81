using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Application.Tests.Common;

namespace Connect.Application.Tests.Accounts;

public sealed class EditContactPersonTests
{
    private readonly AccountScene _scene = new();

    [Fact]
    public async Task What_was_and_what_is_are_told()
    {
        await SendAsync(new(AccountScene.Number, _scene.Person.Id, "Bo Lind", 2) { Roles = ["ekonomi"] });
        var person = _scene.SavedPersons.ShouldHaveSingleItem();
        (person.Name, person.Version, string.Join(',', person.Roles)).ShouldBe(("Bo Lind", 2, "ekonomi"));
        _scene.Audit.Before!.ShouldContain("Bo Ek");
        _scene.Audit.After!.ShouldContain("Bo Lind");
    }

    [Fact]
    public async Task A_form_filled_in_before_somebody_elses_change_is_refused() =>
        await Should.ThrowAsync<ConflictException>(() => SendAsync(new(AccountScene.Number, _scene.Person.Id, "Bo Lind", 1)));

    [Fact]
    public async Task A_person_of_another_account_is_not_there() =>
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(new(AccountScene.Number, Guid.CreateVersion7(), "Bo")));

    [Fact]
    public void A_person_has_a_name() =>
        new EditContactPerson.Validator().Problems(new(AccountScene.Number, Guid.CreateVersion7(), "")).ShouldBe(["Name NotEmptyValidator"]);

    private Task SendAsync(EditContactPerson command) => new EditContactPerson.Handler(_scene.Repository, _scene.Desk).Handle(command, default);
}
