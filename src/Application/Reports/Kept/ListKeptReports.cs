using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Reports.Kept;

/// <summary>The reports that the user has kept. Of those whose data the user may not see any more the name and the days alone, so that they can be removed.</summary>
[Requires(Right.RunReports)]
public sealed record ListKeptReports : IQuery<IReadOnlyList<KeptReportView>>
{
    internal sealed class Handler(IKeptReports reports, KeptReportViews views, ICurrentUser user) : IRequestHandler<ListKeptReports, IReadOnlyList<KeptReportView>>
    {
        public async Task<IReadOnlyList<KeptReportView>> Handle(ListKeptReports query, CancellationToken cancellation) =>
            await views.OfAsync(await reports.ListAsync(user.Id, cancellation), cancellation);
    }
}
