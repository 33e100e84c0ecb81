using System.Globalization;
using Connect.Domain.Common;
using Connect.Domain.Monitoring;
using Connect.TestKit;

namespace Connect.Domain.Tests.Monitoring;

public sealed class MonitoringTimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 10, 3, 20, TimeSpan.Zero);

    [Theory]
    [InlineData(MonitoringResolution.FiveMinutes, "2026-03-10T10:00:00Z")]
    [InlineData(MonitoringResolution.Hour, "2026-03-10T10:00:00Z")]
    [InlineData(MonitoringResolution.Day, "2026-03-09T23:00:00Z")]
    public void A_measurement_belongs_to_the_stretch_that_holds_it(MonitoringResolution resolution, string start) => resolution.StartOf(Now).ShouldBe(Instant(start));

    /// <summary>At 03:00 summer time the clock goes back to 02:00: two hours of that name, an hour apart.</summary>
    [Fact]
    public void The_doubled_hour_of_autumn_is_two_hours()
    {
        var first = Instant("2027-10-31T02:30:00+02:00");
        MonitoringResolution.Hour.StartOf(first).ShouldBe(Instant("2027-10-31T00:00:00Z"));
        MonitoringResolution.Hour.StartOf(first.AddHours(1)).ShouldBe(Instant("2027-10-31T01:00:00Z"));
        MonitoringResolution.Day.StartOf(first.AddHours(1)).ShouldBe(Instant("2027-10-30T22:00:00Z"));
    }

    [Theory]
    [Covers("SVC-3", "day, week, month, half-year, each in what is kept for so long")]
    [InlineData(MonitoringPeriod.Day, MonitoringResolution.FiveMinutes, "2026-03-09T10:00:00Z")]
    [InlineData(MonitoringPeriod.Week, MonitoringResolution.FiveMinutes, "2026-03-02T23:00:00Z")]
    [InlineData(MonitoringPeriod.Month, MonitoringResolution.Hour, "2026-02-09T23:00:00Z")]
    [InlineData(MonitoringPeriod.HalfYear, MonitoringResolution.Day, "2025-09-09T22:00:00Z")]
    public void A_period_ends_now_and_is_kept_as_a_whole(MonitoringPeriod period, MonitoringResolution resolution, string from)
    {
        MonitoringWindow.Of(period, Now).ShouldBe(new MonitoringWindow(resolution, Instant(from), Now));
        for (var day = 0; day < 800; day++)
        {
            var window = MonitoringWindow.Of(period, Now.AddDays(day).AddHours(day % 24));
            window.From.ShouldBeGreaterThanOrEqualTo(window.Resolution.KeptFrom(window.To));
        }
    }

    [Fact]
    public void What_came_before_an_instant_can_be_left_out()
    {
        var window = MonitoringWindow.Of(MonitoringPeriod.Month, Now);
        window.NotBefore(null).ShouldBe(window);
        window.NotBefore(window.From.AddDays(-1)).ShouldBe(window);
        window.NotBefore(window.From.AddDays(1)).From.ShouldBe(window.From.AddDays(1));
    }

    [Fact]
    [Covers("SVC-3", "raw 7 days, hours 6 months, days 3 years")]
    public void Each_resolution_is_kept_for_its_time()
    {
        MonitoringResolution.FiveMinutes.KeptFrom(Now).ShouldBe(StockholmTime.StartOf(new(2026, 3, 3)));
        MonitoringResolution.Hour.KeptFrom(Now).ShouldBe(StockholmTime.StartOf(new(2025, 9, 10)));
        MonitoringResolution.Day.KeptFrom(Now).ShouldBe(StockholmTime.StartOf(new(2023, 3, 10)));
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
