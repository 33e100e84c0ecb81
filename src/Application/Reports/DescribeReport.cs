using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Reports;

/// <summary>What a report would be asked for, in the reader's language, without running it. Failures: those of <see cref="ReportRequest"/>.</summary>
[Requires(Right.RunReports)]
public sealed record DescribeReport : ReportRequest, IQuery<IReadOnlyList<ExportParameter>>
{
    public sealed class Validator : Rules<DescribeReport>;

    internal sealed class Handler(ReportScope scope) : IRequestHandler<DescribeReport, IReadOnlyList<ExportParameter>>
    {
        public async Task<IReadOnlyList<ExportParameter>> Handle(DescribeReport query, CancellationToken cancellation)
        {
            var (report, parameters) = await scope.OpenAsync(query, cancellation);
            return ReportExport.Describe(report.Definition, parameters);
        }
    }
}
