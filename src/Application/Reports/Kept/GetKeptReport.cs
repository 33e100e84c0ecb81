using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Reports.Kept;

/// <summary>One of the reports that the user has kept, with what its form is to be filled with.</summary>
[Requires(Right.RunReports)]
public sealed record GetKeptReport(Guid Id) : IQuery<KeptReportView>
{
    internal sealed class Handler(KeptReportDesk desk, KeptReportViews views) : IRequestHandler<GetKeptReport, KeptReportView>
    {
        public async Task<KeptReportView> Handle(GetKeptReport query, CancellationToken cancellation) =>
            await views.OfAsync([await desk.FindOwnAsync(query.Id, cancellation)], cancellation) is [var view] ? view : throw new NotFoundException();
    }
}
