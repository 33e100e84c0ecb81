using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Reports;

/// <summary>A report on the screen: the first rows of each sheet and the sums of all its rows, called numbers masked or left out. What takes too long is stopped, and told to be for Excel.</summary>
[Requires(Right.RunReports)]
public sealed record PreviewReport : ReportRequest, IQuery<ReportPreview>
{
    /// <summary>Rows of a sheet that the screen shows.</summary>
    public const int Rows = 50;

    public sealed class Validator : Rules<PreviewReport>;

    internal sealed class Handler(ReportScope scope, PreviewDesk desk) : IRequestHandler<PreviewReport, ReportPreview>
    {
        public async Task<ReportPreview> Handle(PreviewReport query, CancellationToken cancellation)
        {
            // Whole numbers have a message of their own, whose every showing is audited.
            if (query.CalledNumbers == CalledNumbers.Shown) throw new ForbiddenException();
            var (report, parameters) = await scope.OpenAsync(query, cancellation);
            return await desk.ShowAsync(report, parameters, cancellation);
        }
    }
}

/// <summary>A report on the screen with whole called numbers. Each showing is in the audit log, and each that was stopped before anything was shown.</summary>
[Requires(Right.RunReports, Right.ViewCalledNumbers)]
[Audited]
public sealed record ShowCalledNumbers : ReportRequest, IQuery<ReportPreview>
{
    public sealed class Validator : Rules<ShowCalledNumbers>;

    internal sealed class Handler(ReportScope scope, PreviewDesk desk, IAudit audit) : IRequestHandler<ShowCalledNumbers, ReportPreview>
    {
        public async Task<ReportPreview> Handle(ShowCalledNumbers query, CancellationToken cancellation)
        {
            var (report, parameters) = await scope.OpenAsync(query with { CalledNumbers = CalledNumbers.Shown }, cancellation);
            ReportAudit.Tell(audit, report.Definition, parameters);
            var preview = await desk.ShowAsync(report, parameters, cancellation);
            if (preview.IsTooLong) audit.Failed("PreviewTooLong");
            return preview;
        }
    }
}
