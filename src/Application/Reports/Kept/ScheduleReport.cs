using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Reports;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Reports.Kept;

/// <summary>Says how often a kept report comes by itself. Stopped, it can be also by an owner who may not run it any more. Failure: <c>ScheduleWantsPreset</c>.</summary>
/// <param name="Every">Null for not at all.</param>
/// <param name="Day">Day of the month (1–28) with <see cref="ReportInterval.Monthly"/>, of the week (1 Monday – 7 Sunday) with <see cref="ReportInterval.Weekly"/>.</param>
[Requires(Right.RunReports)]
public sealed record ScheduleReport(Guid Id, ReportInterval? Every, int? Day) : ICommand, IScheduled
{
    public sealed class Validator : AbstractValidator<ScheduleReport>
    {
        public Validator() => KeptReportRules.Days(this);
    }

    internal sealed class Handler(KeptReportDesk desk, ReportScope scope, IKeptReports reports, IAudit audit) : IRequestHandler<ScheduleReport, Unit>
    {
        public async Task<Unit> Handle(ScheduleReport command, CancellationToken cancellation)
        {
            var kept = await desk.FindOwnAsync(command.Id, cancellation);
            var schedule = KeptReportRules.Schedule(command);
            // To stop it takes no right to what it tells.
            var first = schedule is null ? null : desk.FirstOf(schedule, desk.ParametersOf(kept, scope.Find(kept.Kind).Definition));
            await reports.ScheduleAsync(kept.Id, schedule, first, cancellation);
            if (first is { } day && day != kept.NextOn) await desk.AwaitAsync(kept.Id, day, cancellation);
            audit.Change(new { kept.Name, kept.Every, kept.Day }, new { kept.Name, schedule?.Every, schedule?.Day });
            return Unit.Value;
        }
    }
}
