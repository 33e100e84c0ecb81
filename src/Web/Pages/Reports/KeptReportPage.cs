using Connect.Application.Common.Texts;
using Connect.Domain.Reports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Connect.Web.Pages.Reports;

/// <summary>The form of a report that is kept: its name and when it comes by itself, beside what it is asked for.</summary>
public abstract class KeptReportPage : ReportPage
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public ReportInterval? Every { get; set; }
    [BindProperty] public int? Day { get; set; }
    [BindProperty] public int? Weekday { get; set; }

    public ScheduleFields Schedule => new(Every, Day, Weekday);

    /// <summary>A day that is none is told beside its field, with those that are; where no day counts it does not matter.</summary>
    protected void ReadSchedule()
    {
        Read(nameof(Day), Every == ReportInterval.Monthly, "ReportDay");
        Read(nameof(Weekday), Every == ReportInterval.Weekly, "ReportWeekday");
    }

    private void Read(string field, bool counts, string code)
    {
        if (ModelState.GetFieldValidationState(field) != ModelValidationState.Invalid) return;
        if (!counts)
        {
            ModelState.Remove(field);
            return;
        }

        ModelState[field]!.Errors.Clear();
        ModelState.AddModelError(field, Text.Get($"Errors.{code}"));
    }
}
