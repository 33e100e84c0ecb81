using Connect.Domain.Accounts;
using Connect.Domain.Common;
using Connect.TestKit;

namespace Connect.Domain.Tests.Accounts;

public sealed class AccountTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero);

    [Fact, Covers("ACC-4", "an alias is made, edited and taken away")]
    public void An_alias_stands_in_place_of_the_name_until_it_is_taken_away()
    {
        var account = New();
        account.EditAlias("Verkstan", "Anna", At);
        account.Data.DisplayName.ShouldBe("Verkstan");
        account.EditAlias(null, "Anna", At);
        account.Data.DisplayName.ShouldBe("Verkstad AB");
        account.NewEvents.Select(e => (e.Kind, e.Actor, string.Join('|', e.Values)))
            .ShouldBe([("AliasEdited", "Anna", "|Verkstan"), ("AliasEdited", "Anna", "Verkstan|")]);
    }

    [Fact]
    public void What_is_as_it_was_is_no_event()
    {
        var account = New();
        account.EditAlias(null, "Anna", At);
        account.EditInvoiceReference("REF-1", "Anna", At);
        account.EditInvoiceAddress(null, "Anna", At);
        account.NewEvents.ShouldBeEmpty();
    }

    [Fact]
    public void Address_and_contact_data_are_told_of_each_for_itself()
    {
        var account = New();
        account.EditAddress(new("Storgatan 1", "123 45", "Ort"), null, "+46812345678", "Anna", At);
        account.NewEvents.Select(e => e.Kind).ShouldBe(["AddressEdited", "ContactDataEdited"]);
        account.NewEvents[0].Values.ShouldBe(["", "Storgatan 1, 123 45 Ort"]);
    }

    [Fact, Covers("ACC-4", "a sub-account belongs to the account it is added under")]
    public void An_account_below_gets_its_own_details_and_both_tell_of_it()
    {
        var above = New();
        var made = above.AddBelow(new("Nytt") { Alias = "N", InvoiceReference = "REF-2" }, "100200", "Anna", At);
        (made.Data.ParentId, made.OrganisationId, made.Data.Number, made.Data.DisplayName, made.Data.InvoiceReference).ShouldBe((above.Id, above.OrganisationId, "100200", "N", "REF-2"));
        made.Data.InvoiceOnPaper.ShouldBeTrue("Invoices come as they do above.");
        made.NewEvents.ShouldHaveSingleItem().Values.ShouldBe(["Verkstad AB"]);
        above.NewEvents.ShouldHaveSingleItem().Values.ShouldBe(["N", "100200"]);
    }

    [Fact, Covers("ACC-4", "a contact person that a user is tied to stays")]
    public void A_contact_person_that_somebody_logs_in_as_cannot_be_removed()
    {
        var person = ContactPerson.New(New(), "Bo Ek");
        person.EnsureCanBeRemoved();
        Should.Throw<DomainRuleException>(() => (person with { HasUser = true }).EnsureCanBeRemoved()).Code.ShouldBe("ContactPersonHasUser");
    }

    [Theory]
    [InlineData("123 45", "123 45")]
    [InlineData("12345", "123 45")]
    [InlineData("SE-123 45", "123 45")]
    [InlineData("023 45", null)]
    [InlineData("1234", null)]
    [InlineData("123456", null)]
    [InlineData("12a45", null)]
    [InlineData("１２３４５", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_postal_code_has_five_digits(string? text, string? code) => (PostalCode.TryParse(text, out var read) ? read : null).ShouldBe(code);

    [Theory]
    [InlineData("556036-0793", "5560360793")]
    [InlineData("165560360793", "5560360793")]
    [InlineData("5560360794", null)]
    [InlineData("55603607", null)]
    [InlineData(null, null)]
    public void An_organisation_number_has_its_check_digit(string? text, string? digits) => (OrganisationNumber.TryParse(text, out var read) ? read : null).ShouldBe(digits);

    private static Account New() => new(new AccountData
    {
        Id = Guid.CreateVersion7(), OrganisationId = Guid.CreateVersion7(), ExternalId = "A1", Number = "100100", Name = "Verkstad AB", InvoiceReference = "REF-1", InvoiceOnPaper = true, Version = 1,
    });
}
