using System.Globalization;
using Connect.Domain.Common;
using Microsoft.Extensions.Time.Testing;

namespace Connect.Domain.Tests.Common;

public sealed class StockholmTimeTests
{
    [Theory]
    [InlineData("2026-01-15", "2026-01-14T23:00:00Z")]
    [InlineData("2026-07-15", "2026-07-14T22:00:00Z")]
    [InlineData("2027-03-28", "2027-03-27T23:00:00Z")]
    [InlineData("2027-03-29", "2027-03-28T22:00:00Z")]
    [InlineData("2027-10-31", "2027-10-30T22:00:00Z")]
    [InlineData("2027-11-01", "2027-10-31T23:00:00Z")]
    public void A_day_starts_at_midnight_in_Stockholm_also_around_summer_time(string day, string start) =>
        StockholmTime.StartOf(DateOnly.Parse(day, CultureInfo.InvariantCulture)).ShouldBe(Instant(start));

    [Theory]
    [InlineData("2027-03-27", "2027-03-27T05:00:00Z")]
    [InlineData("2027-03-28", "2027-03-28T04:00:00Z")]
    [InlineData("2027-10-30", "2027-10-30T04:00:00Z")]
    [InlineData("2027-10-31", "2027-10-31T05:00:00Z")]
    public void Six_in_the_morning_is_six_also_after_the_nights_of_summer_time(string day, string six) =>
        StockholmTime.At(DateOnly.Parse(day, CultureInfo.InvariantCulture), new(6, 0)).ShouldBe(Instant(six));

    [Theory]
    [InlineData("2026-12-31T22:59:59Z", "2026-12-31")]
    [InlineData("2026-12-31T23:00:00Z", "2027-01-01")]
    [InlineData("2026-06-30T22:00:00Z", "2026-07-01")]
    public void An_instant_belongs_to_the_day_in_Stockholm(string instant, string day) =>
        StockholmTime.DayOf(Instant(instant)).ShouldBe(DateOnly.Parse(day, CultureInfo.InvariantCulture));

    /// <summary>In spring the clock goes from 02:00 to 03:00, in autumn from 03:00 back to 02:00, both at 01:00 UTC.</summary>
    [Theory]
    [InlineData("2027-03-28T00:59:59Z", "2027-03-28T01:59:59+01:00")]
    [InlineData("2027-03-28T01:00:00Z", "2027-03-28T03:00:00+02:00")]
    [InlineData("2027-10-31T00:59:59Z", "2027-10-31T02:59:59+02:00")]
    [InlineData("2027-10-31T01:00:00Z", "2027-10-31T02:00:00+01:00")]
    public void The_nights_of_summer_time_show_the_right_hour(string instant, string local) =>
        StockholmTime.LocalOf(Instant(instant)).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture).ShouldBe(local);

    [Theory]
    [InlineData("2027-03-28", 23)]
    [InlineData("2027-10-31", 25)]
    [InlineData("2027-06-15", 24)]
    public void A_day_is_as_long_as_the_clock_makes_it(string day, int hours)
    {
        var date = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        (StockholmTime.StartOf(date.AddDays(1)) - StockholmTime.StartOf(date)).ShouldBe(TimeSpan.FromHours(hours));
    }

    [Fact]
    public void Every_day_starts_within_itself_and_the_instant_before_belongs_to_the_day_before()
    {
        for (var day = new DateOnly(2024, 1, 1); day.Year < 2032; day = day.AddDays(1))
        {
            var start = StockholmTime.StartOf(day);
            StockholmTime.DayOf(start).ShouldBe(day);
            StockholmTime.DayOf(start.AddTicks(-1)).ShouldBe(day.AddDays(-1));
            start.Offset.ShouldBe(TimeSpan.Zero);
        }
    }

    [Fact]
    public void Today_is_the_day_in_Stockholm() =>
        new FakeTimeProvider(Instant("2026-12-31T23:30:00Z")).Today().ShouldBe(new DateOnly(2027, 1, 1));

    [Fact]
    public void A_month_is_its_first_day() => StockholmTime.MonthOf(new DateOnly(2028, 2, 29)).ShouldBe(new DateOnly(2028, 2, 1));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
