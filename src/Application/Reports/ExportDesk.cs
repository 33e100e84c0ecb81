using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Reports.Kept;
using Connect.Domain.Common;

namespace Connect.Application.Reports;

/// <summary>Takes orders for exports: the row, its job, and the limits that keep one user from taking all.</summary>
internal sealed class ExportDesk(IReportExports exports, IWorkQueue queue, ICurrentUser user, TimeProvider clock, ReportOptions options)
{
    private const string Ending = ".xlsx";

    /// <summary>Orders it for the current user, in the running transaction.</summary>
    /// <param name="export">What is ordered.</param>
    /// <param name="parameters">What it is asked for, as <see cref="IExport.Written"/>.</param>
    /// <param name="name">File name without ending.</param>
    /// <param name="cancellation">Ends the order.</param>
    /// <param name="keptId">The kept report that it is a result of.</param>
    /// <exception cref="DomainRuleException"><c>ExportsTooMany</c>, <c>ExportsBusy</c>.</exception>
    public Task<Guid> OrderAsync(IExport export, string parameters, string name, CancellationToken cancellation, Guid? keptId = null) =>
        TakeAsync(export, parameters, name + Ending, keptId, cancellation);

    /// <summary>Orders the same once more.</summary>
    /// <exception cref="DomainRuleException"><c>ExportsTooMany</c>, <c>ExportsBusy</c>.</exception>
    public Task<Guid> AgainAsync(IExport export, ExportRow row, CancellationToken cancellation) =>
        TakeAsync(export, row.Parameters, row.FileName, row.KeptReportId ?? row.AskedKeptReportId, cancellation);

    /// <summary>Puts a kept report in the line on its day. Nobody waits for it: limits are for those who click.</summary>
    /// <param name="kept">The report.</param>
    /// <param name="asked">What it is asked for.</param>
    /// <param name="name">File name without ending.</param>
    /// <param name="refusal">Why it can't be had, so that it ends at once and its owner is told; null when it can.</param>
    /// <param name="cancellation">Ends the order.</param>
    public async Task BringAsync(KeptReport kept, ReportParameters asked, string name, string? refusal, CancellationToken cancellation)
    {
        var id = await AddAsync(New(kept.Kind, IExport.Written(asked), name + Ending) with { KeptReportId = kept.Id, TokenRights = kept.TokenRights }, cancellation);
        if (refusal is null) await EnqueueAsync(id, cancellation);
        else await exports.RefuseAsync(id, refusal, clock.GetUtcNow(), cancellation);
    }

    private async Task<Guid> TakeAsync(IExport export, string parameters, string fileName, Guid? keptId, CancellationToken cancellation)
    {
        if (!export.RightsFor(parameters).All(user.Has)) throw new ForbiddenException();
        var (own, all) = await exports.CountOpenAsync(user.Id, cancellation);
        if (own >= options.OpenPerUser) throw new DomainRuleException("ExportsTooMany", null, options.OpenPerUser);
        if (all >= options.OpenInAll) throw new DomainRuleException("ExportsBusy");
        var id = await AddAsync(New(export.Kind, parameters, fileName) with { AskedKeptReportId = keptId }, cancellation);
        await EnqueueAsync(id, cancellation);
        return id;
    }

    private NewExport New(string kind, string parameters, string fileName) => new()
    {
        Id = Guid.CreateVersion7(),
        OrganisationId = user.Reach.OrganisationId,
        AccountId = user.Reach.AccountId,
        UserId = user.Id,
        Kind = kind,
        Parameters = parameters,
        Language = user.Identity!.Language,
        FileName = fileName,
        TokenRights = user.Identity.TokenRights,
        CreatedAt = clock.GetUtcNow(),
    };

    private async Task<Guid> AddAsync(NewExport row, CancellationToken cancellation)
    {
        await exports.AddAsync(row, cancellation);
        return row.Id;
    }

    private Task EnqueueAsync(Guid id, CancellationToken cancellation) => queue.EnqueueAsync(new NewWork(ExportKinds.WorkKind, id), cancellation);
}
