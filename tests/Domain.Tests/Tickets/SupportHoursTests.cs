using System.Globalization;
using Connect.Domain.Common;
using Connect.Domain.Tickets;
using Connect.TestKit;
using FsCheck;
using FsCheck.Fluent;

namespace Connect.Domain.Tests.Tickets;

[Covers("TIC-2", "the agreed times run in support hours: weekends, Swedish holidays and both nights on which the clocks change")]
public sealed class SupportHoursTests
{
    private static readonly SupportHours Office = SupportHours.Parse("mon-fri 08:00-17:00");

    private static readonly Gen<(SupportHours Hours, DateTimeOffset From, TimeSpan Time)> Cases =
        from hours in Gen.Elements("always", "mon-fri 08:00-17:00", "mon-sun 00:00-24:00", "tue 10:00-11:30, sat 22:00-24:00", "mon-thu 07:30-18:00, fri 07:30-15:00, sun 01:30-03:30")
        from minutes in Gen.Choose(0, 3 * 366 * 24 * 60)
        from time in Gen.Choose(1, 20_000)
        select (SupportHours.Parse(hours), new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes), TimeSpan.FromMinutes(time));

    [Theory]
    [InlineData("2026-03-06 16:00", 120, "2026-03-09 09:00")] // a Friday afternoon, over the weekend
    [InlineData("2026-03-07 12:00", 60, "2026-03-09 09:00")] // on a Saturday
    [InlineData("2026-03-09 06:00", 60, "2026-03-09 09:00")] // before the hours begin
    [InlineData("2026-03-09 08:00", 540, "2026-03-09 17:00")] // just the day
    [InlineData("2026-03-09 17:00", 1, "2026-03-10 08:01")] // after they have ended
    [InlineData("2026-04-02 16:30", 60, "2026-04-07 08:30")] // Maundy Thursday: Good Friday, the weekend and Easter Monday are passed over
    [InlineData("2026-04-30 16:00", 120, "2026-05-04 09:00")] // the first of May, a Friday
    [InlineData("2026-05-13 16:00", 120, "2026-05-15 09:00")] // Ascension Day
    [InlineData("2026-06-18 16:00", 120, "2026-06-22 09:00")] // Midsummer's Eve
    [InlineData("2026-12-23 16:00", 120, "2026-12-28 09:00")] // Christmas Eve to Saint Stephen's, then a weekend
    [InlineData("2026-12-30 16:00", 120, "2027-01-04 09:00")] // New Year's Eve and Day, then a weekend
    [InlineData("2026-01-05 16:00", 120, "2026-01-07 09:00")] // Epiphany
    [InlineData("2026-10-30 16:00", 120, "2026-11-02 09:00")] // All Saints' Day, a Saturday
    public void Office_hours_pass_over_nights_weekends_and_holidays(string from, int minutes, string until) =>
        Office.Add(Local(from), TimeSpan.FromMinutes(minutes)).ShouldBe(Local(until));

    [Theory]
    [InlineData("always", "2026-03-28 23:00", 240, "2026-03-29 04:00")] // 23:00 to 04:00 is four hours when the clocks go forward
    [InlineData("always", "2026-10-24 23:00", 360, "2026-10-25 04:00")] // and six when they go back
    [InlineData("always", "2026-12-24 12:00", 60, "2026-12-24 13:00")] // holidays count round the clock
    [InlineData("sun 00:00-24:00", "2026-03-29 00:00", 1380, "2026-03-29 24:00")] // a Sunday of 23 hours
    [InlineData("sun 00:00-24:00", "2026-10-25 00:00", 1500, "2026-10-25 24:00")] // and of 25
    [InlineData("sun 01:00-05:00", "2026-03-29 00:00", 180, "2026-03-29 05:00")] // one to five is three hours
    [InlineData("sun 01:00-05:00", "2026-10-25 00:00", 300, "2026-10-25 05:00")] // and five
    public void The_nights_on_which_the_clocks_change_are_as_long_as_they_are(string hours, string from, int minutes, string until) =>
        SupportHours.Parse(hours).Add(Local(from), TimeSpan.FromMinutes(minutes)).ShouldBe(Local(until));

    [Fact]
    public void Time_that_is_added_is_the_time_between() => Prop.ForAll(Cases.ToArbitrary(), one =>
        one.Hours.Between(one.From, one.Hours.Add(one.From, one.Time)) == one.Time).QuickCheckThrowOnFailure();

    [Fact]
    public void Time_adds_up_wherever_it_is_cut() => Prop.ForAll(Cases.ToArbitrary(), one =>
    {
        var (until, cut) = (one.Hours.Add(one.From, one.Time), one.Hours.Add(one.From, one.Time / 3));
        return one.Hours.Between(one.From, cut) + one.Hours.Between(cut, until) == one.Time;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_time_passes_on_a_holiday() => Prop.ForAll(Cases.ToArbitrary(), one =>
    {
        var day = StockholmTime.DayOf(one.From);
        return one.Hours.IsAlways || !SwedishHolidays.Of(day.Year).Contains(day) || one.Hours.Between(StockholmTime.StartOf(day), StockholmTime.StartOf(day.AddDays(1))) == TimeSpan.Zero;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("always", "always")]
    [InlineData(" Always ", "always")]
    [InlineData("mon 08:00-17:00,tue 08:00-17:00, wed 09:00-12:00", "mon-tue 08:00-17:00, wed 09:00-12:00")]
    [InlineData("mon-sun 00:00-24:00", "mon-sun 00:00-24:00")]
    public void They_are_written_in_one_way(string text, string written)
    {
        var hours = SupportHours.Parse(text);
        hours.ToString().ShouldBe(written);
        SupportHours.Parse(written).ShouldBe(hours);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("mon")]
    [InlineData("mon 08:00")]
    [InlineData("mon 17:00-08:00")]
    [InlineData("mon 08:00-08:00")]
    [InlineData("fri-mon 08:00-17:00")]
    [InlineData("mon-fri 08:00-17:00, wed 10:00-12:00")]
    [InlineData("mån 08:00-17:00")]
    [InlineData("mon 8-17")]
    [InlineData("mon 08:00-25:00")]
    public void Anything_else_is_none(string? text) => SupportHours.TryParse(text, out _).ShouldBeFalse();

    private static DateTimeOffset Local(string text)
    {
        var (day, clock) = (DateOnly.ParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture), text[11..]);
        if (clock == "24:00") return StockholmTime.StartOf(day.AddDays(1));
        var local = day.ToDateTime(TimeOnly.ParseExact(clock, "HH:mm", CultureInfo.InvariantCulture));
        return new DateTimeOffset(local, StockholmTime.Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
