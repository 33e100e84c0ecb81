using System.Text.Json;
using Connect.Application.Common.Errors;
using Connect.Application.Reports;
using Connect.Application.Reports.Kept;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.Domain.Reports;
using Connect.Domain.Users;
using NSubstitute;

namespace Connect.Application.Tests.Reports.Kept;

public sealed class ChangeReportTests
{
    private readonly KeptScene _scene = new();

    [Fact]
    public async Task Name_and_what_it_is_asked_for_are_changed()
    {
        await SendAsync(Change() with { Name = " Årets samtal ", Preset = PeriodPreset.ThisYear, Account = _scene.Reports.Account.Number });
        var changed = _scene.Changed.ShouldHaveSingleItem();
        (changed.Id, changed.Kind, changed.Name).ShouldBe((_scene.Stored.Id, "numbers", "Årets samtal"));
        var asked = JsonSerializer.Deserialize<ReportParameters>(changed.Parameters, JsonSerializerOptions.Web)!;
        (asked.Preset, asked.Account!.Number, asked.Number).ShouldBe((PeriodPreset.ThisYear, _scene.Reports.Account.Number, ReportScene.Number));
        await _scene.Kept.DidNotReceiveWithAnyArgs().ScheduleAsync(default, default, default, default);
        _scene.Reports.Enqueued.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_schedule_is_awaited()
    {
        await SendAsync(Change() with { Every = ReportInterval.Weekly, Day = 1 });
        await _scene.Kept.Received(1).ScheduleAsync(_scene.Stored.Id, new ReportSchedule(ReportInterval.Weekly, 1), new DateOnly(2026, 3, 16), Arg.Any<CancellationToken>());
        (_scene.Awaited.SubjectId, _scene.Awaited.Payload).ShouldBe((_scene.Stored.Id, "2026-03-16"));
    }

    [Fact]
    public async Task A_schedule_that_stays_keeps_the_day_that_it_awaits()
    {
        _scene.Keep(new() { Preset = PeriodPreset.LastMonth, From = new(2026, 2, 1), Number = ReportScene.Number }, ReportInterval.Daily, Scene.Today);
        await SendAsync(Change() with { Every = ReportInterval.Daily });
        _scene.Changed.Count.ShouldBe(1);
        await _scene.Kept.DidNotReceiveWithAnyArgs().ScheduleAsync(default, default, default, default);
        await SendAsync(Change());
        await _scene.Kept.Received(1).ScheduleAsync(_scene.Stored.Id, null, null, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_name_that_is_taken_is_told_beside_the_name_and_nothing_else_is_changed()
    {
        _scene.Kept.ChangeAsync(default!, default).ReturnsForAnyArgs(false);
        var refused = await Should.ThrowAsync<DomainRuleException>(() => SendAsync(Change() with { Every = ReportInterval.Daily }));
        (refused.Code, refused.Field).ShouldBe(("KeptNameTaken", "Name"));
        await _scene.Kept.DidNotReceiveWithAnyArgs().ScheduleAsync(default, default, default, default);
    }

    [Fact]
    public async Task Anothers_another_kind_and_what_one_may_not_see_are_refused()
    {
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(Change() with { Id = _scene.Others().Id }));
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(Change() with { Kind = "invoices", Invoice = "F1001" }));
        await Should.ThrowAsync<InvalidInputException>(() => SendAsync(Change() with { Number = "08-999 99 99" }));
        var poor = new KeptScene(Right.RunReports);
        await Should.ThrowAsync<ForbiddenException>(() => SendAsync(Change() with { Id = poor.Stored.Id }, poor));
        (_scene.Changed.Count, poor.Changed.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Dates_of_ones_own_do_not_come_by_themselves()
    {
        var own = Change() with { Preset = PeriodPreset.Own, From = new DateOnly(2026, 1, 1), To = new DateOnly(2026, 1, 31) };
        await SendAsync(own);
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(own with { Every = ReportInterval.Daily }))).Code.ShouldBe("ScheduleWantsPreset");
        _scene.Changed.Count.ShouldBe(1);
    }

    [Fact]
    public void The_rules_are_those_of_a_report_that_is_kept()
    {
        var validator = new ChangeReport.Validator();
        validator.Problems(Change()).ShouldBeEmpty();
        validator.Problems(Change() with { Name = "" }).ShouldBe(["Name NotEmptyValidator"]);
        validator.Problems(Change() with { Every = ReportInterval.Weekly }).ShouldBe(["Day NotNullValidator"]);
        validator.Problems(Change() with { Every = ReportInterval.Weekly, Day = 0 }).ShouldBe(["Day ReportWeekday"]);
        validator.Problems(Change() with { Number = "x" }).ShouldBe(["Number TrafficNumber"]);
    }

    private ChangeReport Change() => new() { Id = _scene.Stored.Id, Kind = "numbers", Name = "Månadens samtal", Preset = PeriodPreset.LastMonth, Number = ReportScene.Number };

    private Task SendAsync(ChangeReport command, KeptScene? of = null)
    {
        var scene = of ?? _scene;
        return new ChangeReport.Handler(scene.Desk, scene.Reports.Scope, scene.Kept, scene.Reports.Audit, scene.Reports.User).Handle(command, default);
    }
}
