using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Domain.Reports;
using Connect.Web.Infrastructure;
using Connect.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Connect.Web.Pages.Reports;

/// <summary>The form of a report: what is bound, what is offered, and the request that it makes.</summary>
public abstract class ReportPage : PortalPage
{
    [BindProperty(SupportsGet = true)] public PeriodPreset? Preset { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? From { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? To { get; set; }
    [BindProperty(SupportsGet = true)] public string? Account { get; set; }
    [BindProperty(SupportsGet = true)] public bool Below { get; set; } = true;
    [BindProperty(SupportsGet = true)] public string? Number { get; set; }
    [BindProperty(SupportsGet = true, Name = "service")] public Guid? SubscriptionId { get; set; }
    [BindProperty(SupportsGet = true)] public string? Invoice { get; set; }
    [BindProperty(SupportsGet = true)] public string[] Boxes { get; set; } = [];
    [BindProperty(SupportsGet = true)] public CalledNumbers CalledNumbers { get; set; }

    public ReportForm Form { get; protected set; } = null!;

    /// <summary>Number of the service that is chosen.</summary>
    public abstract string? ChosenNumber { get; }

    /// <summary>The same form with a field for a number instead of the chosen service.</summary>
    public abstract string OtherServiceAddress { get; }

    public IEnumerable<Choice> Ways => Enum.GetValues<CalledNumbers>().Where(way => way != CalledNumbers.Shown || Form.MayShowNumbers)
        .Select(way => new Choice(way.ToString(), Text.Get($"Reports.CalledNumbers.{way}"), way == CalledNumbers.Shown ? Text.Get("Reports.CalledNumbersAudited") : null));

    public IEnumerable<SelectListItem> Presets => Form.Presets
        .Select(days => new SelectListItem(Text.Get($"Reports.Preset.{days.Preset}"), days.Preset.ToString()))
        .Append(new(Text.Get("Reports.Preset.Own"), nameof(PeriodPreset.Own)));

    public IEnumerable<Choice> BoxChoices => Form.Report.Boxes.Select(box => new Choice(box, Text.Get($"Reports.Box.{box}"), Text.Find(Text.Reader, $"Reports.Box.{box}.Hint")));

    /// <param name="message">Of which report.</param>
    /// <param name="account">The account's number, as the account field was read.</param>
    protected T Filled<T>(T message, string? account) where T : ReportRequest => (T)((ReportRequest)message with
    {
        Preset = Preset,
        From = Preset is null or PeriodPreset.Own ? From : null,
        To = Preset is null or PeriodPreset.Own ? To : null,
        Account = account,
        Below = Below,
        Number = Number,
        SubscriptionId = SubscriptionId,
        Invoice = Invoice,
        Boxes = Boxes,
        CalledNumbers = CalledNumbers,
    });

    /// <summary>Dates without a preset are the user's own. The days of a preset stand in the fields of the dates, to begin from.</summary>
    protected void ReadPeriod()
    {
        if (Form.Report.Period is not { } period) return;
        Preset ??= IsSent(nameof(From)) || IsSent(nameof(To)) ? PeriodPreset.Own : period.Default;
        if (Preset == PeriodPreset.Own)
        {
            Demand(nameof(From), From);
            Demand(nameof(To), To);
            return;
        }

        ModelState.Remove(nameof(From));
        ModelState.Remove(nameof(To));
        var days = Form.Presets.FirstOrDefault(days => days.Preset == Preset);
        (From, To) = (days?.From, days?.To);
    }

    protected bool IsSent(string field) => Request.Query.ContainsKey(field) || (Request.HasFormContentType && Request.Form.ContainsKey(field));

    // An address without the field means the usual day; a field that was emptied means none.
    private void Demand(string field, DateOnly? day)
    {
        if (day is null && IsSent(field) && ModelState.GetFieldValidationState(field) != ModelValidationState.Invalid) ModelState.AddModelError(field, Text.Get("Errors.TrafficDayNeeded"));
    }
}
