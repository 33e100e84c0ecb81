using Connect.Domain.Reports;
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

/// <summary>
/// What a user asks a report for: the form of every report. Fields that the report's form does not have are passed over. Failures beside
/// those of the form: <c>ReportFuture</c>, <c>ReportFutureEnd</c>, <c>ReportNotKept</c>, <c>ReportTooEarly</c>, <c>AccountUnknown</c>, <c>TrafficNumberUnknown</c>, <c>ReportInvoiceUnknown</c>, <c>ReportBoxUnknown</c>.
/// </summary>
public abstract record ReportRequest
{
    /// <summary>The report: <c>traffic</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>A period told by the day on which the report is run. Without it the dates count, and without dates the report's usual period.</summary>
    public PeriodPreset? Preset { get; init; }

    /// <summary>First day, with <see cref="PeriodPreset.Own"/>. From the first of the previous month unless given.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, with <see cref="PeriodPreset.Own"/>. To this day unless given.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Number of an account within the reach; all of the reach unless given.</summary>
    public string? Account { get; init; }

    /// <summary>With the accounts below it.</summary>
    public bool Below { get; init; } = true;

    /// <summary>A phone number in any spelling; within the reach. Not needed when the service is chosen.</summary>
    public string? Number { get; init; }

    /// <summary>A chosen service; goes before the number.</summary>
    public Guid? SubscriptionId { get; init; }

    /// <summary>Number of an invoice within the reach.</summary>
    public string? Invoice { get; init; }

    /// <summary>The boxes that are ticked.</summary>
    public IReadOnlyList<string> Boxes { get; init; } = [];

    public CalledNumbers CalledNumbers { get; init; }

    /// <summary>Rules of the form that need to know nothing else; the same on the page, in the API and in the preview.</summary>
    public abstract class Rules<T> : AbstractValidator<T> where T : ReportRequest
    {
        private const int Longest = 40, MostBoxes = 20;

        protected Rules()
        {
            RuleFor(r => r.Kind).NotEmpty().MaximumLength(Longest);
            RuleFor(r => r.Preset).IsInEnum();
            RuleFor(r => r.Number).Must(number => PhoneNumber.TryParse(number, out _)).WithErrorCode("TrafficNumber").When(r => r.SubscriptionId is null && !string.IsNullOrWhiteSpace(r.Number));
            RuleFor(r => r.Account).MaximumLength(Longest);
            RuleFor(r => r.Invoice).MaximumLength(Longest);
            RuleFor(r => r.Boxes).Must(boxes => boxes is { Count: <= MostBoxes } && boxes.All(box => box is { Length: <= Longest })).WithErrorCode("ReportBoxUnknown");
            RuleFor(r => r.CalledNumbers).IsInEnum();
            RuleFor(r => r.To).Must((r, to) => r.From is null || to is null || to >= r.From).WithErrorCode("TrafficPeriod").When(r => r.Preset is null or PeriodPreset.Own);
        }
    }
}
