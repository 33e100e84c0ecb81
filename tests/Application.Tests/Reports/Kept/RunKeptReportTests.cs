using Connect.Application.Common.Errors;
using Connect.Application.Reports.Kept;
using Connect.Domain.Reports;
using Connect.Domain.Users;

namespace Connect.Application.Tests.Reports.Kept;

public sealed class RunKeptReportTests
{
    [Fact]
    public async Task It_is_ordered_for_the_period_as_of_today()
    {
        var scene = new KeptScene();
        await SendAsync(scene, scene.Stored.Id);
        (scene.Ordered.From, scene.Ordered.To, scene.Ordered.Number).ShouldBe((new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 28), Tests.Reports.ReportScene.Number));
        (scene.Reports.Ordered[0].FileName, scene.Reports.Ordered[0].KeptReportId).ShouldBe(("Månadens samtal 2026-02-01 – 2026-02-28.xlsx", null), "who asks for it needs no mail");
    }

    [Fact]
    public async Task Dates_of_ones_own_stay()
    {
        var scene = new KeptScene();
        await SendAsync(scene, scene.Keep(new() { Preset = PeriodPreset.Own, From = new(2026, 1, 1), To = new(2026, 1, 15) }).Id);
        (scene.Ordered.From, scene.Ordered.To).ShouldBe((new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 15)));
    }

    [Fact]
    public async Task What_is_anothers_is_not_there_and_the_reports_right_is_needed()
    {
        var scene = new KeptScene();
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(scene, scene.Others().Id));
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(scene, Guid.CreateVersion7()));
        var without = new KeptScene(Right.RunReports);
        await Should.ThrowAsync<ForbiddenException>(() => SendAsync(without, without.Stored.Id));
    }

    private static Task<Guid> SendAsync(KeptScene scene, Guid id) =>
        new RunKeptReport.Handler(scene.Desk, scene.Reports.Scope, scene.Reports.Kinds, scene.Reports.Desk, scene.Reports.Audit).Handle(new(id, Guid.CreateVersion7()), default);
}
