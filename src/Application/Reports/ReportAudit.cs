using Connect.Application.Common.Ports;

namespace Connect.Application.Reports;

/// <summary>What the audit log says of a report that was ordered or shown.</summary>
internal static class ReportAudit
{
    /// <param name="audit">Where it is told.</param>
    /// <param name="form">The report.</param>
    /// <param name="asked">What it was asked for.</param>
    /// <param name="fileName">Of the file that was fetched or ordered once more.</param>
    /// <param name="keptAs">Name of the kept report that came by itself.</param>
    public static void Tell(IAudit audit, Report form, ReportParameters asked, string? fileName = null, string? keptAs = null)
    {
        if (asked.SubscriptionIds is [var service, ..]) audit.Subject("Subscription", service);
        audit.Change(null, new
        {
            form.Kind,
            From = asked.HasPeriod ? asked.From : (DateOnly?)null,
            To = asked.HasPeriod ? asked.To : (DateOnly?)null,
            Account = asked.Account?.Number,
            asked.Invoice,
            CalledNumbers = form.HasCalledNumbers ? asked.CalledNumbers : (CalledNumbers?)null,
            FileName = fileName,
            KeptReport = keptAs,
        });
    }

    /// <summary>Of an export that is fetched or ordered once more: what its file holds, for the export itself is gone after its time.</summary>
    public static void Tell(IAudit audit, IExport export, ExportRow row)
    {
        audit.Subject("ReportExport", row.Id);
        if (export is ReportExport report) report.Tell(audit, row);
        else audit.Change(null, new { row.Kind, row.FileName });
    }
}
