using System.Globalization;
using Connect.Domain.Common;

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
    [InlineData("2026-12-31T22:59:59Z", "2026-12-31")]
    [InlineData("2026-12-31T23:00:00Z", "2027-01-01")]
    [InlineData("2026-06-30T22:00:00Z", "2026-07-01")]
    public void An_instant_belongs_to_the_day_in_Stockholm(string instant, string day) =>
        StockholmTime.DayOf(Instant(instant)).ShouldBe(DateOnly.Parse(day, CultureInfo.InvariantCulture));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
