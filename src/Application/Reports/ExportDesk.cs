using System.Text.Json;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;

namespace Connect.Application.Reports;

/// <summary>Takes orders for exports: the row, its job, and the limits that keep one user from taking all.</summary>
internal sealed class ExportDesk(IReportExports exports, IWorkQueue queue, ICurrentUser user, TimeProvider clock, ReportOptions options)
{
    /// <summary>Orders it for the current user, in the running transaction.</summary>
    /// <param name="name">File name without ending.</param>
    /// <exception cref="DomainRuleException"><c>ExportsTooMany</c>, <c>ExportsBusy</c>.</exception>
    public async Task<Guid> OrderAsync<TParameters>(IExport export, TParameters parameters, string name, CancellationToken cancellation)
    {
        var json = JsonSerializer.Serialize(parameters, JsonSerializerOptions.Web);
        if (!export.RightsFor(json).All(user.Has)) throw new ForbiddenException();
        var (own, all) = await exports.CountOpenAsync(user.Id, cancellation);
        if (own >= options.OpenPerUser) throw new DomainRuleException("ExportsTooMany", null, options.OpenPerUser);
        if (all >= options.OpenInAll) throw new DomainRuleException("ExportsBusy");
        var row = new NewExport
        {
            Id = Guid.CreateVersion7(),
            OrganisationId = user.Reach.OrganisationId,
            AccountId = user.Reach.AccountId,
            UserId = user.Id,
            Kind = export.Kind,
            Parameters = json,
            Language = user.Identity!.Language,
            FileName = $"{name}.xlsx",
            CreatedAt = clock.GetUtcNow(),
        };
        await exports.AddAsync(row, cancellation);
        await queue.EnqueueAsync(new NewWork(ExportKinds.WorkKind, row.Id), cancellation);
        return row.Id;
    }
}
