using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Application.Reports.Kept;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Reports;

/// <summary>Changes a kept report: the report's own form, filled with what is kept.</summary>
internal sealed class EditKeptModel : KeptReportPage
{
    [FromRoute] public Guid Id { get; set; }

    public KeptReportView Kept { get; private set; } = null!;

    public string Address => $"/reports/kept/{Id}";

    public override string? ChosenNumber => Kept.Report?.Number;

    public override string OtherServiceAddress => $"{Address}/edit?other=true";

    public async Task<IActionResult> OnGetAsync(bool other)
    {
        Kept = await SendAsync(new GetKeptReport(Id));
        // Whoever may not run it any more can remove it.
        if (Kept.Report is not { } asked) return RedirectLocally(Address);
        await LoadAsync();
        Fill(asked, other);
        ReadPeriod();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        ReadPeriod();
        ReadSchedule();
        return await Submit(
            Filled(new ChangeReport { Id = Id, Kind = Kept.Kind, Name = Name ?? "", Every = Every, Day = Schedule.Chosen }, await AccountIn(Account, nameof(Account))),
            _ => Confirm(Text.Get("Reports.Changed", Name!.Trim()), Address));
    }

    protected override async Task LoadAsync()
    {
        Kept ??= await SendAsync(new GetKeptReport(Id));
        Form ??= await SendAsync(new GetReport(Kept.Kind));
    }

    private void Fill(ReportParameters asked, bool other)
    {
        (Name, Every, Day, Weekday) = (Kept.Name, Kept.Every, ScheduleFields.Of(Kept.Every, Kept.Day).Day, ScheduleFields.Of(Kept.Every, Kept.Day).Weekday);
        if (asked.HasPeriod) (Preset, From, To) = (asked.Preset, asked.From, asked.To);
        (Account, Below, Invoice) = (asked.Account?.Number, asked.Below, asked.Invoice);
        (Boxes, CalledNumbers) = ([.. asked.Boxes], asked.CalledNumbers);
        if (asked.IsChosen && !other) SubscriptionId = asked.SubscriptionIds[0];
        else Number = asked.IsChosen ? null : asked.Number;
    }
}
