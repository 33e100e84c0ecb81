using Connect.Domain.Reports;

namespace Connect.Domain.Tests.Reports;

public sealed class ReportScheduleTests
{
    [Theory]
    [InlineData(ReportInterval.Daily, null, "2026-03-10", "2026-03-11")]
    [InlineData(ReportInterval.Daily, null, "2026-12-31", "2027-01-01")]
    [InlineData(ReportInterval.Weekdays, null, "2026-03-12", "2026-03-13")]
    [InlineData(ReportInterval.Weekdays, null, "2026-03-13", "2026-03-16")] // over a weekend
    [InlineData(ReportInterval.Weekdays, null, "2026-04-02", "2026-04-07")] // over Easter
    [InlineData(ReportInterval.Monthly, 15, "2026-03-10", "2026-03-15")]
    [InlineData(ReportInterval.Monthly, 15, "2026-03-15", "2026-04-15")]
    [InlineData(ReportInterval.Monthly, 28, "2026-02-27", "2026-02-28")]
    [InlineData(ReportInterval.Monthly, 1, "2026-12-20", "2027-01-01")]
    [InlineData(ReportInterval.Weekly, 1, "2026-03-10", "2026-03-16")] // a Tuesday
    [InlineData(ReportInterval.Weekly, 2, "2026-03-10", "2026-03-17")]
    [InlineData(ReportInterval.Weekly, 3, "2026-03-10", "2026-03-11")]
    [InlineData(ReportInterval.Weekly, 7, "2026-03-10", "2026-03-15")]
    [InlineData(ReportInterval.Weekly, 7, "2026-03-15", "2026-03-22")]
    [InlineData(ReportInterval.Weekly, 1, "2026-12-27", "2026-12-28")]
    [InlineData(ReportInterval.MonthStart, null, "2026-03-01", "2026-04-01")]
    [InlineData(ReportInterval.MonthEnd, null, "2026-02-27", "2026-02-28")]
    [InlineData(ReportInterval.MonthEnd, null, "2026-02-28", "2026-03-31")]
    [InlineData(ReportInterval.MonthEnd, null, "2028-02-28", "2028-02-29")]
    public void It_comes_on_its_next_day(ReportInterval every, int? day, string after, string next) =>
        new ReportSchedule(every, day).NextAfter(DateOnly.Parse(after, null)).ShouldBe(DateOnly.Parse(next, null));
}
