using System.Globalization;
using Connect.Application.Common.Texts;
using Connect.Domain.Reports;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Connect.Web.Pages.Reports;

/// <summary>The fields that say how often a kept report comes by itself.</summary>
/// <param name="Day">Of the month.</param>
/// <param name="Weekday">1 is Monday.</param>
public sealed record ScheduleFields(ReportInterval? Every, int? Day, int? Weekday)
{
    /// <summary>The day that counts.</summary>
    public int? Chosen => Every == ReportInterval.Weekly ? Weekday : Day;

    public static IEnumerable<SelectListItem> Intervals =>
        new[] { ReportInterval.Daily, ReportInterval.Weekdays, ReportInterval.Weekly, ReportInterval.Monthly, ReportInterval.MonthStart, ReportInterval.MonthEnd }
            .Select(every => new SelectListItem(Text.Get($"Reports.Every.{every}"), every.ToString()));

    public static IEnumerable<SelectListItem> Weekdays =>
        Enumerable.Range(1, ReportSchedule.DaysOfWeek).Select(day => new SelectListItem(NameOf(day), day.ToString(CultureInfo.InvariantCulture)));

    /// <param name="day">Of the month or of the week.</param>
    public static ScheduleFields Of(ReportInterval? every, int? day) => every == ReportInterval.Weekly ? new(every, null, day) : new(every, day, null);

    /// <summary>In words, with the day on which it comes next.</summary>
    public static string Told(ReportInterval? every, int? day, DateOnly? next) => every is null || next is null ? Text.Get("Reports.EveryNot") : Text.Get("Reports.Comes", every switch
    {
        ReportInterval.Monthly => Text.Get("Reports.EveryDay", day!.Value),
        ReportInterval.Weekly => Text.Get("Reports.EveryWeekday", NameOf(day!.Value)),
        _ => Text.Get($"Reports.Every.{every}"),
    }, Format.Day(next.Value));

    private static string NameOf(int weekday) => Text.Reader.DateTimeFormat.DayNames[weekday % ReportSchedule.DaysOfWeek];
}
