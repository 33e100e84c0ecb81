using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Reports;

/// <summary>One of the user's own exports once more, of the same parameters and of the data and rights of now. Failures: <c>ExportsTooMany</c>, <c>ExportsBusy</c>.</summary>
/// <returns>The new export's id.</returns>
[Requires, ByToken(Right.RunReports)]
public sealed record RunExportAgain(Guid Id, Guid RequestId) : ICommand<Guid>, IOnce
{
    internal sealed class Handler(IReportExports exports, ExportDesk desk, ExportKinds kinds, IAudit audit, ICurrentUser user) : IRequestHandler<RunExportAgain, Guid>
    {
        public async Task<Guid> Handle(RunExportAgain command, CancellationToken cancellation)
        {
            var row = await exports.FindAsync(user.Reach, user.Id, command.Id, cancellation) ?? throw new NotFoundException();
            var export = kinds.Find(row.Kind) ?? throw new NotFoundException();
            ReportAudit.Tell(audit, export, row);
            return await desk.AgainAsync(export, row, cancellation);
        }
    }
}
