using Connect.Domain.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Reports;

/// <summary>The form of a report that is kept: its name and when it comes by itself, beside what it is asked for.</summary>
public abstract class KeptReportPage : ReportPage
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public ReportInterval? Every { get; set; }
    [BindProperty] public int? Day { get; set; }
    [BindProperty] public int? Weekday { get; set; }

    public ScheduleFields Schedule => new(Every, Day, Weekday);
}
