using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Reports;

/// <summary>Stops one of the user's own exports; what was written of it is thrown away. Failure: <c>ExportEnded</c>.</summary>
[Requires, ByToken(Right.RunReports)]
public sealed record CancelExport(Guid Id) : ICommand
{
    internal sealed class Handler(IReportExports exports, IWorkQueue queue, IAudit audit, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<CancelExport, Unit>
    {
        public async Task<Unit> Handle(CancelExport command, CancellationToken cancellation)
        {
            var row = await exports.FindAsync(user.Reach, user.Id, command.Id, cancellation) ?? throw new NotFoundException();
            audit.Subject("ReportExport", row.Id);
            if (!await exports.CancelAsync(row.Id, clock.GetUtcNow(), cancellation)) throw new ConflictException("ExportEnded");
            await queue.CancelAsync(ExportKinds.WorkKind, row.Id, cancellation);
            return Unit.Value;
        }
    }
}
