using Connect.Application.Accounts;
using Connect.Application.Tests.Common;
using Connect.TestKit;

namespace Connect.Application.Tests.Accounts;

[Covers("ACC-4", "Redigera fakturaadress")]
public sealed class EditInvoiceAddressTests
{
    private readonly AccountScene _scene = new();

    [Fact]
    public async Task The_address_for_paper_is_saved_and_taken_away()
    {
        await SendAsync(new(AccountScene.Number, "Box 1", "123 45", "Ort"));
        _scene.Account.Data.InvoiceStreet.ShouldBe("Box 1");
        await SendAsync(new(AccountScene.Number, "", " ", null));
        (_scene.Account.Data.InvoiceStreet, _scene.Account.Data.InvoicePostalCode).ShouldBe((null, null));
        _scene.Account.NewEvents.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(null, null, null, "")]
    [InlineData("Box 1", null, "Ort", "PostalCode NotEmptyValidator")]
    [InlineData("Box 1", "x", "Ort", "PostalCode PostalCodeWrong")]
    public void An_address_is_whole_or_there_is_none(string? street, string? code, string? city, string problems) =>
        string.Join(", ", new EditInvoiceAddress.Validator().Problems(new(AccountScene.Number, street, code, city))).ShouldBe(problems);

    private Task SendAsync(EditInvoiceAddress command) => new EditInvoiceAddress.Handler(_scene.Desk).Handle(command, default);
}
