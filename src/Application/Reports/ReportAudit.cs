using Connect.Application.Common.Ports;

namespace Connect.Application.Reports;

/// <summary>What the audit log says of a report that was ordered or shown.</summary>
internal static class ReportAudit
{
    public static void Tell(IAudit audit, Report form, ReportParameters asked)
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
        });
    }
}
