using System.Text.Json.Serialization;
using Connect.Application.Common.Texts;
using Connect.Domain.Reports;
using Connect.Domain.Users;

namespace Connect.Application.Reports;

/// <summary>Whether a report's form has a field.</summary>
public enum FieldNeed
{
    /// <summary>The form does not have it.</summary>
    No,

    /// <summary>It may be left empty.</summary>
    May,

    /// <summary>The report wants it.</summary>
    Must,
}

/// <summary>
/// What a report is called, who may run it, and which fields its form has: the only place where these are said. Page, API, validation,
/// preview and export read it.
/// </summary>
public sealed record Report
{
    /// <summary>Its address, <c>/reports/{kind}</c>, and the kind of its exports; never changes.</summary>
    public required string Kind { get; init; }

    public required ReportTexts Texts { get; init; }

    /// <summary>To see the data that it tells, beside <see cref="Right.RunReports"/>.</summary>
    public required IReadOnlyList<Right> Rights { get; init; }

    /// <summary>Null: the report is of no period.</summary>
    public ReportPeriod? Period { get; init; }

    /// <summary>An account within the reach, alone or with those below it.</summary>
    public FieldNeed Account { get; init; }

    /// <summary>The number of a service within the reach.</summary>
    public FieldNeed Number { get; init; }

    /// <summary>The number of an invoice within the reach.</summary>
    public FieldNeed Invoice { get; init; }

    /// <summary>The report holds called numbers, which may be masked, whole or left out.</summary>
    public bool HasCalledNumbers { get; init; }

    /// <summary>Boxes that can be ticked: <c>Reports.Box.{name}</c> is the text of one.</summary>
    public IReadOnlyList<string> Boxes { get; init; } = [];

    /// <summary>In the reader's language.</summary>
    public string Title => Text.Get(Texts.Title);

    /// <summary>What it tells, in the reader's language.</summary>
    public string Hint => Text.Get(Texts.Hint);

    /// <summary>What to think of before it is run, in the reader's language.</summary>
    public IReadOnlyList<string> Notes => [.. Texts.Notes.Select(note => Text.Get(note))];
}

/// <summary>Keys of a report's texts.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Hint">What it tells.</param>
/// <param name="Notes">What to think of before it is run; stands beside the form.</param>
public sealed record ReportTexts(string Title, string Hint, params IReadOnlyList<string> Notes)
{
    /// <summary>Key of what the field of the called numbers says.</summary>
    [JsonIgnore]
    public string CalledNumbersHint { get; init; } = "Reports.TrafficGdprHint";
}

/// <param name="Default">The period unless another is chosen.</param>
/// <param name="OfUsage">The report tells of usage, which is kept for some months only.</param>
public sealed record ReportPeriod(PeriodPreset Default, bool OfUsage)
{
    /// <summary>Of the usage only what is invoiced counts.</summary>
    public bool OfInvoiced { get; init; }
}
