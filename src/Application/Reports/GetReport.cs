using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Reports;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Reports;

/// <summary>The form of a report that the user may run.</summary>
/// <exception cref="Common.Errors.NotFoundException">There is no such report.</exception>
[Requires(Right.RunReports)]
public sealed record GetReport(string Kind) : IQuery<ReportForm>
{
    internal sealed class Handler(ReportScope scope, IReportSubjects subjects, ICurrentUser user) : IRequestHandler<GetReport, ReportForm>
    {
        public async Task<ReportForm> Handle(GetReport query, CancellationToken cancellation)
        {
            var form = scope.Find(query.Kind).Definition;
            IReadOnlyList<ReportDays> presets = form.Period is null ? []
                : [.. Enum.GetValues<PeriodPreset>().Where(preset => preset != PeriodPreset.Own).Select(preset => Days(form, preset)).Where(days => days.From <= days.To)];
            return new ReportForm(form, presets, scope.KeptFrom(form), form.HasCalledNumbers && user.Has(Right.ViewCalledNumbers))
            {
                InvoicedUntil = form.Period is { OfInvoiced: true } ? await subjects.InvoicedUntilAsync(user.Reach, cancellation) : null,
            };
        }

        private ReportDays Days(Report form, PeriodPreset preset)
        {
            var (from, to) = scope.DaysOf(form, preset);
            return new(preset, from, to);
        }
    }
}

/// <param name="Presets">The periods to choose among, with their days as of this day.</param>
/// <param name="KeptFrom">The first day that the report can be of; null where all is kept.</param>
/// <param name="MayShowNumbers">The user may see whole called numbers.</param>
public sealed record ReportForm(Report Report, IReadOnlyList<ReportDays> Presets, DateOnly? KeptFrom, bool MayShowNumbers)
{
    /// <summary>The last day with invoiced traffic within the reach, of a report that tells of nothing else; null where there is none.</summary>
    public DateOnly? InvoicedUntil { get; init; }
}

/// <summary>A preset and its days, as far back as the data is kept.</summary>
public sealed record ReportDays(PeriodPreset Preset, DateOnly From, DateOnly To);
