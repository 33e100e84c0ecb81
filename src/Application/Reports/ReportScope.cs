using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using Connect.Domain.Reports;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;

namespace Connect.Application.Reports;

/// <summary>Makes a runnable report of what a user asked for, within the user's reach and rights.</summary>
internal sealed class ReportScope(ReportKinds kinds, IReportSubjects subjects, ICurrentUser user, TimeProvider clock, RetentionOptions retention)
{
    private static readonly DateOnly First = new(2000, 1, 1);

    /// <exception cref="NotFoundException">There is no such report, or the chosen service is not within the reach.</exception>
    /// <exception cref="ForbiddenException">The user may not see what the report tells, or whole called numbers.</exception>
    public IReport Find(string kind, CalledNumbers numbers = CalledNumbers.Masked)
    {
        var report = kinds.Find(kind) ?? throw new NotFoundException();
        if (!report.Definition.Rights.All(user.Has)) throw new ForbiddenException();
        if (numbers == CalledNumbers.Shown && !user.Has(Right.ViewCalledNumbers)) throw new ForbiddenException();
        return report;
    }

    /// <inheritdoc cref="Find"/>
    /// <exception cref="InvalidInputException">What was asked for is not there within the reach, or not in that period.</exception>
    /// <param name="request">What is asked for.</param>
    /// <param name="day">The day that a period is told by; this day when null.</param>
    /// <param name="cancellation">Ends the look-up.</param>
    public async Task<(IReport Report, ReportParameters Parameters)> OpenAsync(ReportRequest request, CancellationToken cancellation, DateOnly? day = null)
    {
        var report = Find(request.Kind, request.CalledNumbers);
        var form = report.Definition;
        var problems = new List<InputProblem>();
        var asked = new ReportParameters
        {
            Account = await AccountAsync(form, request, problems, cancellation),
            Below = request.Below,
            Invoice = await InvoiceAsync(form, request, problems, cancellation),
            Boxes = Boxes(form, request, problems),
            CalledNumbers = form.HasCalledNumbers ? request.CalledNumbers : CalledNumbers.Masked,
        };
        asked = Period(form, request, asked, (day ?? clock.Today(), problems));
        asked = await ServicesAsync(form, request, asked, problems, cancellation);
        return problems.Count == 0 ? (report, asked) : throw new InvalidInputException(problems);
    }

    /// <summary>The days of a preset on a day, this one when null, as far back as the data is kept.</summary>
    public (DateOnly From, DateOnly To) DaysOf(Report form, PeriodPreset preset, DateOnly? day = null)
    {
        var (from, to) = preset.On(day ?? clock.Today());
        return (KeptFrom(form) is { } kept && kept > from ? kept : from, to);
    }

    /// <summary>The first day that the report can be of; null where all is kept.</summary>
    public DateOnly? KeptFrom(Report form) => form.Period?.OfUsage == true ? retention.UsageFrom(clock.Today()) : null;

    private ReportParameters Period(Report form, ReportRequest request, ReportParameters asked, (DateOnly Today, List<InputProblem> Problems) known)
    {
        // One invoice is told whole, whatever its date.
        if (form.Period is not { } period || asked.Invoice is not null) return asked;
        var (today, problems) = known;
        var preset = request.Preset ?? (request.From is null && request.To is null ? period.Default : PeriodPreset.Own);
        var (from, to) = preset == PeriodPreset.Own ? (request.From ?? PeriodPreset.SinceLastMonth.On(today).From, request.To ?? today) : DaysOf(form, preset, today);
        problems.AddRange(preset == PeriodPreset.Own ? Wrong(form, from, to, today) : to < from ? [new(nameof(ReportRequest.Preset), "ReportNotKept", retention.UsageMonths, KeptFrom(form)!)] : []);
        return asked with { Preset = preset, From = from, To = to };
    }

    // A preset has days that can be told of.
    private IEnumerable<InputProblem> Wrong(Report form, DateOnly from, DateOnly to, DateOnly today)
    {
        var kept = KeptFrom(form);
        if (from > today) yield return new(nameof(ReportRequest.From), "ReportFuture");
        else if (from < kept) yield return new(nameof(ReportRequest.From), "ReportNotKept", retention.UsageMonths, kept);
        else if (from < First) yield return new(nameof(ReportRequest.From), "ReportTooEarly", First);
        else if (to < from) yield return new(nameof(ReportRequest.To), "TrafficPeriod");
        if (from <= today && to > today) yield return new(nameof(ReportRequest.To), "ReportFutureEnd", today);
    }

    private async Task<ReportAccount?> AccountAsync(Report form, ReportRequest request, List<InputProblem> problems, CancellationToken cancellation)
    {
        if (!IsGiven(form.Account, request.Account, nameof(ReportRequest.Account), problems)) return null;
        var account = await subjects.FindAccountAsync(user.Reach, request.Account!.Trim(), cancellation);
        if (account is null) problems.Add(new(nameof(ReportRequest.Account), "AccountUnknown"));
        return account;
    }

    private async Task<string?> InvoiceAsync(Report form, ReportRequest request, List<InputProblem> problems, CancellationToken cancellation)
    {
        if (!IsGiven(form.Invoice, request.Invoice, nameof(ReportRequest.Invoice), problems)) return null;
        var invoice = await subjects.FindInvoiceAsync(user.Reach, request.Invoice!.Trim(), cancellation);
        if (invoice is null) problems.Add(new(nameof(ReportRequest.Invoice), "ReportInvoiceUnknown"));
        return invoice;
    }

    private static IReadOnlyList<string> Boxes(Report form, ReportRequest request, List<InputProblem> problems)
    {
        var known = form.Boxes.Where(box => request.Boxes.Contains(box, StringComparer.OrdinalIgnoreCase)).ToList();
        if (request.Boxes.Any(box => !known.Contains(box, StringComparer.OrdinalIgnoreCase))) problems.Add(new(nameof(ReportRequest.Boxes), "ReportBoxUnknown"));
        return known;
    }

    private async Task<ReportParameters> ServicesAsync(Report form, ReportRequest request, ReportParameters asked, List<InputProblem> problems, CancellationToken cancellation)
    {
        if (form.Number == FieldNeed.No) return asked;
        if (request.SubscriptionId is { } id)
        {
            var chosen = await subjects.FindServiceAsync(user.Reach, id, cancellation) ?? throw new NotFoundException();
            return asked with { SubscriptionIds = [chosen.Id], IsChosen = true, Number = PhoneNumber.TryParse(chosen.Number, out var its) ? its.Display : chosen.UserName };
        }

        if (!IsGiven(form.Number, request.Number, nameof(ReportRequest.Number), problems)) return asked;
        var services = PhoneNumber.TryParse(request.Number, out var number) ? await subjects.FindByNumberAsync(user.Reach, number, cancellation) : [];
        if (services.Count == 0) problems.Add(new(nameof(ReportRequest.Number), "TrafficNumberUnknown"));
        return asked with { SubscriptionIds = [.. services.Select(service => service.Id)], Number = number.Display };
    }

    private static bool IsGiven(FieldNeed need, string? value, string field, List<InputProblem> problems)
    {
        if (need != FieldNeed.No && !string.IsNullOrWhiteSpace(value)) return true;
        if (need == FieldNeed.Must) problems.Add(new(field, "NotEmptyValidator"));
        return false;
    }
}
