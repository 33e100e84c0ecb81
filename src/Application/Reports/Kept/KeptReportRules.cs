using Connect.Application.Accounts;
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

/// <summary>What a user keeps: a report with what it is asked for, its name and how often it comes by itself.</summary>
public abstract record KeptReportRequest : ReportRequest, IScheduled
{
    public string Name { get; init; } = "";

    /// <inheritdoc/>
    public ReportInterval? Every { get; init; }

    /// <inheritdoc/>
    public int? Day { get; init; }

    /// <summary>Rules of the form beside those of every report's.</summary>
    public abstract class KeptRules<T> : Rules<T> where T : KeptReportRequest
    {
        protected KeptRules()
        {
            RuleFor(c => c.Name).Cascade(CascadeMode.Stop).NotEmpty().Line(100);
            KeptReportRules.Days(this);
        }
    }
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
    public static DomainRuleException NameTaken() => new("KeptNameTaken", nameof(KeptReportRequest.Name));
}
