using Connect.Application.Common.Texts;
using Connect.Domain.Reports;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Connect.Web.Pages.Reports;

/// <summary>The fields that say how often a kept report comes by itself.</summary>
public sealed record ScheduleFields(ReportInterval? Every, int? Day)
{
    public static IEnumerable<SelectListItem> Intervals =>
        Enum.GetValues<ReportInterval>().Select(every => new SelectListItem(Text.Get($"Reports.Every.{every}"), every.ToString()));

    /// <summary>In words, with the day on which it comes next.</summary>
    public static string Told(ReportInterval? every, int? day, DateOnly? next) => every is null || next is null ? Text.Get("Reports.EveryNot")
        : Text.Get("Reports.Comes", every == ReportInterval.Monthly ? Text.Get("Reports.EveryDay", day!.Value) : Text.Get($"Reports.Every.{every}"), Format.Day(next.Value));
}
