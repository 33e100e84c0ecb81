using Connect.Domain.Common;

namespace Connect.Domain.Tests.Common;

public sealed class SwedishHolidaysTests
{
    [Fact]
    public void The_holidays_of_2026_are_those_of_the_almanac() => SwedishHolidays.Of(2026).Order().ShouldBe([
        new(2026, 1, 1), new(2026, 1, 6), new(2026, 4, 3), new(2026, 4, 5), new(2026, 4, 6), new(2026, 5, 1), new(2026, 5, 14),
        new(2026, 5, 24), new(2026, 6, 6), new(2026, 6, 19), new(2026, 6, 20), new(2026, 10, 31),
        new(2026, 12, 24), new(2026, 12, 25), new(2026, 12, 26), new(2026, 12, 31),
    ]);

    [Theory]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2027, 3, 28)]
    [InlineData(2038, 4, 25)]
    public void Easter_falls_where_the_tables_say(int year, int month, int day) =>
        SwedishHolidays.Of(year).ShouldContain(new DateOnly(year, month, day));

    [Theory]
    [InlineData(2026, 11, 23, true)]
    [InlineData(2026, 11, 22, false)]
    [InlineData(2026, 11, 21, false)]
    [InlineData(2026, 6, 19, false)]
    public void Support_works_on_weekdays_that_are_no_holiday(int year, int month, int day, bool workday) =>
        SwedishHolidays.IsWorkday(new DateOnly(year, month, day)).ShouldBe(workday);
}
