using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Reports.Kept;

/// <summary>Removes a kept report; what it has brought stays until its time is out.</summary>
[Requires(Right.RunReports)]
public sealed record ForgetReport(Guid Id) : ICommand
{
    internal sealed class Handler(KeptReportDesk desk, IKeptReports reports, IAudit audit) : IRequestHandler<ForgetReport, Unit>
    {
        public async Task<Unit> Handle(ForgetReport command, CancellationToken cancellation)
        {
            var kept = await desk.FindOwnAsync(command.Id, cancellation);
            await reports.RemoveAsync(kept.Id, cancellation);
            audit.Change(new { kept.Kind, kept.Name, kept.Every, kept.Day }, null);
            return Unit.Value;
        }
    }
}
