using System.Globalization;
using Connect.Domain.Reports;

namespace Connect.Domain.Tests.Reports;

public sealed class PeriodPresetTests
{
    [Theory]
    [InlineData(PeriodPreset.ThisMonth, "2026-03-10", "2026-03-01", "2026-03-10")]
    [InlineData(PeriodPreset.ThisMonth, "2026-03-01", "2026-03-01", "2026-03-01")]
    [InlineData(PeriodPreset.LastMonth, "2026-03-31", "2026-02-01", "2026-02-28")]
    [InlineData(PeriodPreset.LastMonth, "2028-03-01", "2028-02-01", "2028-02-29")]
    [InlineData(PeriodPreset.LastMonth, "2026-01-15", "2025-12-01", "2025-12-31")]
    [InlineData(PeriodPreset.LastThreeMonths, "2026-02-28", "2025-11-01", "2026-01-31")]
    [InlineData(PeriodPreset.ThisYear, "2026-01-01", "2026-01-01", "2026-01-01")]
    [InlineData(PeriodPreset.ThisYear, "2026-12-31", "2026-01-01", "2026-12-31")]
    [InlineData(PeriodPreset.LastYear, "2026-03-10", "2025-01-01", "2025-12-31")]
    [InlineData(PeriodPreset.SinceLastMonth, "2026-03-10", "2026-02-01", "2026-03-10")]
    [InlineData(PeriodPreset.SinceLastMonth, "2026-01-31", "2025-12-01", "2026-01-31")]
    public void A_preset_is_told_by_the_day_it_is_run(PeriodPreset preset, string today, string from, string to) => preset.On(Day(today)).ShouldBe((Day(from), Day(to)));

    [Fact]
    public void Own_dates_are_not_told_by_a_day() => Should.Throw<ArgumentOutOfRangeException>(() => PeriodPreset.Own.On(new(2026, 3, 10)));

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
