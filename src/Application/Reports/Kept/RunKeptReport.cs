using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Reports.Kept;

/// <summary>A kept report to Excel, now: orders the export. Failures: <c>ReportAskedGone</c>, <c>ReportPeriodGone</c>, <c>ExportsTooMany</c>, <c>ExportsBusy</c>.</summary>
/// <returns>The export's id.</returns>
[Requires(Right.RunReports)]
public sealed record RunKeptReport(Guid Id, Guid RequestId) : ICommand<Guid>, IOnce
{
    internal sealed class Handler(KeptReportDesk desk, ReportScope scope, ExportKinds kinds, ExportDesk exports, IAudit audit) : IRequestHandler<RunKeptReport, Guid>
    {
        public async Task<Guid> Handle(RunKeptReport command, CancellationToken cancellation)
        {
            var kept = await desk.FindOwnAsync(command.Id, cancellation);
            var form = scope.Find(kept.Kind).Definition;
            var asked = await desk.OpenAsync(kept, null, cancellation);
            ReportAudit.Tell(audit, form, asked);
            return await exports.OrderAsync(kinds.Find(form.Kind)!, IExport.Written(asked), desk.FileNameOf(kept, asked), cancellation, kept.Id);
        }
    }
}
