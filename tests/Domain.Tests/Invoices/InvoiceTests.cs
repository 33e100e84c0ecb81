using Connect.Domain.Common;
using Connect.Domain.Invoices;
using Connect.TestKit;
using FsCheck;
using FsCheck.Fluent;

namespace Connect.Domain.Tests.Invoices;

public sealed class InvoiceTests
{
    private static readonly DateOnly Due = new(2026, 3, 31);

    [Theory]
    [Covers("INV-1", "the states of an invoice")]
    [InlineData(0, 0, "2026-03-30", InvoiceState.Unpaid)]
    [InlineData(0, 0, "2026-03-31", InvoiceState.Unpaid)]
    [InlineData(0, 0, "2026-04-01", InvoiceState.Overdue)]
    [InlineData(400, 0, "2026-03-31", InvoiceState.PartlyPaid)]
    [InlineData(0, 400, "2026-03-31", InvoiceState.PartlyPaid)]
    [InlineData(400, 0, "2026-04-01", InvoiceState.Overdue)]
    [InlineData(1000, 0, "2026-04-01", InvoiceState.Paid)]
    [InlineData(1001, 0, "2026-04-01", InvoiceState.Paid)]
    [InlineData(600, 400, "2026-04-01", InvoiceState.Paid)]
    [InlineData(0, 1000, "2026-04-01", InvoiceState.Credited)]
    public void The_state_follows_from_what_came_of_it_and_the_day(int paid, int credited, string today, InvoiceState expected) =>
        Of(1000, paid, credited).StateOn(DateOnly.Parse(today, null), Due).ShouldBe(expected);

    [Fact]
    public void A_credit_note_has_a_state_of_its_own_and_leaves_nothing_to_pay()
    {
        var note = new InvoiceBalance(Kronor(-500), Money.Zero, Money.Zero, IsCreditNote: true);
        (note.StateOn(Due.AddYears(1), Due), note.Outstanding).ShouldBe((InvoiceState.CreditNote, Money.Zero));
    }

    [Fact]
    public void An_invoice_of_nothing_is_paid() => Of(0, 0, 0).StateOn(Due.AddDays(1), Due).ShouldBe(InvoiceState.Paid);

    [Theory]
    [InlineData("100", "25", "0", "125", true)]
    [InlineData("100", "25.20", "-0.20", "125", true)]
    [InlineData("100", "25", "0", "125.01", false)]
    [InlineData("100", "24", "1", "125", false)]
    [InlineData("-100", "-25", "0", "-125", true)]
    public void Amount_VAT_and_rounding_are_the_total(string net, string vat, string rounding, string total, bool expected) =>
        InvoiceSums.AddUp(Kronor(net), Kronor(vat), Kronor(rounding), Kronor(total)).ShouldBe(expected);

    [Theory]
    [InlineData(1000, "199", "199", true)]
    [InlineData(12_500, "0.4950", "6.19", true)]
    [InlineData(12_500, "0.4950", "6.20", false)]
    [InlineData(1000, "-199", "-199", true)]
    public void Quantity_times_price_is_the_amount(long thousandths, string price, string amount, bool expected) =>
        InvoiceSums.LineAddsUp(thousandths, Kronor(price), Kronor(amount)).ShouldBe(expected);

    [Fact]
    public void VAT_may_be_rounded_by_line_or_once_and_not_be_another()
    {
        var lines = Enumerable.Repeat((Kronor("0.02"), 2500), 100).ToList(); // 0.005 each: 1.00 by line, 0.50 once
        InvoiceSums.VatAgrees(lines, Kronor("0.50")).ShouldBeTrue();
        InvoiceSums.VatAgrees(lines, Kronor("1.00")).ShouldBeTrue();
        InvoiceSums.VatAgrees(lines, Kronor("1.01")).ShouldBeFalse();
    }

    [Fact]
    [Covers("INV-2", "VAT rate by rate")]
    public void The_VAT_specification_has_a_share_for_each_rate_the_highest_first() =>
        VatSpecification.Of([(Kronor("100"), 2500), (Kronor("50"), 600), (Kronor("20"), 2500), (Kronor("7"), 0)], Kronor("33"))
            .ShouldBe([new VatShare(2500, Kronor("120"), Kronor("30")), new VatShare(600, Kronor("50"), Kronor("3")), new VatShare(0, Kronor("7"), Money.Zero)]);

    [Fact]
    public void Shares_add_up_to_the_invoices_VAT_whatever_its_rounding() => Prop.ForAll(Lines().ToArbitrary(), Gen.Choose(-3, 3).ToArbitrary(), (lines, ore) =>
    {
        var vat = lines.Aggregate(Money.Zero, (sum, line) => sum + Vat.Of(line.Amount, line.Percent)) + new Money(ore * 100);
        var shares = VatSpecification.Of(lines, vat);
        return shares.Aggregate(Money.Zero, (sum, share) => sum + share.Vat) == vat && shares.Aggregate(Money.Zero, (sum, share) => sum + share.Base) == lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
    }).QuickCheckThrowOnFailure();

    private static Gen<List<(Money Amount, int Percent)>> Lines() =>
        Gen.Choose(-1_000_000, 1_000_000).Zip(Gen.Elements(2500, 1200, 600, 0)).Select(pair => (new Money(pair.Item1 * 100L), pair.Item2)).NonEmptyListOf().Select(lines => lines.ToList());

    private static InvoiceBalance Of(int total, int paid, int credited) => new(Kronor(total), Kronor(paid), Kronor(credited), IsCreditNote: false);

    private static Money Kronor(int kronor) => Money.FromKronor(kronor);

    private static Money Kronor(string kronor) => Money.FromKronor(decimal.Parse(kronor, System.Globalization.CultureInfo.InvariantCulture));
}
