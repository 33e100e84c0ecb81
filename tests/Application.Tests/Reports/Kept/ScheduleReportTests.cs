using Connect.Application.Common.Errors;
using Connect.Application.Reports.Kept;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.Domain.Reports;
using Connect.Domain.Users;
using NSubstitute;

namespace Connect.Application.Tests.Reports.Kept;

public sealed class ScheduleReportTests
{
    private readonly KeptScene _scene = new();

    [Fact]
    public async Task It_comes_by_itself_from_now_on()
    {
        await SendAsync(new(_scene.Stored.Id, ReportInterval.MonthEnd, null));
        await _scene.Kept.Received(1).ScheduleAsync(_scene.Stored.Id, new ReportSchedule(ReportInterval.MonthEnd), new DateOnly(2026, 3, 31), Arg.Any<CancellationToken>());
        (_scene.Awaited.SubjectId, _scene.Awaited.Payload).ShouldBe((_scene.Stored.Id, "2026-03-31"));
    }

    [Fact]
    public async Task It_comes_no_more()
    {
        await SendAsync(new(_scene.Stored.Id, null, null));
        await _scene.Kept.Received(1).ScheduleAsync(_scene.Stored.Id, null, null, Arg.Any<CancellationToken>());
        _scene.Reports.Enqueued.ShouldBeEmpty();
    }

    [Fact]
    public async Task To_stop_it_takes_no_right_to_what_it_tells()
    {
        var poor = new KeptScene(Right.RunReports);
        await SendAsync(new(poor.Stored.Id, null, null), poor);
        await poor.Kept.Received(1).ScheduleAsync(poor.Stored.Id, null, null, Arg.Any<CancellationToken>());
        await Should.ThrowAsync<ForbiddenException>(() => SendAsync(new(poor.Stored.Id, ReportInterval.Daily, null), poor));
    }

    [Fact]
    public async Task The_day_that_is_awaited_already_is_not_awaited_twice()
    {
        var kept = _scene.Keep(new() { Preset = PeriodPreset.LastMonth, From = new(2026, 2, 1) }, ReportInterval.Daily, Scene.Today.AddDays(1));
        await SendAsync(new(kept.Id, ReportInterval.Weekdays, null));
        _scene.Reports.Enqueued.ShouldBeEmpty();
    }

    [Fact]
    public async Task Anothers_is_not_there_and_dates_of_ones_own_do_not_come()
    {
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(new(_scene.Others().Id, null, null)));
        var own = _scene.Keep(new() { Preset = PeriodPreset.Own, From = new(2026, 1, 1), To = new(2026, 1, 15) });
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(new(own.Id, ReportInterval.Daily, null)))).Code.ShouldBe("ScheduleWantsPreset");
    }

    [Fact]
    public void A_day_of_the_month_is_one_that_every_month_has()
    {
        var validator = new ScheduleReport.Validator();
        validator.Problems(new ScheduleReport(_scene.Stored.Id, ReportInterval.Monthly, 28)).ShouldBeEmpty();
        validator.Problems(new ScheduleReport(_scene.Stored.Id, null, null)).ShouldBeEmpty();
        validator.Problems(new ScheduleReport(_scene.Stored.Id, ReportInterval.Monthly, null)).ShouldBe(["Day NotNullValidator"]);
        validator.Problems(new ScheduleReport(_scene.Stored.Id, ReportInterval.Monthly, 0)).ShouldBe(["Day ReportDay"]);
        validator.Problems(new ScheduleReport(_scene.Stored.Id, ReportInterval.Weekly, 7)).ShouldBeEmpty();
        validator.Problems(new ScheduleReport(_scene.Stored.Id, ReportInterval.Weekly, null)).ShouldBe(["Day NotNullValidator"]);
        validator.Problems(new ScheduleReport(_scene.Stored.Id, ReportInterval.Weekly, 8)).ShouldBe(["Day ReportWeekday"]);
        validator.Problems(new ScheduleReport(_scene.Stored.Id, (ReportInterval)7, null)).ShouldBe(["Every EnumValidator"]);
    }

    private Task SendAsync(ScheduleReport command, KeptScene? of = null)
    {
        var scene = of ?? _scene;
        return new ScheduleReport.Handler(scene.Desk, scene.Reports.Scope, scene.Kept, scene.Reports.Audit).Handle(command, default);
    }
}
