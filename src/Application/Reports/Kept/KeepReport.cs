using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Reports.Kept;

/// <summary>
/// Keeps a report with what it is asked for, to run it again or have it come by itself. Failures: those of <see cref="ReportRequest"/>,
/// <c>ScheduleWantsPreset</c>, <c>KeptReportsTooMany</c>, <c>KeptNameTaken</c>.
/// </summary>
/// <returns>Its id.</returns>
[Requires(Right.RunReports)]
public sealed record KeepReport : KeptReportRequest, ICommand<Guid>, IOnce
{
    /// <summary>Reports that one user can keep.</summary>
    public const int Most = 50;

    public Guid RequestId { get; init; }

    public sealed class Validator : KeptRules<KeepReport>;

    internal sealed class Handler(ReportScope scope, IKeptReports reports, KeptReportDesk desk, IAudit audit, ICurrentUser user) : IRequestHandler<KeepReport, Guid>
    {
        public async Task<Guid> Handle(KeepReport command, CancellationToken cancellation)
        {
            var (report, asked) = await scope.OpenAsync(command, cancellation);
            if ((await reports.ListAsync(user.Id, cancellation)).Count >= Most) throw new DomainRuleException("KeptReportsTooMany", null, Most);
            var schedule = KeptReportRules.Schedule(command);
            var kept = new KeptReport
            {
                Id = Guid.CreateVersion7(), UserId = user.Id, Kind = report.Definition.Kind, Name = command.Name.Trim(), Parameters = IExport.Written(asked),
                Every = schedule?.Every, Day = schedule?.Day, NextOn = desk.FirstOf(schedule, asked), TokenRights = user.Identity!.TokenRights,
            };
            if (!await reports.AddAsync(kept, cancellation)) throw KeptReportRules.NameTaken();
            if (kept.NextOn is { } day) await desk.AwaitAsync(kept.Id, day, cancellation);
            audit.Change(null, new { kept.Kind, kept.Name, kept.Every, kept.Day });
            return kept.Id;
        }
    }
}
