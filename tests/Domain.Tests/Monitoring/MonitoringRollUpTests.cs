using System.Globalization;
using Connect.Domain.Common;
using Connect.Domain.Monitoring;
using Connect.TestKit;

namespace Connect.Domain.Tests.Monitoring;

[Covers("SVC-3", "measurements of five minutes come to hours and days")]
public sealed class MonitoringRollUpTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Five_minutes_away_in_half_a_year_are_not_rounded_away()
    {
        var all = Enumerable.Range(0, 52_000).Select(i => new MonitoringPoint { At = Nine.AddMinutes(5 * i), Loss = i == 7 ? 1 : 0, Availability = i == 7 ? 0 : MonitoringPoint.Whole }).ToList();
        MonitoringPoint.Of(Nine, all).ShouldSatisfyAllConditions(of => of.Availability.ShouldBe(MonitoringPoint.Whole - 1), of => of.Loss.ShouldBe(1));
    }

    [Fact]
    public void The_mean_counts_what_was_measured_and_the_highest_is_kept()
    {
        var hour = MonitoringRollUp.Of(
        [
            Sample(0, inBits: 100, outBits: 10, latency: 5000, loss: 0, availability: 10_000),
            Sample(5, inBits: 300, outBits: 31, latency: 8000, loss: 100, availability: 10_000),
            Sample(10, inBits: null, outBits: null, latency: null, loss: 10_000, availability: 0),
        ], MonitoringResolution.Hour).ShouldHaveSingleItem();

        (hour.At, hour.Samples).ShouldBe((Nine, 3));
        (hour.InBits, hour.InMost, hour.OutBits, hour.OutMost).ShouldBe((200, 300, 21, 31));
        (hour.Latency, hour.Loss, hour.Availability).ShouldBe((6500, 3367, 6666));
    }

    [Fact]
    public void A_stretch_of_more_measurements_weighs_more()
    {
        var day = MonitoringRollUp.Of([Sample(0, inBits: 100) with { Samples = 12 }, Sample(60, inBits: 400) with { Samples = 4 }], MonitoringResolution.Day).ShouldHaveSingleItem();
        (day.Samples, day.InBits, day.InMost).ShouldBe((16, 175, 400));
    }

    [Fact]
    public void What_was_never_measured_stays_unknown_and_a_gap_is_a_gap()
    {
        var hours = MonitoringRollUp.Of([Sample(125, inBits: null, latency: null), Sample(0, inBits: 1)], MonitoringResolution.Hour);
        hours.Select(hour => hour.At).ShouldBe([Nine, Nine.AddHours(2)]);
        hours[1].ShouldSatisfyAllConditions(hour => hour.InBits.ShouldBeNull(), hour => hour.InMost.ShouldBeNull(), hour => hour.Latency.ShouldBeNull());
    }

    [Fact]
    public void Traffic_of_a_large_line_does_not_overflow()
    {
        var most = 100_000_000_000_000L;
        MonitoringRollUp.Of(Enumerable.Range(0, 12).Select(i => Sample(i * 5, inBits: most) with { Samples = 1_000_000 }), MonitoringResolution.Hour).Single().InBits.ShouldBe(most);
    }

    /// <summary>Clocks go forward on 2027-03-28 and back on 2027-10-31: those days have 23 and 25 hours.</summary>
    [Theory]
    [InlineData("2027-03-28", 23)]
    [InlineData("2027-10-31", 25)]
    [InlineData("2027-06-15", 24)]
    public void A_day_is_the_Swedish_day_whatever_its_length(string text, int hours)
    {
        var day = DateOnly.Parse(text, CultureInfo.InvariantCulture);
        var (start, end) = (StockholmTime.StartOf(day), StockholmTime.StartOf(day.AddDays(1)));
        // Two days of measurements, one before and one after the middle day as well.
        var samples = Enumerable.Range(-288, 3 * 300).Select(i => new MonitoringPoint { At = start.AddMinutes(i * 5), InBits = i < 0 ? 1 : start.AddMinutes(i * 5) < end ? 1000 : 5, InMost = 1000, Availability = 10_000 }).ToList();

        var days = MonitoringRollUp.Of(samples, MonitoringResolution.Day);
        var made = days.Single(point => point.At == start);

        (made.Samples, made.InBits).ShouldBe((hours * 12, 1000));
        MonitoringResolution.Day.SamplesIn(start).ShouldBe(hours * 12);
        days.Select(point => point.At).ShouldContain(end);
        MonitoringRollUp.Of(samples.Where(point => point.At >= start && point.At < end), MonitoringResolution.Hour).Count.ShouldBe(hours);
    }

    [Fact]
    public void Fewer_measurements_do_not_replace_what_more_had_told()
    {
        var stored = Sample(0, inBits: 500) with { Samples = 12 };
        MonitoringRollUp.Better([Sample(0, inBits: 1) with { Samples = 11 }], [stored]).ShouldBeEmpty();
        MonitoringRollUp.Better([Sample(0, inBits: 1) with { Samples = 12 }], [stored]).ShouldHaveSingleItem().InBits.ShouldBe(1);
        MonitoringRollUp.Better([stored with { }], [stored]).ShouldBeEmpty();
        MonitoringRollUp.Better([Sample(60, inBits: 1)], [stored]).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_day_is_made_of_whatever_tells_of_more()
    {
        MonitoringPoint[] samples = [Sample(0, inBits: 1), Sample(5, inBits: 1)];
        MonitoringPoint[] hours = [Sample(0, inBits: 2) with { Samples = 2 }];
        MonitoringRollUp.Richer(samples, hours).ShouldBe(samples);
        MonitoringRollUp.Richer(samples, [.. hours, Sample(60, inBits: 3)]).Count.ShouldBe(2);
        MonitoringRollUp.Richer([], hours).ShouldBe(hours);
    }

    private static MonitoringPoint Sample(int minute, long? inBits = 0, long? outBits = null, int? latency = null, int? loss = null, int availability = MonitoringPoint.Whole) =>
        new() { At = Nine.AddMinutes(minute), InBits = inBits, InMost = inBits, OutBits = outBits, OutMost = outBits, Latency = latency, Loss = loss, Availability = availability };
}
