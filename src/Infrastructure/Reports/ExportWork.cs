using System.Globalization;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Reports;

/// <summary>
/// Writes an export that was asked for, for the user who asked: with the reach and rights of now. After a kill it starts over.
/// </summary>
internal sealed class ExportWork(ExportRuns runs, ExportStage stage, ExportWriter writer, IFileStore files, TimeProvider clock) : IWorkHandler
{
    // Beyond the second try an export would come too late to be of use.
    private const int MaxAttempts = 3;

    // Whoever is far behind looks seldom whether it is its turn, so that a long line costs the database little.
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(3), WaitForEach = TimeSpan.FromSeconds(1), LongestWait = TimeSpan.FromMinutes(2);

    public string Kind => ExportKinds.WorkKind;

    public async Task RunAsync(DueWork work, CancellationToken cancellation)
    {
        if (await runs.FindAsync(work.SubjectId, cancellation) is not { State: ExportState.Waiting or ExportState.Running } row) return;
        using var turn = writer.TryTakeTurn(IsByItself(row));
        // What waits for its turn keeps no worker from orders and mail.
        if (turn is null) throw new WorkPostponedException(await WaitOfAsync(row, cancellation));
        try
        {
            await WriteAsync(row, cancellation);
        }
        catch (Exception error) when (work.Attempt >= MaxAttempts && error is not (WorkRejectedException or OperationCanceledException))
        {
            throw new WorkRejectedException(ExportStage.Broken);
        }
    }

    public Task GiveUpAsync(DueWork work, string? refusal, CancellationToken cancellation) => runs.EndAsync(
        work.SubjectId, ExportState.Failed, refusal is ExportKinds.RightsLost or ExportStage.KindGone ? refusal : ExportStage.Broken, clock.GetUtcNow(), cancellation);

    private async Task WriteAsync(ExportRow row, CancellationToken cancellation)
    {
        var (user, export) = await stage.SetAsync(row, cancellation);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (Text.Culture(row.Language), Text.Culture(row.Language));
        var sheet = (await export.OpenAsync(row.Parameters, cancellation)).Telling(
            new ExportParameter(Text.Get("Reports.Organisation"), user.OrganisationName),
            new ExportParameter(Text.Get("Reports.TakenOut"), StockholmTime.LocalOf(clock.GetUtcNow()).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)));
        if (!await runs.StartAsync(row.Id, user.Reach.AccountId, Estimate(sheet), clock.GetUtcNow(), cancellation)) return;
        var file = await writer.WriteAsync(row.Id, sheet, cancellation);
        if (file is not null && await runs.FinishAsync(row.Id, file, clock.GetUtcNow(), cancellation)) return;
        if (file is not null) await files.DeleteAsync(file.Key, CancellationToken.None);
        await runs.EndAsync(row.Id, ExportState.Cancelled, null, clock.GetUtcNow(), cancellation);
    }

    private static bool IsByItself(ExportRow row) => row.KeptReportId is not null;

    private async Task<TimeSpan> WaitOfAsync(ExportRow row, CancellationToken cancellation)
    {
        var wait = Wait + WaitForEach * await runs.AheadAsync(row.Id, IsByItself(row), cancellation);
        return wait < LongestWait ? wait : LongestWait;
    }

    // Nobody knows the whole when one sheet's length is unknown.
    private static long? Estimate(ExportSheet sheet) => sheet.More.Aggregate(sheet.Estimate, (sum, next) => sum + next.Estimate);
}

/// <summary>Lets a job act for the user who asked, if that user still may.</summary>
internal sealed class ExportStage(IUserIdentities users, CurrentUser caller, ExportKinds kinds, DbSession db, ReportOptions options)
{
    public const string KindGone = "ExportKindGone", Broken = "ExportFailed";

    /// <exception cref="WorkRejectedException">The user is gone or lost a right that the export wants.</exception>
    public async Task<(UserIdentity User, IExport Export)> SetAsync(ExportRow row, CancellationToken cancellation)
    {
        var export = kinds.Find(row.Kind) ?? throw new WorkRejectedException(KindGone);
        // Work that was ordered with a personal token has no more rights than the token had.
        var user = (await users.FindAsync(row.UserId, cancellation))?.CutTo(row.TokenRights);
        if (user is null || !export.RightsFor(row.Parameters).All(user.Rights.Contains)) throw new WorkRejectedException(ExportKinds.RightsLost);
        caller.Set(user);
        db.Patience = options.StatementTime;
        return (user, export);
    }
}
