using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Reports;

/// <summary>
/// A report to Excel: orders the export, which a job writes. Failures: those of <see cref="ReportRequest"/>, <c>ExportsTooMany</c>, <c>ExportsBusy</c>.
/// </summary>
/// <returns>The export's id.</returns>
[Requires(Right.RunReports)]
public sealed record GenerateReport : ReportRequest, ICommand<Guid>, IOnce
{
    public Guid RequestId { get; init; }

    public sealed class Validator : Rules<GenerateReport>;

    internal sealed class Handler(ReportScope scope, ExportDesk desk, ExportKinds kinds, IAudit audit, TimeProvider clock) : IRequestHandler<GenerateReport, Guid>
    {
        public async Task<Guid> Handle(GenerateReport command, CancellationToken cancellation)
        {
            var (report, parameters) = await scope.OpenAsync(command, cancellation);
            var form = report.Definition;
            ReportAudit.Tell(audit, form, parameters);
            return await desk.OrderAsync(kinds.Find(form.Kind)!, IExport.Written(parameters), ReportExport.FileName(form.Title, parameters, clock.Today()), cancellation);
        }
    }
}
