using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Reports;

/// <summary>Removes one of the user's own exports that has ended, and its file, before its time is out. Failure: <c>ExportOpen</c>.</summary>
[Requires, ByToken(Right.RunReports)]
public sealed record RemoveExport(Guid Id) : ICommand
{
    internal sealed class Handler(IReportExports exports, IAudit audit, ICurrentUser user) : IRequestHandler<RemoveExport, Unit>
    {
        public async Task<Unit> Handle(RemoveExport command, CancellationToken cancellation)
        {
            var row = await exports.FindAsync(user.Reach, user.Id, command.Id, cancellation) ?? throw new NotFoundException();
            audit.Subject("ReportExport", row.Id);
            if (!await exports.RemoveAsync(row, cancellation)) throw new ConflictException("ExportOpen");
            audit.Change(new { row.Kind, row.FileName }, null);
            return Unit.Value;
        }
    }
}
