using System.Globalization;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.TestKit;

namespace Connect.Domain.Tests.Subscriptions;

/// <summary>The dates were computed by hand.</summary>
[Covers("SVC-13", "until when a service is invoiced, and how much")]
public sealed class EndTermsTests
{
    [Theory]
    [InlineData("2026-01-15", 3, false, null, "2026-02-01", "2026-04-15", "three months from the day")]
    [InlineData("2026-01-15", 3, true, null, "2026-02-01", "2026-04-30", "and to the end of that calendar month")]
    [InlineData("2026-01-31", 1, false, null, "2026-02-01", "2026-02-28", "a month that lacks the day ends on its last")]
    [InlineData("2028-01-31", 1, false, null, "2028-02-01", "2028-02-29", "in a leap year too")]
    [InlineData("2027-11-30", 3, false, null, "2027-12-01", "2028-02-29", "over the turn of the year into a leap year")]
    [InlineData("2026-11-30", 3, true, null, "2026-12-24", "2027-02-28", "the last day of November to the end of February")]
    [InlineData("2026-03-02", 1, true, null, "2026-03-03", "2026-04-30", "the second of a month: to the end of the next")]
    [InlineData("2026-02-28", 12, false, null, "2026-03-01", "2027-02-28", "a year")]
    [InlineData("2026-01-15", 3, false, "2026-12-31", "2026-02-01", "2026-12-31", "bound for longer than the notice")]
    [InlineData("2026-01-15", 3, false, "2026-02-10", "2026-02-01", "2026-04-15", "a commitment that ends before the notice")]
    [InlineData("2026-01-15", 1, false, "2026-03-31", "2026-06-01", "2026-05-31", "in use for longer than all of it")]
    [InlineData("2026-01-15", 3, false, null, "2026-04-16", "2026-04-15", "the end on the day after the notice")]
    [InlineData("2026-01-15", 0, false, null, "2026-01-15", "2026-01-15", "no notice: today")]
    [InlineData("2028-02-01", 0, true, null, "2028-02-01", "2028-02-29", "no months, but to the end of the calendar month")]
    public void It_is_invoiced_until_the_last_of_use_notice_and_commitment(string given, int months, bool toMonthEnd, string? committed, string endsOn, string until, string why)
    {
        var terms = new EndTerms(new NoticePeriod(months, toMonthEnd), committed is null ? null : Day(committed), Money.Zero);
        terms.InvoicedUntil(Day(endsOn), Day(given)).ShouldBe(Day(until), why);
    }

    [Theory]
    [InlineData(310, "2026-02-01", "2026-04-15", 775.00, "February and March whole, half of April")]
    [InlineData(310, "2026-01-16", "2026-01-31", 160.00, "sixteen days of thirty-one")]
    [InlineData(290, "2028-02-15", "2028-02-29", 150.00, "fifteen of the leap year's twenty-nine")]
    [InlineData(199, "2026-03-11", "2026-03-31", 134.81, "rounded to whole öre")]
    [InlineData(365, "2026-12-31", "2027-01-01", 23.55, "one day of each month, rounded once")]
    [InlineData(310, "2026-04-16", "2026-04-15", 0, "nothing after the end")]
    public void The_days_after_the_end_cost_their_share_of_the_monthly_price(int monthly, string endsOn, string until, double cost, string why) =>
        new EndTerms(default, null, Money.FromKronor(monthly)).CostAfter(Day(endsOn), Day(until), []).ShouldBe(Money.FromKronor((decimal)cost), why);

    [Theory]
    [InlineData("2026-02-01", "2026-02-28", "2026-02-15", 465.00, "of February's 28 days fourteen of 310 and fourteen of 620")]
    [InlineData("2026-02-15", "2026-03-31", "2026-03-01", 775.00, "half of February of 310, March of 620")]
    [InlineData("2026-02-15", "2026-03-31", "2026-01-01", 930.00, "all of 620")]
    [InlineData("2026-02-01", "2026-02-28", "2026-02-28", 321.07, "the last day alone: 27 of 310 and one of 620, of 28")]
    public void A_price_that_holds_from_a_day_on_counts_from_that_day(string endsOn, string until, string from, double cost, string why) =>
        new EndTerms(default, null, Money.FromKronor(310)).CostAfter(Day(endsOn), Day(until), [new ComingPrice(Day(from), Money.FromKronor(620), "1")]).ShouldBe(Money.FromKronor((decimal)cost), why);

    [Fact]
    public void The_days_after_the_end_cost_what_was_ordered_from_today() =>
        new EndTerms(default, null, Money.FromKronor(577)).CostAfter(Day("2026-12-31"), Day("2027-02-28"), [new ComingPrice(Day("2026-11-29"), Money.FromKronor(636), "1")])
            .ShouldBe(Money.FromKronor(1292.52m), "a 31st of 636 and two months");

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
