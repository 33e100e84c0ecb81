using Connect.Application.Common.Errors;
using Connect.Application.Reports;
using Connect.Application.Tests.Common;
using Connect.Domain.Reports;
using Connect.Domain.Users;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Reports;

public sealed class GetReportTests
{
    [Fact]
    [Covers("REP-0", "parameter form with presets of the period")]
    public async Task The_form_tells_its_fields_and_the_days_of_each_preset()
    {
        var form = await SendAsync(new(), ReportScene.Numbers.Kind);
        (form.Report.Kind, form.MayShowNumbers, form.KeptFrom).ShouldBe((ReportScene.Numbers.Kind, true, new DateOnly(2024, 9, 1)));
        form.Presets.ShouldNotContain(days => days.Preset == PeriodPreset.Own);
        form.Presets.Single(days => days.Preset == PeriodPreset.LastMonth).ShouldBe(new(PeriodPreset.LastMonth, new(2026, 2, 1), new(2026, 2, 28)));
    }

    [Fact]
    public async Task A_preset_reaches_no_further_back_than_the_data()
    {
        var scene = new ReportScene { Retention = new() { UsageMonths = 3 } };
        var form = await SendAsync(scene, ReportScene.Numbers.Kind);
        form.Presets.ShouldContain(new ReportDays(PeriodPreset.LastThreeMonths, new(2025, 12, 1), new(2026, 2, 28)));
        form.Presets.ShouldContain(new ReportDays(PeriodPreset.LastYear, new(2025, 12, 1), new(2025, 12, 31)));
        (await SendAsync(new() { Retention = new() { UsageMonths = 2 } }, ReportScene.Numbers.Kind)).Presets.ShouldNotContain(days => days.Preset == PeriodPreset.LastYear);
    }

    [Fact]
    public async Task A_report_of_invoiced_traffic_tells_how_far_there_is_any()
    {
        var scene = new ReportScene();
        scene.Subjects.InvoicedUntilAsync(Scene.Reach, Arg.Any<CancellationToken>()).Returns(new DateOnly(2026, 2, 27));
        (await SendAsync(scene, ReportScene.Numbers.Kind)).InvoicedUntil.ShouldBeNull();
        scene.Report.Definition = scene.Report.Definition with { Period = scene.Report.Definition.Period! with { OfInvoiced = true } };
        (await SendAsync(scene, ReportScene.Numbers.Kind)).InvoicedUntil.ShouldBe(new DateOnly(2026, 2, 27));
    }

    [Fact]
    public async Task A_report_of_no_period_has_no_presets()
    {
        var form = await SendAsync(new(), ReportScene.Invoices.Kind);
        form.Presets.ShouldBeEmpty();
        (form.KeptFrom, form.MayShowNumbers).ShouldBe((null, false));
    }

    [Fact]
    public async Task Without_the_right_the_form_says_so() =>
        (await SendAsync(new(Right.RunReports, Right.ViewSubscriptions), ReportScene.Numbers.Kind)).MayShowNumbers.ShouldBeFalse();

    [Fact]
    public async Task What_is_no_report_is_not_there() => await Should.ThrowAsync<NotFoundException>(() => SendAsync(new(), "secrets"));

    [Fact]
    public async Task A_report_of_what_the_user_may_not_see_is_refused() =>
        await Should.ThrowAsync<ForbiddenException>(() => SendAsync(new(Right.RunReports), ReportScene.Numbers.Kind));

    private static Task<ReportForm> SendAsync(ReportScene scene, string kind) => new GetReport.Handler(scene.Scope, scene.Subjects, scene.User).Handle(new GetReport(kind), default);
}
