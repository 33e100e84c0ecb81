using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Reports;

/// <summary>"Mina rapporter": the user's own exports, newest first.</summary>
[Requires, ByToken(Right.RunReports)]
public sealed record ListExports : IQuery<IReadOnlyList<ExportView>>
{
    internal sealed class Handler(IReportExports exports, ExportKinds kinds, ReportOptions options, ICurrentUser user)
        : IRequestHandler<ListExports, IReadOnlyList<ExportView>>
    {
        public async Task<IReadOnlyList<ExportView>> Handle(ListExports query, CancellationToken cancellation) =>
            [.. (await exports.ListAsync(user.Reach, user.Id, cancellation)).Select(row => ExportView.Of(row, kinds, options))];
    }
}
