using Connect.Domain.Common;

namespace Connect.Application.Reports;

/// <summary>How long what is no longer needed is kept: settings <c>Retention:…</c>. Exports: <c>Reports:KeepDays</c>.</summary>
public sealed record RetentionOptions
{
    public int UsageMonths { get; init; } = 18;
    public int AuditMonths { get; init; } = 24;

    /// <summary>Incidents, from when they were over.</summary>
    public int IncidentMonths { get; init; } = 12;

    /// <summary>Answers to requests that were carried out once.</summary>
    public int RequestDays { get; init; } = 30;

    /// <summary>Log-ins that were begun, sessions and one-time links, after their own time.</summary>
    public int LoginDays { get; init; } = 30;

    /// <summary>The first day whose usage is kept: whole months are removed.</summary>
    public DateOnly UsageFrom(DateOnly today) => StockholmTime.MonthOf(today).AddMonths(-UsageMonths);
}
