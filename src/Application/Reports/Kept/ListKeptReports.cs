using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Reports.Kept;

/// <summary>The reports that the user has kept, but those whose data the user may not see any more.</summary>
[Requires(Right.RunReports)]
public sealed record ListKeptReports : IQuery<IReadOnlyList<KeptReportView>>
{
    internal sealed class Handler(IKeptReports reports, ReportKinds kinds, KeptReportDesk desk, ICurrentUser user) : IRequestHandler<ListKeptReports, IReadOnlyList<KeptReportView>>
    {
        public async Task<IReadOnlyList<KeptReportView>> Handle(ListKeptReports query, CancellationToken cancellation) =>
            [.. (await reports.ListAsync(user.Id, cancellation)).Select(View).OfType<KeptReportView>()];

        private KeptReportView? View(KeptReport kept) => kinds.Find(kept.Kind)?.Definition is { } form && form.Rights.All(user.Has)
            ? new(kept.Id, kept.Kind, kept.Name, form.Title, ReportExport.Describe(form, desk.ParametersOf(kept, form)), kept.Every, kept.Day, kept.NextOn)
            : null;
    }
}
