using System.Text.Json;
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
    /// <param name="name">File name without ending.</param>
    /// <exception cref="DomainRuleException"><c>ExportsTooMany</c>, <c>ExportsBusy</c>.</exception>
    public Task<Guid> OrderAsync<TParameters>(IExport export, TParameters parameters, string name, CancellationToken cancellation) =>
        TakeAsync(export, JsonSerializer.Serialize(parameters, JsonSerializerOptions.Web), name + Ending, cancellation);

    /// <summary>Orders the same once more.</summary>
    /// <exception cref="DomainRuleException"><c>ExportsTooMany</c>, <c>ExportsBusy</c>.</exception>
    public Task<Guid> AgainAsync(IExport export, ExportRow row, CancellationToken cancellation) => TakeAsync(export, row.Parameters, row.FileName, cancellation);

    /// <summary>Puts a kept report in the line on its day. Nobody waits for it: limits are for those who click.</summary>
    /// <param name="kept">The report.</param>
    /// <param name="asked">What it is asked for.</param>
    /// <param name="name">File name without ending.</param>
    /// <param name="refusal">Why it can't be had, so that it ends at once and its owner is told; null when it can.</param>
    /// <param name="cancellation">Ends the order.</param>
    public async Task BringAsync(KeptReport kept, ReportParameters asked, string name, string? refusal, CancellationToken cancellation)
    {
        var id = await AddAsync(kept.Kind, JsonSerializer.Serialize(asked, JsonSerializerOptions.Web), name + Ending, kept, cancellation);
        if (refusal is null) await EnqueueAsync(id, cancellation);
        else await exports.RefuseAsync(id, refusal, clock.GetUtcNow(), cancellation);
    }

    private async Task<Guid> TakeAsync(IExport export, string parameters, string fileName, CancellationToken cancellation)
    {
        if (!export.RightsFor(parameters).All(user.Has)) throw new ForbiddenException();
        var (own, all) = await exports.CountOpenAsync(user.Id, cancellation);
        if (own >= options.OpenPerUser) throw new DomainRuleException("ExportsTooMany", null, options.OpenPerUser);
        if (all >= options.OpenInAll) throw new DomainRuleException("ExportsBusy");
        var id = await AddAsync(export.Kind, parameters, fileName, null, cancellation);
        await EnqueueAsync(id, cancellation);
        return id;
    }

    private async Task<Guid> AddAsync(string kind, string parameters, string fileName, KeptReport? kept, CancellationToken cancellation)
    {
        var row = new NewExport
        {
            Id = Guid.CreateVersion7(),
            OrganisationId = user.Reach.OrganisationId,
            AccountId = user.Reach.AccountId,
            UserId = user.Id,
            Kind = kind,
            Parameters = parameters,
            Language = user.Identity!.Language,
            FileName = fileName,
            KeptReportId = kept?.Id,
            TokenRights = kept is null ? user.Identity.TokenRights : kept.TokenRights,
            CreatedAt = clock.GetUtcNow(),
        };
        await exports.AddAsync(row, cancellation);
        return row.Id;
    }

    private Task EnqueueAsync(Guid id, CancellationToken cancellation) => queue.EnqueueAsync(new NewWork(ExportKinds.WorkKind, id), cancellation);
}
