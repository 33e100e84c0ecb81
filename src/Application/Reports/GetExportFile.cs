using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Reports;

/// <summary>The file of a finished export. Wants the rights that the export itself wants; each fetching is in the audit log.</summary>
[Requires, ByToken(Right.RunReports)]
[Audited]
public sealed record GetExportFile(Guid Id) : IQuery<ExportFile>
{
    internal sealed class Handler(IReportExports exports, ExportKinds kinds, IFileStore files, IAudit audit, ICurrentUser user)
        : IRequestHandler<GetExportFile, ExportFile>
    {
        public async Task<ExportFile> Handle(GetExportFile query, CancellationToken cancellation)
        {
            var row = await exports.FindAsync(user.Reach, user.Id, query.Id, cancellation) ?? throw new NotFoundException();
            audit.Subject("ReportExport", row.Id);
            if (row.State != ExportState.Done || row.FileKey is null || kinds.Find(row.Kind) is not { } export) throw new NotFoundException();
            ReportAudit.Tell(audit, export, row);
            if (!export.RightsFor(row.Parameters).All(user.Has)) throw new ForbiddenException();
            return new(row.FileName, await files.OpenAsync(row.FileKey, cancellation) ?? throw new NotFoundException());
        }
    }
}

/// <param name="Content">The caller closes it.</param>
public sealed record ExportFile(string Name, Stream Content)
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
