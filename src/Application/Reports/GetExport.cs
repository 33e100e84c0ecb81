using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Reports;

/// <summary>One of the user's own exports, to follow its progress.</summary>
[Requires, ByToken(Right.RunReports)]
public sealed record GetExport(Guid Id) : IQuery<ExportView>
{
    internal sealed class Handler(IReportExports exports, ExportKinds kinds, ReportOptions options, ICurrentUser user)
        : IRequestHandler<GetExport, ExportView>
    {
        public async Task<ExportView> Handle(GetExport query, CancellationToken cancellation) =>
            ExportView.Of(await exports.FindAsync(user.Reach, user.Id, query.Id, cancellation) ?? throw new NotFoundException(), kinds, options);
    }
}
