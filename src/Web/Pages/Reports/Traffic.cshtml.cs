using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Domain.Users;
using Connect.Web.Infrastructure;
using Connect.Web.TagHelpers;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Connect.Web.Pages.Reports;

/// <summary>REP 7 Trafikspecifikation: form, preview, order of the Excel file. The form is part of the address.</summary>
internal sealed class TrafficModel(ICurrentUser user, TimeProvider clock) : PortalPage
{
    [BindProperty(SupportsGet = true)] public string? Number { get; set; }
    [BindProperty(SupportsGet = true, Name = "service")] public Guid? SubscriptionId { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? From { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? To { get; set; }
    [BindProperty(SupportsGet = true)] public CalledNumbers CalledNumbers { get; set; }

    public TrafficPreview? Preview { get; private set; }

    public IEnumerable<Choice> Choices => Enum.GetValues<CalledNumbers>().Where(way => way != CalledNumbers.Shown || user.Has(Right.ViewCalledNumbers))
        .Select(way => new Choice(way.ToString(), Text.Get($"Reports.CalledNumbers.{way}"), way == CalledNumbers.Shown ? Text.Get("Reports.CalledNumbersAudited") : null));

    public async Task<IActionResult> OnGetAsync()
    {
        var asked = SubscriptionId is not null || Request.Query.ContainsKey(nameof(Number));
        From ??= IsSent(nameof(From)) ? null : TrafficRequest.DefaultFrom(clock.Today());
        To ??= IsSent(nameof(To)) ? null : clock.Today();
        if (!asked)
        {
            // The empty form is for those only who may run the report.
            if (!(await SendAsync(new ListReports())).Any(report => report.Kind == GenerateTrafficReport.Kind)) throw new ForbiddenException();
            return Page();
        }

        Demand(nameof(From), From);
        Demand(nameof(To), To);
        IRequest<TrafficPreview> query = CalledNumbers == CalledNumbers.Shown
            ? new ShowCalledNumbers { Number = Number, SubscriptionId = SubscriptionId, From = From, To = To }
            : new PreviewTraffic { Number = Number, SubscriptionId = SubscriptionId, From = From, To = To, CalledNumbers = CalledNumbers };
        return await Submit(query, Show);
    }

    public Task<IActionResult> OnPostAsync(Guid requestId) => Submit(
        new GenerateTrafficReport { Number = Number, SubscriptionId = SubscriptionId, From = From, To = To, CalledNumbers = CalledNumbers, RequestId = requestId },
        _ => RedirectLocally("/reports/exports"));

    private IActionResult Show(TrafficPreview preview)
    {
        Preview = preview;
        return Page();
    }

    private bool IsSent(string field) => Request.Query.ContainsKey(field);

    // An address without the field means the usual day; a field that was emptied means none.
    private void Demand(string field, DateOnly? day)
    {
        if (day is null && IsSent(field) && ModelState.GetFieldValidationState(field) != ModelValidationState.Invalid) ModelState.AddModelError(field, Text.Get("Errors.TrafficDayNeeded"));
    }
}
