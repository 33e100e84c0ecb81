using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Reports;

/// <summary>The reports that the user may run: those whose data the user may see.</summary>
[Requires(Right.RunReports)]
public sealed record ListReports : IQuery<IReadOnlyList<Report>>
{
    internal sealed class Handler(ReportKinds kinds, ICurrentUser user) : IRequestHandler<ListReports, IReadOnlyList<Report>>
    {
        public Task<IReadOnlyList<Report>> Handle(ListReports query, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<Report>>([.. kinds.All.Where(report => report.Rights.All(user.Has))]);
    }
}
