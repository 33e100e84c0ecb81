using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Application.Reports.Kept;
using Connect.Domain.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Reports;

/// <summary>Keeps a report with what the address asks it for.</summary>
internal sealed class KeepModel : KeptReportPage
{
    [FromRoute] public string Kind { get; set; } = "";

    public IReadOnlyList<ExportParameter> Asked { get; private set; } = [];

    public bool IsOfOwnDates => Preset == PeriodPreset.Own;

    public override string? ChosenNumber => null;

    public override string OtherServiceAddress => Address;

    public string KeepAddress => $"/reports/{Kind}/keep{Request.QueryString}";

    /// <summary>The report's own form with the same in it.</summary>
    public string Address => $"/reports/{Kind}{Request.QueryString}";

    public async Task<IActionResult> OnGetAsync()
    {
        Form = await SendAsync(new GetReport(Kind));
        ReadPeriod();
        var account = await AccountIn(Account, nameof(Account));
        // What the address does not rightly ask for is mended in the report's own form.
        if (!ModelState.IsValid || await AllowedAsync(Filled(new DescribeReport { Kind = Kind }, account)) is not { } asked) return RedirectLocally(Address);
        Asked = asked;
        Name ??= FreeName([.. (await SendAsync(new ListKeptReports())).Select(kept => kept.Name)]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid requestId)
    {
        ReadSchedule();
        Form = await SendAsync(new GetReport(Kind));
        return await Submit(
            Filled(new KeepReport { Kind = Kind, Name = Name ?? "", Every = Every, Day = Schedule.Chosen, RequestId = requestId }, await AccountIn(Account, nameof(Account))),
            _ => Confirm(Text.Get("Reports.Kept", Name!.Trim()), "/reports"));
    }

    protected override async Task LoadAsync()
    {
        ReadPeriod();
        Asked = await AllowedAsync(Filled(new DescribeReport { Kind = Kind }, Account)) ?? [];
    }

    // The report's own, numbered where it is taken.
    private string FreeName(IReadOnlyList<string> taken)
    {
        var name = Form.Report.Title;
        for (var number = 2; taken.Contains(name, StringComparer.CurrentCultureIgnoreCase); number++) name = $"{Form.Report.Title} ({number})";
        return name;
    }
}
