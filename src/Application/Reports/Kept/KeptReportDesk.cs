using System.Text.Json;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using Connect.Domain.Reports;

namespace Connect.Application.Reports.Kept;

/// <summary>What the use cases of kept reports share: finding one's own, its parameters as of a day, and when it comes next.</summary>
internal sealed class KeptReportDesk(IKeptReports reports, ReportScope scope, IWorkQueue queue, ICurrentUser user, TimeProvider clock)
{
    public const string WorkKind = "reports.kept";

    // Before people come to work, and after the night's loads.
    private const int Hour = 6;

    /// <exception cref="NotFoundException">It is not the user's.</exception>
    public async Task<KeptReport> FindOwnAsync(Guid id, CancellationToken cancellation) =>
        await reports.FindAsync(id, cancellation) is { } kept && kept.UserId == user.Id ? kept : throw new NotFoundException();

    /// <summary>What it is asked for today.</summary>
    public ReportParameters ParametersOf(KeptReport kept, Report form)
    {
        var asked = JsonSerializer.Deserialize<ReportParameters>(kept.Parameters, JsonSerializerOptions.Web)!;
        if (!asked.HasPeriod || asked.Preset == PeriodPreset.Own) return asked;
        var (from, to) = scope.DaysOf(form, asked.Preset);
        return asked with { From = from, To = to };
    }

    public string FileNameOf(KeptReport kept, ReportParameters asked) => ReportExport.FileName(kept.Name, asked, clock.Today());

    /// <exception cref="DomainRuleException"><c>ScheduleWantsPreset</c>: its dates are its own, so that it would tell the same each time.</exception>
    public DateOnly? FirstOf(ReportSchedule? schedule, ReportParameters asked)
    {
        if (schedule is null) return null;
        if (asked is { HasPeriod: true, Preset: PeriodPreset.Own }) throw new DomainRuleException("ScheduleWantsPreset", nameof(ScheduleReport.Every));
        return schedule.NextAfter(clock.Today());
    }

    /// <summary>In the running transaction. Work for a day that is the report's no more does nothing.</summary>
    public Task AwaitAsync(Guid id, DateOnly day, CancellationToken cancellation) => queue.EnqueueAsync(
        new NewWork(WorkKind, id) { DueAt = StockholmTime.StartOf(day).AddHours(Hour), Payload = $"{day:yyyy-MM-dd}", IdempotencyKey = $"{WorkKind}/{Guid.CreateVersion7():N}" }, cancellation);
}
