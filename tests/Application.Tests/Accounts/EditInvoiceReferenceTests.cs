using Connect.Application.Accounts;
using Connect.Application.Tests.Common;
using Connect.TestKit;

namespace Connect.Application.Tests.Accounts;

[Covers("ACC-4", "Redigera fakturareferens, and what a reference may be")]
public sealed class EditInvoiceReferenceTests
{
    private readonly AccountScene _scene = new();

    [Theory]
    [InlineData("REF-2", "REF-2")]
    [InlineData("", null)]
    public async Task The_reference_is_saved_or_taken_away(string typed, string? kept)
    {
        await new EditInvoiceReference.Handler(_scene.Desk).Handle(new(AccountScene.Number, typed, 3), default);
        _scene.Saved.ShouldHaveSingleItem().Data.InvoiceReference.ShouldBe(kept);
        _scene.Audit.Before.ShouldBe("{ InvoiceReference = REF-1 }");
    }

    [Theory]
    [InlineData(100, null)]
    [InlineData(101, "InvoiceReference MaximumLengthValidator")]
    public void A_reference_has_its_length(int length, string? problem) =>
        new EditInvoiceReference.Validator().Problems(new(AccountScene.Number, new string('x', length))).ShouldBe(problem is null ? [] : [problem]);

    [Fact]
    public void A_reference_is_one_line_of_text() =>
        new EditInvoiceReference.Validator().Problems(new(AccountScene.Number, "a\0b")).ShouldBe(["InvoiceReference NameSigns"]);
}
