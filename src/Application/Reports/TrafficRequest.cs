using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using FluentValidation;

namespace Connect.Application.Reports;

/// <summary>What becomes of the called numbers in a report.</summary>
public enum CalledNumbers
{
    /// <summary>The last four digits are hidden.</summary>
    Masked,

    /// <summary>Whole; wants the right to see them, and is written to the audit log.</summary>
    Shown,

    /// <summary>The column is not there.</summary>
    LeftOut,
}

/// <summary>Which traffic is asked for: of one number, or of one chosen service, in a period of Swedish days, both included.</summary>
public abstract record TrafficRequest
{
    /// <summary>In any spelling; within the reach. Not needed when the service is chosen.</summary>
    public string? Number { get; init; }

    /// <summary>A chosen service; goes before the number.</summary>
    public Guid? SubscriptionId { get; init; }

    /// <summary>From the first of the previous month unless given.</summary>
    public DateOnly? From { get; init; }

    /// <summary>To this day unless given.</summary>
    public DateOnly? To { get; init; }

    public CalledNumbers CalledNumbers { get; init; }

    public (DateOnly From, DateOnly To) Period(DateOnly today) =>
        (From ?? DefaultFrom(today), To ?? (From > today ? From.Value : today));

    public static DateOnly DefaultFrom(DateOnly today) => StockholmTime.MonthOf(today).AddMonths(-1);

    /// <summary>Rules of the form; the same on the page, in the API and in the preview.</summary>
    public abstract class Rules<T> : AbstractValidator<T> where T : TrafficRequest
    {
        private static readonly DateOnly First = new(2000, 1, 1), Last = new(2999, 12, 31);

        protected Rules()
        {
            RuleFor(r => r.Number).Cascade(CascadeMode.Stop).NotEmpty()
                .Must(number => PhoneNumber.TryParse(number, out _)).WithErrorCode("TrafficNumber").When(r => r.SubscriptionId is null);
            RuleFor(r => r.From).Must(day => day is null || (day >= First && day <= Last)).WithErrorCode("TrafficDay");
            RuleFor(r => r.To).Must(day => day is null || (day >= First && day <= Last)).WithErrorCode("TrafficDay");
            RuleFor(r => r.To).Must((r, to) => r.From is null || to is null || to >= r.From).WithErrorCode("TrafficPeriod");
            RuleFor(r => r.CalledNumbers).IsInEnum();
        }
    }
}
