using Connect.Domain.Common;
using Connect.Domain.Reports;
using FluentValidation;

namespace Connect.Application.Reports.Kept;

/// <summary>A message that says how often a report comes by itself.</summary>
internal interface IScheduled
{
    /// <summary>Null for not at all.</summary>
    ReportInterval? Every { get; }

    /// <summary>Day of the month (1–28) with <see cref="ReportInterval.Monthly"/>, of the week (1 Monday – 7 Sunday) with <see cref="ReportInterval.Weekly"/>.</summary>
    int? Day { get; }
}

/// <summary>What holds of every kept report, when it is kept and when it is changed.</summary>
internal static class KeptReportRules
{
    public static void Days<T>(AbstractValidator<T> rules) where T : IScheduled
    {
        rules.RuleFor(c => c.Every).IsInEnum();
        rules.RuleFor(c => c.Day).Cascade(CascadeMode.Stop).NotNull().InclusiveBetween(1, ReportSchedule.LastDay).WithErrorCode("ReportDay").When(c => c.Every == ReportInterval.Monthly);
        rules.RuleFor(c => c.Day).Cascade(CascadeMode.Stop).NotNull().InclusiveBetween(1, ReportSchedule.DaysOfWeek).WithErrorCode("ReportWeekday").When(c => c.Every == ReportInterval.Weekly);
    }

    /// <summary>Null for not at all.</summary>
    public static ReportSchedule? Schedule(IScheduled asked) => asked.Every is { } every ? new(every, every is ReportInterval.Monthly or ReportInterval.Weekly ? asked.Day : null) : null;

    /// <summary>A user's kept reports are told apart by their names.</summary>
    public static DomainRuleException NameTaken() => new("KeptNameTaken", nameof(KeepReport.Name));
}
