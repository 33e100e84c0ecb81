using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Reports;

/// <summary>The traffic report on the screen: its first rows and its sums, called numbers masked or left out.</summary>
[Requires(Right.RunReports, Right.ViewSubscriptions)]
public sealed record PreviewTraffic : TrafficRequest, IQuery<TrafficPreview>
{
    /// <summary>Rows that the screen shows.</summary>
    public const int Rows = 50;

    public sealed class Validator : Rules<PreviewTraffic>;

    internal sealed class Handler(TrafficScope scope, ITraffic traffic, ICurrentUser user) : IRequestHandler<PreviewTraffic, TrafficPreview>
    {
        public async Task<TrafficPreview> Handle(PreviewTraffic query, CancellationToken cancellation)
        {
            // Whole numbers have a message of their own, whose every showing is audited.
            if (query.CalledNumbers == CalledNumbers.Shown) throw new ForbiddenException();
            return await traffic.PreviewAsync(user.Reach, await scope.ReportAsync(query, cancellation), Rows, cancellation);
        }
    }
}

/// <summary>The traffic report on the screen with whole called numbers. Each showing is in the audit log.</summary>
[Requires(Right.RunReports, Right.ViewSubscriptions, Right.ViewCalledNumbers)]
[Audited]
public sealed record ShowCalledNumbers : TrafficRequest, IQuery<TrafficPreview>
{
    public sealed class Validator : Rules<ShowCalledNumbers>;

    internal sealed class Handler(TrafficScope scope, ITraffic traffic, IAudit audit, ICurrentUser user) : IRequestHandler<ShowCalledNumbers, TrafficPreview>
    {
        public async Task<TrafficPreview> Handle(ShowCalledNumbers query, CancellationToken cancellation)
        {
            var report = await scope.ReportAsync(query with { CalledNumbers = CalledNumbers.Shown }, cancellation);
            audit.Subject("Subscription", report.SubscriptionIds[0]);
            audit.Change(null, new { report.From, report.To });
            return await traffic.PreviewAsync(user.Reach, report, PreviewTraffic.Rows, cancellation);
        }
    }
}
