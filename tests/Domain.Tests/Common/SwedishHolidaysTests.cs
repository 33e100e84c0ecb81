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

    [Fact]
    public void The_holidays_of_2027_are_those_of_the_almanac() => SwedishHolidays.Of(2027).Order().ShouldBe([
        new(2027, 1, 1), new(2027, 1, 6), new(2027, 3, 26), new(2027, 3, 28), new(2027, 3, 29), new(2027, 5, 1), new(2027, 5, 6),
        new(2027, 5, 16), new(2027, 6, 6), new(2027, 6, 25), new(2027, 6, 26), new(2027, 11, 6),
        new(2027, 12, 24), new(2027, 12, 25), new(2027, 12, 26), new(2027, 12, 31),
    ]);

    [Fact]
    public void Movable_days_fall_on_their_weekday_between_their_dates_in_every_year()
    {
        for (var year = 1990; year < 2100; year++)
        {
            var days = SwedishHolidays.Of(year);
            days.Count(day => day.Month == 6 && day.Day is >= 19 and <= 25 && day.DayOfWeek == DayOfWeek.Friday).ShouldBe(1);
            days.Count(day => day >= new DateOnly(year, 10, 31) && day <= new DateOnly(year, 11, 6) && day.DayOfWeek == DayOfWeek.Saturday).ShouldBe(1);
            days.Count(day => day.DayOfWeek == DayOfWeek.Thursday && day >= new DateOnly(year, 4, 30) && day <= new DateOnly(year, 6, 3)).ShouldBeGreaterThanOrEqualTo(1);
        }
    }

    [Theory]
    [InlineData(2026, 11, 21, false)]
    [InlineData(2026, 11, 22, true)]
    [InlineData(2026, 11, 23, false)]
    [InlineData(2026, 12, 31, true)]
    public void A_Sunday_is_a_holiday_and_a_Saturday_is_none(int year, int month, int day, bool holiday) =>
        SwedishHolidays.IsHoliday(new DateOnly(year, month, day)).ShouldBe(holiday);
}
