using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Reports;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Reports.Kept;

/// <summary>
/// Gives a kept report another name, other parameters or another schedule. Failures: those of <see cref="ReportRequest"/>,
/// <c>ScheduleWantsPreset</c>, <c>KeptNameTaken</c>.
/// </summary>
[Requires(Right.RunReports)]
public sealed record ChangeReport : KeptReportRequest, ICommand
{
    public Guid Id { get; init; }

    public sealed class Validator : KeptRules<ChangeReport>;

    internal sealed class Handler(KeptReportDesk desk, ReportScope scope, IKeptReports reports, IAudit audit, ICurrentUser user) : IRequestHandler<ChangeReport, Unit>
    {
        public async Task<Unit> Handle(ChangeReport command, CancellationToken cancellation)
        {
            var kept = await desk.FindOwnAsync(command.Id, cancellation);
            if (kept.Kind != command.Kind) throw new NotFoundException();
            var (report, asked) = await scope.OpenAsync(command, cancellation);
            var schedule = KeptReportRules.Schedule(command);
            var first = desk.FirstOf(schedule, asked);
            // Whoever changes it answers for it: with a personal token it has no more rights than that from here on.
            var changed = kept with { Name = command.Name.Trim(), Parameters = IExport.Written(asked), TokenRights = user.Identity!.TokenRights };
            if (!await reports.ChangeAsync(changed, cancellation)) throw KeptReportRules.NameTaken();
            // A schedule that stays keeps the day that it awaits, which may be this one.
            if (schedule != kept.Schedule)
            {
                await reports.ScheduleAsync(kept.Id, schedule, first, cancellation);
                if (first is { } day && day != kept.NextOn) await desk.AwaitAsync(kept.Id, day, cancellation);
            }

            audit.Change(Told(kept, desk.ParametersOf(kept, report.Definition)), Told(changed with { Every = schedule?.Every, Day = schedule?.Day }, asked));
            return Unit.Value;
        }

        private static object Told(KeptReport kept, ReportParameters asked) => new
        {
            kept.Name,
            kept.Every,
            kept.Day,
            Preset = asked.HasPeriod ? asked.Preset : (PeriodPreset?)null,
            From = asked is { HasPeriod: true, Preset: PeriodPreset.Own } ? asked.From : (DateOnly?)null,
            To = asked is { HasPeriod: true, Preset: PeriodPreset.Own } ? asked.To : (DateOnly?)null,
            Account = asked.Account?.Number,
            asked.Below,
            asked.Invoice,
            asked.Boxes,
            asked.CalledNumbers,
        };
    }
}
