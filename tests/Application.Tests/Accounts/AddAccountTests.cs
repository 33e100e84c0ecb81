using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Accounts;

[Covers("ACC-4", "Nytt konto, Lägg till underkonto, and what is asked of an account")]
public sealed class AddAccountTests
{
    private readonly AccountScene _scene = new();
    private readonly INumberSeries _numbers = Substitute.For<INumberSeries>();

    [Fact]
    public async Task Numbers_that_an_import_brought_are_passed_over_in_growing_steps()
    {
        var next = 100_001L;
        _numbers.NextAsync(AddAccount.Series, Arg.Any<CancellationToken>()).Returns(_ => next++);
        _numbers.SkipAsync(AddAccount.Series, Arg.Any<long>(), Arg.Any<CancellationToken>()).Returns(call => { next += call.Arg<long>(); return Task.CompletedTask; });
        _scene.Repository.IsTakenAsync(Arg.Any<string>(), Arg.Any<CancellationToken>()).Returns(call => long.Parse(call.Arg<string>(), null) < 110_000);
        var added = await SendAsync(new("100100", "Nytt", Guid.NewGuid()));
        long.Parse(added.Number, null).ShouldBeGreaterThanOrEqualTo(110_000);
        await _numbers.Received(14).SkipAsync(AddAccount.Series, Arg.Any<long>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task What_is_typed_is_kept_in_one_spelling()
    {
        _numbers.NextAsync(AddAccount.Series, Arg.Any<CancellationToken>()).Returns(100_001L);
        await SendAsync(new("100100", "  Nytt ", Guid.NewGuid()) { OrganisationNumber = "556036-0793", Phone = "070-174 06 05", Street = "Storgatan 1", PostalCode = "12345", City = "Ort", Alias = " " });
        var data = _scene.Saved[0].Data;
        (data.Name, data.Alias, data.OrganisationNumber, data.Phone, data.PostalCode).ShouldBe(("Nytt", null, "5560360793", "+46701740605", "123 45"));
    }

    [Fact]
    public async Task An_account_above_outside_the_reach_does_not_exist()
    {
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(new("100999", "Nytt", Guid.NewGuid())));
        _scene.Saved.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("12 34", null, null, null, "PostalCode", "PostalCodeWrong")]
    [InlineData("123 45", "bo@", null, null, "Email", "EmailValidator")]
    [InlineData("123 45", null, "abc", null, "Phone", "PhoneNumberWrong")]
    [InlineData("123 45", null, null, "5560360794", "OrganisationNumber", "OrganisationNumberWrong")]
    public void Each_field_says_what_is_wrong_with_it(string postalCode, string? email, string? phone, string? number, string field, string code)
    {
        var message = new AddAccount("100100", "Nytt", Guid.NewGuid()) { Street = "Storgatan 1", City = "Ort", PostalCode = postalCode, Email = email, Phone = phone, OrganisationNumber = number };
        var failure = new AddAccount.Validator().Validate(message).Errors.ShouldHaveSingleItem();
        (failure.PropertyName, failure.ErrorCode).ShouldBe((field, code));
    }

    [Fact]
    public void An_address_is_whole_or_there_is_none()
    {
        new AddAccount.Validator().Validate(new AddAccount("100100", "Nytt", Guid.NewGuid())).IsValid.ShouldBeTrue();
        new AddAccount.Validator().Validate(new AddAccount("100100", "Nytt", Guid.NewGuid()) { InvoiceCity = "Ort" }).Errors.Select(e => e.PropertyName).ShouldBe(["InvoiceStreet", "InvoicePostalCode"]);
    }

    [Fact]
    public void Long_names_and_signs_that_are_no_text_are_refused()
    {
        string[] names = [new('x', 10_000), "a\0b", "a" + (char)0xD800, "två\nrader"];
        foreach (var name in names) new AddAccount.Validator().Validate(new AddAccount("100100", name, Guid.NewGuid())).IsValid.ShouldBeFalse();
        new AddAccount.Validator().Validate(new AddAccount("100100", "<script>alert(1)</script> & Åke's", Guid.NewGuid())).IsValid.ShouldBeTrue();
    }

    private Task<AddedAccount> SendAsync(AddAccount message) =>
        new AddAccount.Handler(_scene.Repository, _numbers, _scene.Desk).Handle(message, CancellationToken.None);
}
