using Connect.Domain.Reports;

namespace Connect.Application.Reports.Kept;

/// <summary>A report that a user has kept with what was asked for, as stored.</summary>
public sealed record KeptReport
{
    public required Guid Id { get; init; }
    public required Guid UserId { get; init; }

    /// <summary>The report: <c>traffic</c>.</summary>
    public required string Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>JSON of <see cref="ReportParameters"/>; a preset's days are those of the day of each run.</summary>
    public required string Parameters { get; init; }

    /// <summary>Null: it does not come by itself.</summary>
    public ReportInterval? Every { get; init; }

    /// <summary>Day of the month or of the week, where the schedule has one.</summary>
    public int? Day { get; init; }

    /// <summary>The Swedish day on which it comes next.</summary>
    public DateOnly? NextOn { get; init; }

    /// <summary>What the personal token that it was kept with left of the rights; null with a session.</summary>
    public string? TokenRights { get; init; }

    public ReportSchedule? Schedule => Every is { } every ? new(every, Day) : null;
}

/// <summary>A kept report as its owner sees it.</summary>
/// <param name="Title">Of the report, in the reader's language.</param>
/// <param name="Asked">What it is asked for, with the days as of today; empty when the owner may not run it any more.</param>
public sealed record KeptReportView(Guid Id, string Kind, string Name, string Title, IReadOnlyList<ExportParameter> Asked, ReportInterval? Every, int? Day, DateOnly? NextOn)
{
    /// <summary>False when the owner has lost a right that it takes: then it can be stopped and removed.</summary>
    public required bool MayRun { get; init; }

    /// <summary>What it is asked for, to fill its form with; null when the owner may not run it any more.</summary>
    public ReportParameters? Report { get; init; }

    /// <summary>What it brought last, by itself or because its owner asked; null when there is nothing of it any more.</summary>
    public ExportView? Last { get; init; }
}
