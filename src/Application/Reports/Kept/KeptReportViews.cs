using Connect.Application.Common.Security;

namespace Connect.Application.Reports.Kept;

/// <summary>Shows kept reports to their owner. Of those whose data the owner may not see any more the name and the days alone, so that they can be removed.</summary>
internal sealed class KeptReportViews(ReportKinds kinds, KeptReportDesk desk, ICurrentUser user)
{
    /// <summary>Null for a report that a later version has dropped.</summary>
    public KeptReportView? Of(KeptReport kept)
    {
        if (kinds.Find(kept.Kind)?.Definition is not { } form) return null;
        var asked = desk.ParametersOf(kept, form);
        var may = ReportExport.RightsFor(form, asked).All(user.Has);
        return new(kept.Id, kept.Kind, kept.Name, form.Title, may ? ReportExport.Describe(form, asked) : [], kept.Every, kept.Day, kept.NextOn) { MayRun = may, Report = may ? asked : null };
    }
}
