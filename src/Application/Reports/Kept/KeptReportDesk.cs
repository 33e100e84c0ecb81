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
    private const string Gone = "ReportAskedGone";

    // Before people come to work, and after the night's loads.
    private static readonly TimeOnly Hour = new(6, 0);

    /// <exception cref="NotFoundException">It is not the user's.</exception>
    public async Task<KeptReport> FindOwnAsync(Guid id, CancellationToken cancellation) =>
        await reports.FindAsync(id, cancellation) is { } kept && kept.UserId == user.Id ? kept : throw new NotFoundException();

    /// <summary>What it is asked for on a day, this one when null, as it was found when it was kept: to be told, not to be run.</summary>
    public ReportParameters ParametersOf(KeptReport kept, Report form, DateOnly? day = null)
    {
        var asked = Stored(kept);
        if (!asked.HasPeriod || asked.Preset == PeriodPreset.Own) return asked;
        var (from, to) = scope.DaysOf(form, asked.Preset, day);
        return asked with { From = from, To = to };
    }

    /// <summary>What it is asked for on a day, this one when null, found anew within the reach and rights of now: a number may have passed to another service.</summary>
    /// <exception cref="DomainRuleException"><c>ReportAskedGone</c>: its account, number or invoice is not there within the reach any more; <c>ReportPeriodGone</c>: its traffic is kept no more.</exception>
    /// <exception cref="ForbiddenException">The user may not see what the report tells any more, or whole called numbers.</exception>
    public async Task<ReportParameters> OpenAsync(KeptReport kept, DateOnly? day, CancellationToken cancellation)
    {
        var asked = Stored(kept);
        // Own dates may reach farther than can be told of yet.
        if (asked is { HasPeriod: true, Preset: PeriodPreset.Own } && asked.To > (day ?? clock.Today())) asked = asked with { To = day ?? clock.Today() };
        try
        {
            return (await scope.OpenAsync(KeptRequest.Of(kept.Kind, asked), cancellation, day)).Parameters;
        }
        catch (InvalidInputException wrong)
        {
            throw new DomainRuleException(wrong.Problems.Any(problem => problem.Code == "ReportNotKept") ? "ReportPeriodGone" : Gone);
        }
        catch (NotFoundException) when (asked.IsChosen)
        {
            throw new DomainRuleException(Gone);
        }
    }

    public string FileNameOf(KeptReport kept, ReportParameters asked, DateOnly? day = null) => ReportExport.FileName(kept.Name, asked, day ?? clock.Today());

    /// <summary>The day of its schedule that a run is for: the due one, or the last that has come since, so that it comes once after days of standing still.</summary>
    public DateOnly DayOf(KeptReport kept)
    {
        var day = kept.NextOn!.Value;
        for (var next = kept.Schedule!.NextAfter(day); StockholmTime.At(next, Hour) <= clock.GetUtcNow(); next = kept.Schedule.NextAfter(day)) day = next;
        return day;
    }

    /// <exception cref="DomainRuleException"><c>ScheduleWantsPreset</c>: its dates are its own, so that it would tell the same each time.</exception>
    public DateOnly? FirstOf(ReportSchedule? schedule, ReportParameters asked)
    {
        if (schedule is null) return null;
        if (asked is { HasPeriod: true, Preset: PeriodPreset.Own }) throw new DomainRuleException("ScheduleWantsPreset", nameof(ScheduleReport.Every));
        return schedule.NextAfter(clock.Today());
    }

    /// <summary>In the running transaction. Work for a day that is the report's no more does nothing.</summary>
    public Task AwaitAsync(Guid id, DateOnly day, CancellationToken cancellation) => queue.EnqueueAsync(
        new NewWork(WorkKind, id) { DueAt = StockholmTime.At(day, Hour), Payload = $"{day:yyyy-MM-dd}", IdempotencyKey = $"{WorkKind}/{Guid.CreateVersion7():N}" }, cancellation);

    private static ReportParameters Stored(KeptReport kept) => JsonSerializer.Deserialize<ReportParameters>(kept.Parameters, JsonSerializerOptions.Web)!;

    /// <summary>By what the user named, not by what was found for it then.</summary>
    private sealed record KeptRequest : ReportRequest
    {
        public static KeptRequest Of(string kind, ReportParameters asked) => new()
        {
            Kind = kind,
            Preset = asked.HasPeriod ? asked.Preset : null,
            From = asked.HasPeriod ? asked.From : null,
            To = asked.HasPeriod ? asked.To : null,
            Account = asked.Account?.Number,
            Below = asked.Below,
            Number = asked.IsChosen ? null : asked.Number,
            SubscriptionId = asked.IsChosen ? asked.SubscriptionIds[0] : null,
            Invoice = asked.Invoice,
            Boxes = asked.Boxes,
            CalledNumbers = asked.CalledNumbers,
        };
    }
}
