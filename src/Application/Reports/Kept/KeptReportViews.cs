using Connect.Application.Common.Security;

namespace Connect.Application.Reports.Kept;

/// <summary>Shows kept reports to their owner, with what they brought last. Of those whose data the owner may not see any more the name and the days alone, so that they can be removed.</summary>
internal sealed class KeptReportViews(ReportKinds kinds, KeptReportDesk desk, OwnExports exports, ICurrentUser user)
{
    /// <summary>Those of reports that a later version has dropped are passed over.</summary>
    public async Task<IReadOnlyList<KeptReportView>> OfAsync(IReadOnlyList<KeptReport> kept, CancellationToken cancellation)
    {
        if (kept.Count == 0) return [];
        // The newest comes first.
        var results = (await exports.ListAsync(cancellation)).Where(export => export.KeptReportId is not null).DistinctBy(export => export.KeptReportId).ToDictionary(export => export.KeptReportId!.Value);
        return [.. kept.Select(one => Of(one, results.GetValueOrDefault(one.Id))).OfType<KeptReportView>()];
    }

    private KeptReportView? Of(KeptReport kept, ExportView? last)
    {
        if (kinds.Find(kept.Kind)?.Definition is not { } form) return null;
        var asked = desk.ParametersOf(kept, form);
        var may = ReportExport.RightsFor(form, asked).All(user.Has);
        return new(kept.Id, kept.Kind, kept.Name, form.Title, may ? ReportExport.Describe(form, asked) : [], kept.Every, kept.Day, kept.NextOn)
        {
            MayRun = may,
            Report = may ? asked : null,
            Last = may ? last : null,
        };
    }
}
