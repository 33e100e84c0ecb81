using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Reports.Kept;

/// <summary>The reports that the user has kept. Of those whose data the user may not see any more the name and the days alone, so that they can be removed.</summary>
[Requires(Right.RunReports)]
public sealed record ListKeptReports : IQuery<IReadOnlyList<KeptReportView>>
{
    internal sealed class Handler(IKeptReports reports, ReportKinds kinds, KeptReportDesk desk, ICurrentUser user) : IRequestHandler<ListKeptReports, IReadOnlyList<KeptReportView>>
    {
        public async Task<IReadOnlyList<KeptReportView>> Handle(ListKeptReports query, CancellationToken cancellation) =>
            [.. (await reports.ListAsync(user.Id, cancellation)).Select(View).OfType<KeptReportView>()];

        private KeptReportView? View(KeptReport kept)
        {
            if (kinds.Find(kept.Kind)?.Definition is not { } form) return null;
            var asked = desk.ParametersOf(kept, form);
            var may = ReportExport.RightsFor(form, asked).All(user.Has);
            return new(kept.Id, kept.Kind, kept.Name, form.Title, may ? ReportExport.Describe(form, asked) : [], kept.Every, kept.Day, kept.NextOn) { MayRun = may };
        }
    }
}
