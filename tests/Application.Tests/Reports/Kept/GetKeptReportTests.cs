using Connect.Application.Common.Errors;
using Connect.Application.Reports;
using Connect.Application.Reports.Kept;
using Connect.Domain.Reports;
using Connect.Domain.Users;

namespace Connect.Application.Tests.Reports.Kept;

public sealed class GetKeptReportTests
{
    [Fact]
    public async Task Ones_own_is_told_with_what_its_form_is_filled_with()
    {
        var scene = new KeptScene();
        var kept = await SendAsync(scene, scene.Stored.Id);
        (kept.Name, kept.MayRun).ShouldBe(("Månadens samtal", true));
        (kept.Report!.Preset, kept.Report.Number).ShouldBe((PeriodPreset.LastMonth, ReportScene.Number));
    }

    [Fact]
    public async Task Without_the_right_to_its_data_the_name_and_the_days_are_told()
    {
        var poor = new KeptScene(Right.RunReports);
        var kept = await SendAsync(poor, poor.Stored.Id);
        (kept.Name, kept.MayRun, kept.Report, kept.Asked.Count).ShouldBe(("Månadens samtal", false, null, 0));
    }

    [Fact]
    public async Task Anothers_and_one_of_a_report_that_is_no_more_are_not_there()
    {
        var scene = new KeptScene();
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(scene, scene.Others().Id));
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(scene, scene.Keep(new(), kind: "dropped").Id));
    }

    private static Task<KeptReportView> SendAsync(KeptScene scene, Guid id) => new GetKeptReport.Handler(scene.Desk, scene.Views).Handle(new(id), default);
}
