using Connect.Application.Common.Lists;
using Connect.Application.Invoices;

namespace Connect.Application.Tests.Invoices;

public sealed class GetInvoiceArchiveTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(GetInvoiceArchive.Most, true)]
    [InlineData(GetInvoiceArchive.Most + 1, false)]
    public void So_many_at_once_and_no_more(int count, bool isValid)
    {
        var result = new GetInvoiceArchive.Validator().Validate(new GetInvoiceArchive([.. Enumerable.Range(0, count).Select(i => $"F{i}")], new ListRequest()));
        result.IsValid.ShouldBe(isValid);
        if (!isValid) result.Errors.ShouldHaveSingleItem().ErrorCode.ShouldBe("InvoicesTooMany");
    }

    [Fact]
    public void A_number_is_no_longer_than_numbers_are() =>
        new GetInvoiceArchive.Validator().Validate(new GetInvoiceArchive([new string('1', 41)], new ListRequest())).Errors.ShouldHaveSingleItem().ErrorCode.ShouldBe("MaximumLengthValidator");
}
