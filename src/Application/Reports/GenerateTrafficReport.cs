using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Reports;

/// <summary>
/// REP 7 Trafikspecifikation to Excel: orders the export, which a job writes. Failures: <c>TrafficNumberUnknown</c>,
/// <c>ExportsTooMany</c>, <c>ExportsBusy</c>.
/// </summary>
/// <returns>The export's id.</returns>
[Requires(Right.RunReports, Right.ViewSubscriptions)]
public sealed record GenerateTrafficReport : TrafficRequest, ICommand<Guid>, IOnce
{
    public const string Kind = "traffic";

    public Guid RequestId { get; init; }

    public sealed class Validator : Rules<GenerateTrafficReport>;

    internal sealed class Handler(TrafficScope scope, ExportDesk desk, ExportKinds kinds, IAudit audit) : IRequestHandler<GenerateTrafficReport, Guid>
    {
        public async Task<Guid> Handle(GenerateTrafficReport command, CancellationToken cancellation)
        {
            var report = await scope.ReportAsync(command, cancellation);
            audit.Subject("Subscription", report.SubscriptionIds[0]);
            audit.Change(null, new { report.From, report.To, report.CalledNumbers });
            return await desk.OrderAsync(kinds.Find(Kind)!, report, $"{Text.Get("Reports.Traffic")} {report.From:yyyy-MM-dd} – {report.To:yyyy-MM-dd}", cancellation);
        }
    }
}
