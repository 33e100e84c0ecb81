using System.Globalization;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Domain.Common;

namespace Connect.Application.Reports.Kept;

/// <summary>
/// Orders a kept report on its day, for its owner. The job that writes it asks for the owner's rights of that day, and tells when it has lost them.
/// After days of standing still it comes once.
/// </summary>
internal sealed class BringReport(IKeptReports reports, KeptReportDesk desk, ExportDesk exports, ReportActing acting, ITransactions transactions) : IWorkHandler
{
    public string Kind => KeptReportDesk.WorkKind;

    public async Task RunAsync(DueWork work, CancellationToken cancellation)
    {
        if (await DueAsync(work, cancellation) is not { } kept) return;
        // Whoever is gone gets nothing; the days go on, for the user may come back.
        var asked = await acting.AsAsync(kept, cancellation) is { } form ? desk.ParametersOf(kept, form) : null;
        await transactions.RunAsync(async () =>
        {
            if (!await GoOnAsync(kept, cancellation) || asked is null) return false;
            await exports.BringAsync(kept.Kind, asked, desk.FileNameOf(kept, asked), kept.Id, cancellation);
            return true;
        }, cancellation);
    }

    /// <summary>The next day comes all the same.</summary>
    public async Task GiveUpAsync(DueWork work, string? refusal, CancellationToken cancellation)
    {
        if (await DueAsync(work, cancellation) is { } kept) await transactions.RunAsync(() => GoOnAsync(kept, cancellation), cancellation);
    }

    private async Task<KeptReport?> DueAsync(DueWork work, CancellationToken cancellation) =>
        await reports.FindAsync(work.SubjectId, cancellation) is { NextOn: { } due } kept && work.Payload == $"{due:yyyy-MM-dd}" ? kept : null;

    private async Task<bool> GoOnAsync(KeptReport kept, CancellationToken cancellation)
    {
        var next = acting.NextOf(kept);
        if (!await reports.MoveOnAsync(kept.Id, kept.NextOn!.Value, next, cancellation)) return false;
        await desk.AwaitAsync(kept.Id, next, cancellation);
        return true;
    }
}

/// <summary>Lets work act for a report's owner.</summary>
internal sealed class ReportActing(IUserIdentities users, CurrentUser caller, ReportKinds kinds, TimeProvider clock)
{
    /// <summary>In the owner's name and language from here on.</summary>
    /// <returns>Null when the owner or the report is there no more.</returns>
    public async Task<Report?> AsAsync(KeptReport kept, CancellationToken cancellation)
    {
        if (await users.FindAsync(kept.UserId, cancellation) is not { } owner || kinds.Find(kept.Kind) is not { } report) return null;
        caller.Set(owner);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (Text.Culture(owner.Language), Text.Culture(owner.Language));
        return report.Definition;
    }

    /// <summary>After its due day and not before tomorrow.</summary>
    public DateOnly NextOf(KeptReport kept) => kept.Schedule!.NextAfter(kept.NextOn > clock.Today() ? kept.NextOn.Value : clock.Today());
}
