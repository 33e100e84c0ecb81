using System.Globalization;
using Connect.Application.Common.Behaviors;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Domain.Common;

namespace Connect.Application.Reports.Kept;

/// <summary>
/// Orders a kept report on its day, for its owner, with the reach and rights of then; what the owner has lost meanwhile ends it with that reason.
/// After days of standing still it comes once, for the last of them.
/// </summary>
internal sealed class BringReport(IKeptReports reports, KeptReportDesk desk, ExportDesk exports, ReportActing acting, ITransactions transactions) : IWorkHandler
{
    public string Kind => KeptReportDesk.WorkKind;

    public async Task RunAsync(DueWork work, CancellationToken cancellation)
    {
        if (await DueAsync(work, cancellation) is not { } kept) return;
        var day = desk.DayOf(kept);
        // Whoever is gone gets nothing; the days go on, for the user may come back.
        var run = await acting.AsAsync(kept, cancellation) is { } form ? await AskAsync(kept, form, day, cancellation) : null;
        await transactions.RunAsync(async () =>
        {
            if (!await GoOnAsync(kept, day, cancellation) || run is null) return false;
            await exports.BringAsync(kept, run.Asked, desk.FileNameOf(kept, run.Asked, day), run.Refusal, cancellation);
            await acting.TellAsync(kept, run.Asked, run.Refusal, cancellation);
            return true;
        }, cancellation);
    }

    /// <summary>The next day comes all the same.</summary>
    public async Task GiveUpAsync(DueWork work, string? refusal, CancellationToken cancellation)
    {
        if (await DueAsync(work, cancellation) is { } kept) await transactions.RunAsync(() => GoOnAsync(kept, desk.DayOf(kept), cancellation), cancellation);
    }

    private async Task<KeptReport?> DueAsync(DueWork work, CancellationToken cancellation) =>
        await reports.FindAsync(work.SubjectId, cancellation) is { NextOn: { } due } kept && work.Payload == $"{due:yyyy-MM-dd}" ? kept : null;

    private async Task<Run> AskAsync(KeptReport kept, Report form, DateOnly day, CancellationToken cancellation)
    {
        try
        {
            return new(await desk.OpenAsync(kept, day, cancellation), null);
        }
        catch (DomainRuleException gone)
        {
            return new(desk.ParametersOf(kept, form, day), gone.Code);
        }
        catch (ForbiddenException)
        {
            return new(desk.ParametersOf(kept, form, day), ExportKinds.RightsLost);
        }
    }

    private async Task<bool> GoOnAsync(KeptReport kept, DateOnly day, CancellationToken cancellation)
    {
        var next = kept.Schedule!.NextAfter(day);
        if (!await reports.MoveOnAsync(kept.Id, kept.NextOn!.Value, next, cancellation)) return false;
        await desk.AwaitAsync(kept.Id, next, cancellation);
        return true;
    }

    /// <param name="Refusal">Why it can't be had; null when it can.</param>
    private sealed record Run(ReportParameters Asked, string? Refusal);
}

/// <summary>Lets work act for a report's owner.</summary>
internal sealed class ReportActing(IUserIdentities users, CurrentUser caller, ReportKinds kinds, AuditTrail trail, IAuditLog log)
{
    /// <summary>In the owner's name and language from here on.</summary>
    /// <returns>Null when the owner or the report is there no more.</returns>
    public async Task<Report?> AsAsync(KeptReport kept, CancellationToken cancellation)
    {
        if (await users.FindAsync(kept.UserId, cancellation) is not { } owner || kinds.Find(kept.Kind) is not { } report) return null;
        caller.Set(owner.CutTo(kept.TokenRights));
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (Text.Culture(owner.Language), Text.Culture(owner.Language));
        return report.Definition;
    }

    /// <summary>Writes to the audit log, in the running transaction, that the owner's report was ordered as if the owner had: whose called numbers were taken out is asked for there.</summary>
    /// <param name="kept">The report.</param>
    /// <param name="asked">What it is asked for.</param>
    /// <param name="refusal">Why it can't be had; null when it can.</param>
    /// <param name="cancellation">Ends the statement.</param>
    public Task TellAsync(KeptReport kept, ReportParameters asked, string? refusal, CancellationToken cancellation)
    {
        ReportAudit.Tell(trail, kinds.Find(kept.Kind)!.Definition, asked, keptAs: kept.Name);
        var outcome = refusal switch { null => AuditOutcome.Done, ExportKinds.RightsLost => AuditOutcome.Refused, _ => AuditOutcome.Failed };
        return log.WriteAsync(trail.Row<GenerateReport>(outcome, refusal), cancellation);
    }
}
