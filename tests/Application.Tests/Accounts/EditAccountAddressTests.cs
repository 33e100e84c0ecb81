using Connect.Application.Accounts;
using Connect.Application.Tests.Common;
using Connect.TestKit;

namespace Connect.Application.Tests.Accounts;

[Covers("ACC-4", "Redigera adress; postal codes, e-mail addresses and phone numbers are checked")]
public sealed class EditAccountAddressTests
{
    private readonly AccountScene _scene = new();

    [Fact]
    public async Task Address_and_contact_data_are_kept_in_one_spelling()
    {
        await new EditAccountAddress.Handler(_scene.Desk).Handle(new(AccountScene.Number, " Storgatan 1", "12345", "Ort ", "a@example.com", "070-174 06 05"), default);
        var data = _scene.Saved.ShouldHaveSingleItem().Data;
        (data.Street, data.PostalCode, data.City, data.Email, data.Phone).ShouldBe(("Storgatan 1", "123 45", "Ort", "a@example.com", "+46701740605"));
    }

    [Theory]
    [InlineData("", "123 45", "Ort", null, null, "Street NotEmptyValidator")]
    [InlineData("Storgatan 1", "", "Ort", null, null, "PostalCode NotEmptyValidator")]
    [InlineData("Storgatan 1", "1234", "Ort", null, null, "PostalCode PostalCodeWrong")]
    [InlineData("Storgatan 1", "123 45", null, null, null, "City NotEmptyValidator")]
    [InlineData("Storgatan 1", "123 45", "Ort", "a@b", null, "Email EmailValidator")]
    [InlineData("Storgatan 1", "123 45", "Ort", "a b@example.com", null, "Email EmailValidator")]
    [InlineData("Storgatan 1", "123 45", "Ort", "a@@example.com", null, "Email EmailValidator")]
    [InlineData("Storgatan 1", "123 45", "Ort", "a@example..com", null, "Email EmailValidator")]
    [InlineData("Storgatan 1", "123 45", "Ort", "a@example.com", "12", "Phone PhoneNumberWrong")]
    [InlineData("Storgatan 1", "123 45", "Ort", " ", " ", null)]
    public void Each_field_says_what_is_wrong_with_it(string? street, string? code, string? city, string? email, string? phone, string? problem) =>
        new EditAccountAddress.Validator().Problems(new(AccountScene.Number, street, code, city, email, phone)).ShouldBe(problem is null ? [] : [problem]);
}
