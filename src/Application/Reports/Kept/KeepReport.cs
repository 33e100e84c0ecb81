using System.Text.Json;
using Connect.Application.Accounts;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using Connect.Domain.Reports;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Reports.Kept;

/// <summary>
/// Keeps a report with what it is asked for, to run it again or have it come by itself. Failures: those of <see cref="ReportRequest"/>,
/// <c>ScheduleWantsPreset</c>, <c>KeptReportsTooMany</c>.
/// </summary>
/// <returns>Its id.</returns>
[Requires(Right.RunReports)]
public sealed record KeepReport : ReportRequest, ICommand<Guid>, IOnce
{
    /// <summary>Reports that one user can keep.</summary>
    public const int Most = 50;

    public string Name { get; init; } = "";

    /// <summary>How often it comes by itself; null for not at all.</summary>
    public ReportInterval? Every { get; init; }

    /// <summary>Day of the month, with <see cref="ReportInterval.Monthly"/>.</summary>
    public int? Day { get; init; }

    public Guid RequestId { get; init; }

    public sealed class Validator : Rules<KeepReport>
    {
        public Validator()
        {
            RuleFor(c => c.Name).Cascade(CascadeMode.Stop).NotEmpty().Line(100);
            RuleFor(c => c.Every).IsInEnum();
            RuleFor(c => c.Day).Cascade(CascadeMode.Stop).NotNull().InclusiveBetween(1, ReportSchedule.LastDay).WithErrorCode("ReportDay").When(c => c.Every == ReportInterval.Monthly);
        }
    }

    internal sealed class Handler(ReportScope scope, IKeptReports reports, KeptReportDesk desk, IAudit audit, ICurrentUser user) : IRequestHandler<KeepReport, Guid>
    {
        public async Task<Guid> Handle(KeepReport command, CancellationToken cancellation)
        {
            var (report, asked) = await scope.OpenAsync(command, cancellation);
            if ((await reports.ListAsync(user.Id, cancellation)).Count >= Most) throw new DomainRuleException("KeptReportsTooMany", null, Most);
            var schedule = KeptReportRules.Schedule(command.Every, command.Day);
            var kept = new KeptReport
            {
                Id = Guid.CreateVersion7(), UserId = user.Id, Kind = report.Definition.Kind, Name = command.Name.Trim(), Parameters = JsonSerializer.Serialize(asked, JsonSerializerOptions.Web),
                Every = schedule?.Every, Day = schedule?.Day, NextOn = desk.FirstOf(schedule, asked), TokenRights = user.Identity!.TokenRights,
            };
            await reports.AddAsync(kept, cancellation);
            if (kept.NextOn is { } day) await desk.AwaitAsync(kept.Id, day, cancellation);
            audit.Change(null, new { kept.Kind, kept.Name, kept.Every, kept.Day });
            return kept.Id;
        }
    }
}

internal static class KeptReportRules
{
    public static ReportSchedule? Schedule(ReportInterval? every, int? day) => every is { } known ? new(known, known == ReportInterval.Monthly ? day : null) : null;
}
