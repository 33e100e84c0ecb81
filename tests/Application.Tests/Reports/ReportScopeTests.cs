using System.Globalization;
using Connect.Application.Common.Errors;
using Connect.Application.Reports;
using Connect.Domain.Reports;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Reports;

/// <summary>What every report makes of its form: the same for preview, export and API.</summary>
public sealed class ReportScopeTests
{
    private readonly ReportScene _scene = new();

    [Theory]
    [InlineData(null, null, null, "2026-02-01", "2026-03-10", PeriodPreset.SinceLastMonth)]
    [InlineData(PeriodPreset.LastMonth, null, null, "2026-02-01", "2026-02-28", PeriodPreset.LastMonth)]
    [InlineData(PeriodPreset.LastMonth, "2026-01-01", "2026-01-02", "2026-02-01", "2026-02-28", PeriodPreset.LastMonth)]
    [InlineData(null, "2026-01-01", "2026-01-31", "2026-01-01", "2026-01-31", PeriodPreset.Own)]
    [InlineData(null, "2026-03-01", null, "2026-03-01", "2026-03-10", PeriodPreset.Own)]
    [InlineData(PeriodPreset.Own, null, "2026-02-15", "2026-02-01", "2026-02-15", PeriodPreset.Own)]
    [InlineData(PeriodPreset.Own, "2026-03-10", "2026-03-10", "2026-03-10", "2026-03-10", PeriodPreset.Own)]
    [Covers("REP-0", "checked input")]
    public async Task The_period_is_a_preset_or_dates(PeriodPreset? preset, string? from, string? to, string first, string last, PeriodPreset kept)
    {
        var asked = await OpenAsync(new() { Preset = preset, From = Day(from), To = Day(to) });
        (asked.From, asked.To, asked.Preset).ShouldBe((Day(first)!.Value, Day(last)!.Value, kept));
    }

    [Theory]
    [InlineData("2026-03-11", null, "From ReportFuture")]
    [InlineData("2024-08-31", null, "From ReportNotKept")]
    [InlineData("2024-09-01", null, null)]
    [InlineData(null, "2026-01-31", "To TrafficPeriod")]
    [InlineData("2026-03-10", "2026-03-11", "To ReportFutureEnd")]
    [InlineData(null, "9999-12-31", "To ReportFutureEnd")]
    [InlineData("1900-01-01", "2026-03-10", "From ReportNotKept")]
    [InlineData("1900-01-01", "2026-04-01", "From ReportNotKept, To ReportFutureEnd")]
    public async Task A_period_that_cannot_be_told_of_is_said_at_its_field(string? from, string? to, string? problems) =>
        string.Join(", ", await ProblemsAsync(new() { From = Day(from), To = Day(to) })).ShouldBe(problems ?? "");

    [Theory]
    [InlineData("1900-01-01", "From ReportTooEarly")]
    [InlineData("2000-01-01", null)]
    public async Task What_is_kept_for_good_has_a_first_day_too(string from, string? problem)
    {
        _scene.Report.Definition = _scene.Report.Definition with { Period = new(PeriodPreset.ThisMonth, OfUsage: false) };
        (await ProblemsAsync(new() { From = Day(from) })).ShouldBe(problem is null ? [] : [problem]);
    }

    [Fact]
    public async Task A_preset_of_before_all_that_is_kept_is_said_at_its_field()
    {
        var scene = new ReportScene { Retention = new() { UsageMonths = 1 } };
        (await ProblemsAsync(new() { Preset = PeriodPreset.LastYear }, scene)).ShouldBe(["Preset ReportNotKept"]);
        (await OpenAsync(new() { Preset = PeriodPreset.LastThreeMonths }, scene)).From.ShouldBe(new(2026, 2, 1));
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once() =>
        (await ProblemsAsync(new() { Account = "999", Number = "08-999 99 99", From = new(2027, 1, 1), Boxes = ["Data"] }))
            .ShouldBe(["Account AccountUnknown", "Boxes ReportBoxUnknown", "From ReportFuture", "Number TrafficNumberUnknown"]);

    [Fact]
    public async Task A_field_that_is_needed_is_asked_for()
    {
        (await ProblemsAsync(new() { Number = " " })).ShouldBe(["Number NotEmptyValidator"]);
        (await ProblemsAsync(new() { Kind = ReportScene.Invoices.Kind })).ShouldBe(["Invoice NotEmptyValidator"]);
        (await ProblemsAsync(new() { Kind = ReportScene.Invoices.Kind, Invoice = "F9" })).ShouldBe(["Invoice ReportInvoiceUnknown"]);
    }

    [Fact]
    public async Task Account_invoice_and_boxes_are_found()
    {
        var asked = await OpenAsync(new() { Account = " 100001 ", Below = false });
        (asked.Account, asked.Below).ShouldBe((_scene.Account, false));
        asked = await OpenAsync(new() { Kind = ReportScene.Invoices.Kind, Invoice = "F1001", Boxes = ["data"] });
        (asked.Invoice, asked.HasPeriod, asked.HasBox("Data")).ShouldBe(("F1001", false, true));
        asked.Boxes.ShouldBe(["Data"]);
    }

    [Fact]
    public async Task One_invoice_is_told_whole_whatever_the_period()
    {
        var asked = await OpenAsync(new() { Invoice = "F1001", Preset = PeriodPreset.LastMonth });
        (asked.Invoice, asked.HasPeriod).ShouldBe(("F1001", false));
        (await ProblemsAsync(new() { Invoice = "F1002", Preset = PeriodPreset.LastMonth })).ShouldBe(["Invoice ReportInvoiceUnknown"]);
    }

    [Fact]
    public async Task Fields_that_the_form_does_not_have_are_passed_over()
    {
        var asked = await OpenAsync(new() { Kind = ReportScene.Invoices.Kind, Invoice = "F1001", Account = "100001", SubscriptionId = _scene.Service.Id, From = new(2026, 1, 1), CalledNumbers = CalledNumbers.LeftOut });
        asked.ShouldSatisfyAllConditions(() => asked.Account.ShouldBeNull(), () => asked.SubscriptionIds.ShouldBeEmpty(), () => asked.HasPeriod.ShouldBeFalse(), () => asked.CalledNumbers.ShouldBe(CalledNumbers.Masked));
        await _scene.Subjects.DidNotReceiveWithAnyArgs().FindAccountAsync(default, default!, default);
    }

    [Fact]
    public async Task What_is_no_report_is_not_there() => await Should.ThrowAsync<NotFoundException>(() => OpenAsync(new() { Kind = "secrets" }));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private async Task<ReportParameters> OpenAsync(PreviewReport query, ReportScene? scene = null) => (await (scene ?? _scene).Scope.OpenAsync(Whole(query), default)).Parameters;

    private async Task<IEnumerable<string>> ProblemsAsync(PreviewReport query, ReportScene? scene = null)
    {
        try
        {
            await (scene ?? _scene).Scope.OpenAsync(Whole(query), default);
            return [];
        }
        catch (InvalidInputException refused)
        {
            return refused.Problems.Select(problem => $"{problem.Field} {problem.Code}");
        }
    }

    private static PreviewReport Whole(PreviewReport query) => query with { Kind = query.Kind.Length == 0 ? ReportScene.Numbers.Kind : query.Kind, Number = query.Number ?? ReportScene.Number };
}
