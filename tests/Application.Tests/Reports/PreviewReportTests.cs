using Connect.Application.Common.Errors;
using Connect.Application.Reports;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;

namespace Connect.Application.Tests.Reports;

public sealed class PreviewReportTests
{
    private readonly ReportScene _scene = new();

    [Theory]
    [InlineData(CalledNumbers.Masked)]
    [InlineData(CalledNumbers.LeftOut)]
    public async Task The_first_rows_and_the_sums_of_all_are_shown_without_whole_numbers(CalledNumbers numbers)
    {
        _scene.Report.Amounts = [.. Enumerable.Range(1, 60).Select(i => new Money(i))];
        var preview = await SendAsync(ByNumber() with { CalledNumbers = numbers });
        preview.Report.CalledNumbers.ShouldBe(numbers);
        var sheet = preview.Sheets.ShouldHaveSingleItem();
        (sheet.Records, sheet.Rows.Count, preview.Records).ShouldBe((60, PreviewReport.Rows, 60));
        sheet.Rows[0].ShouldBe(["1", new Money(1), null]);
        sheet.Totals.ShouldBe([null, new Money(60 * 61 / 2), 0L]);
        preview.Asked.Select(asked => asked.Value).ShouldContain(ReportScene.Number);
    }

    [Fact]
    public async Task A_sheet_that_knows_its_sums_is_read_no_further_than_is_shown()
    {
        _scene.Report.Amounts = [.. Enumerable.Range(1, 60).Select(i => new Money(i))];
        _scene.Report.Totals = new(1_000_000, new Dictionary<string, object> { ["Charge"] = new Money(7), ["Messages"] = 3L });
        var sheet = (await SendAsync(ByNumber())).Sheets.Single();
        (sheet.Records, sheet.Rows.Count).ShouldBe((1_000_000, PreviewReport.Rows));
        sheet.Totals.ShouldBe([null, new Money(7), 3L]);
        _scene.Report.Written.ShouldBe(PreviewReport.Rows);
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(49, false)]
    public async Task What_is_too_much_to_add_up_is_estimated_unless_it_ends_on_the_screen(int rows, bool isEstimate)
    {
        _scene.Report.Amounts = [.. Enumerable.Range(1, rows).Select(_ => new Money(1))];
        _scene.Report.Totals = SheetTotals.About(70);
        var sheet = (await SendAsync(ByNumber())).Sheets.Single();
        (sheet.IsEstimate, sheet.Records).ShouldBe((isEstimate, isEstimate ? 70 : rows));
        sheet.Totals[1].ShouldBe(isEstimate ? null : new Money(rows));
    }

    [Fact]
    public async Task What_takes_longer_than_one_waits_is_told_with_what_was_asked_for()
    {
        _scene.Limit.IsOver = true;
        var preview = await SendAsync(ByNumber());
        (preview.IsTooLong, preview.Records, _scene.Limit.Time).ShouldBe((true, 0, TimeSpan.FromSeconds(20)));
        preview.Sheets.ShouldBeEmpty();
        (preview.Report.Number, preview.Asked[0].Value).ShouldBe((ReportScene.Number, ReportScene.Number));
    }

    /// <summary>Also for one with the right: whole numbers have a message of their own, whose every showing is audited.</summary>
    [Fact]
    public async Task Whole_numbers_are_not_shown_without_a_trace() =>
        await Should.ThrowAsync<ForbiddenException>(() => SendAsync(ByNumber() with { CalledNumbers = CalledNumbers.Shown }));

    [Fact]
    public async Task A_service_outside_the_reach_is_not_there() =>
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(new() { Kind = ReportScene.Numbers.Kind, SubscriptionId = Guid.CreateVersion7() }));

    [Fact]
    public void The_form_has_the_rules_of_the_export() =>
        new PreviewReport.Validator().Problems(ByNumber() with { Number = "x", From = new(2026, 2, 2), To = new(2026, 2, 1) }).ShouldBe(["Number TrafficNumber", "To TrafficPeriod"]);

    private static PreviewReport ByNumber() => new() { Kind = ReportScene.Numbers.Kind, Number = ReportScene.Number };

    private Task<ReportPreview> SendAsync(PreviewReport query) => new PreviewReport.Handler(_scene.Scope, _scene.Previews).Handle(query, default);
}
