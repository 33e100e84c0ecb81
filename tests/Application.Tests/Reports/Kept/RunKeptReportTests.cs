using System.Text.Json;
using Connect.Application.Common.Errors;
using Connect.Application.Reports;
using Connect.Application.Reports.Kept;
using Connect.Domain.Common;
using Connect.Domain.Reports;
using Connect.Domain.Users;
using NSubstitute;

namespace Connect.Application.Tests.Reports.Kept;

public sealed class RunKeptReportTests
{
    [Fact]
    public async Task It_is_ordered_for_the_period_as_of_today()
    {
        var scene = new KeptScene();
        await SendAsync(scene, scene.Stored.Id);
        (scene.Ordered.From, scene.Ordered.To, scene.Ordered.Number).ShouldBe((new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 28), ReportScene.Number));
        (scene.Reports.Ordered[0].FileName, scene.Reports.Ordered[0].KeptReportId).ShouldBe(("Månadens samtal 2026-02-01 – 2026-02-28.xlsx", null), "who asks for it needs no mail");
        scene.Reports.Ordered[0].AskedKeptReportId.ShouldBe(scene.Stored.Id);
    }

    [Fact]
    public async Task Dates_of_ones_own_stay()
    {
        var scene = new KeptScene();
        await SendAsync(scene, scene.Keep(new() { Preset = PeriodPreset.Own, From = new(2026, 1, 1), To = new(2026, 1, 15), Number = ReportScene.Number }).Id);
        (scene.Ordered.From, scene.Ordered.To).ShouldBe((new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 15)));
    }

    [Fact]
    public async Task It_is_found_anew_and_what_has_left_the_reach_is_told()
    {
        var scene = new KeptScene();
        var other = new ReportService(Guid.CreateVersion7(), scene.Reports.Service.Number, "Eva Ek");
        scene.Reports.Subjects.FindByNumberAsync(default, default, default).ReturnsForAnyArgs([other]);
        await SendAsync(scene, scene.Stored.Id);
        scene.Ordered.SubscriptionIds.ShouldBe([other.Id]);
        scene.Reports.Subjects.FindByNumberAsync(default, default, default).ReturnsForAnyArgs([]);
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(scene, scene.Stored.Id))).Code.ShouldBe("ReportAskedGone");
        var account = scene.Keep(new() { Preset = PeriodPreset.LastMonth, From = new(2025, 12, 1), Number = ReportScene.Number, Account = new(Guid.CreateVersion7(), "999999", "Annan") });
        scene.Reports.Subjects.FindByNumberAsync(default, default, default).ReturnsForAnyArgs([other]);
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(scene, account.Id))).Code.ShouldBe("ReportAskedGone");
    }

    [Fact]
    public async Task What_is_asked_is_the_same_as_when_it_was_kept()
    {
        var scene = new KeptScene();
        var asked = new ReportParameters
        {
            Preset = PeriodPreset.LastMonth, From = new(2026, 2, 1), To = new(2026, 2, 28), Account = scene.Reports.Account, Below = true, Number = ReportScene.Number,
            SubscriptionIds = [scene.Reports.Service.Id], IsChosen = true, CalledNumbers = CalledNumbers.LeftOut,
        };
        await SendAsync(scene, scene.Keep(asked).Id);
        scene.Reports.Ordered.ShouldHaveSingleItem().Parameters.ShouldBe(JsonSerializer.Serialize(asked, JsonSerializerOptions.Web));
    }

    [Fact]
    public async Task Traffic_that_is_kept_no_more_is_told()
    {
        var scene = new KeptScene();
        var old = scene.Keep(new() { Preset = PeriodPreset.Own, From = new(2020, 1, 1), To = new(2020, 1, 31), Number = ReportScene.Number });
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(scene, old.Id))).Code.ShouldBe("ReportPeriodGone");
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
