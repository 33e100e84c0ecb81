using System.Globalization;
using Connect.Application.Common.Behaviors;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Reports;
using Connect.Application.Reports.Kept;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.Domain.Reports;
using Connect.Domain.Users;
using NSubstitute;

namespace Connect.Application.Tests.Reports.Kept;

public sealed class BringReportTests
{
    private readonly KeptScene _scene = new();
    private readonly IUserIdentities _users = Substitute.For<IUserIdentities>();
    private readonly ITransactions _transactions = Substitute.For<ITransactions>();
    private readonly IAuditLog _log = Substitute.For<IAuditLog>();
    private readonly List<AuditRow> _told = [];

    public BringReportTests()
    {
        _transactions.RunAsync(Arg.Any<Func<Task<bool>>>(), Arg.Any<CancellationToken>()).Returns(call => call.Arg<Func<Task<bool>>>()());
        _log.WriteAsync(Arg.Do<AuditRow>(_told.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        Due(Scene.Today);
    }

    [Fact]
    public async Task On_its_day_it_is_ordered_for_its_owner_and_awaited_anew()
    {
        await RunAsync(Scene.Today);
        var export = _scene.Reports.Ordered.ShouldHaveSingleItem();
        (export.Kind, export.UserId, export.KeptReportId).ShouldBe(("numbers", _scene.Stored.UserId, _scene.Stored.Id));
        (_scene.Ordered.From, _scene.Ordered.To).ShouldBe((new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 28)));
        _scene.Awaited.Payload.ShouldBe("2026-03-11");
        await _scene.Kept.Received(1).MoveOnAsync(_scene.Stored.Id, Scene.Today, Scene.Today.AddDays(1), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task After_days_of_standing_still_it_comes_once()
    {
        Due(Scene.Today.AddDays(-3));
        await RunAsync(Scene.Today.AddDays(-3));
        _scene.Reports.Ordered.Count.ShouldBe(1);
        _scene.Awaited.Payload.ShouldBe("2026-03-11");
    }

    [Fact]
    public async Task A_day_that_is_taken_or_is_its_day_no_more_brings_nothing()
    {
        await RunAsync(Scene.Today.AddDays(-1));
        _scene.Kept.MoveOnAsync(default, default, default, default).ReturnsForAnyArgs(false);
        await RunAsync(Scene.Today);
        _scene.Kept.FindAsync(_scene.Stored.Id, Arg.Any<CancellationToken>()).Returns((KeptReport?)null);
        await RunAsync(Scene.Today);
        (_scene.Reports.Ordered.Count, _scene.Reports.Enqueued.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Whoever_is_gone_gets_nothing_and_the_days_go_on()
    {
        var work = Work();
        _users.FindAsync(default, default).ReturnsForAnyArgs((UserIdentity?)null);
        await work.RunAsync(Item(Scene.Today), default);
        _scene.Reports.Ordered.ShouldBeEmpty();
        _scene.Awaited.Payload.ShouldBe("2026-03-11");
    }

    [Fact]
    public async Task What_is_given_up_comes_the_next_day_all_the_same()
    {
        await Work().GiveUpAsync(Item(Scene.Today), null, default);
        _scene.Reports.Ordered.ShouldBeEmpty();
        _scene.Awaited.Payload.ShouldBe("2026-03-11");
    }

    [Theory]
    [InlineData("2026-12-31T08:00:00Z", "2027-01-31")]
    [InlineData("2027-01-01T03:00:00Z", "2027-01-31")]
    [InlineData("2027-02-03T03:00:00Z", "2027-02-28")]
    public async Task A_late_run_tells_the_period_of_its_day(string now, string next)
    {
        _scene.Reports.Now = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);
        _scene.Keep(new() { Preset = PeriodPreset.ThisMonth, From = new(2026, 3, 1), To = new(2026, 3, 10), Number = ReportScene.Number }, ReportInterval.MonthEnd, new(2026, 12, 31));
        await RunAsync(new(2026, 12, 31));
        var day = DateOnly.Parse(next, CultureInfo.InvariantCulture) is { Month: 2 } ? new DateOnly(2027, 1, 31) : new DateOnly(2026, 12, 31);
        (_scene.Ordered.From, _scene.Ordered.To, _scene.Awaited.Payload).ShouldBe((new DateOnly(day.Year, day.Month, 1), day, next));
        _scene.Reports.Ordered[0].FileName.ShouldEndWith($"{day:yyyy-MM-dd}.xlsx");
    }

    [Fact]
    public async Task A_day_whose_hour_has_not_come_is_not_taken_for_the_one_before()
    {
        Due(Scene.Today.AddDays(-1));
        _scene.Reports.Now = StockholmTime.At(Scene.Today, new(5, 59));
        await RunAsync(Scene.Today.AddDays(-1));
        _scene.Awaited.Payload.ShouldBe($"{Scene.Today:yyyy-MM-dd}");
    }

    [Fact]
    public async Task It_is_found_anew_for_the_number_may_have_passed_to_another_service()
    {
        var other = new ReportService(Guid.CreateVersion7(), _scene.Reports.Service.Number, "Eva Ek");
        _scene.Reports.Subjects.FindByNumberAsync(default, default, default).ReturnsForAnyArgs([_scene.Reports.Service, other]);
        await RunAsync(Scene.Today);
        _scene.Ordered.SubscriptionIds.ShouldBe([_scene.Reports.Service.Id, other.Id]);
    }

    [Fact]
    public async Task What_has_left_the_reach_ends_it_with_that_reason()
    {
        _scene.Reports.Subjects.FindByNumberAsync(default, default, default).ReturnsForAnyArgs([]);
        await RunAsync(Scene.Today);
        await RefusedAsync("ReportAskedGone");
        Due(Scene.Today, new() { Preset = PeriodPreset.LastMonth, From = new(2025, 12, 1), SubscriptionIds = [Guid.CreateVersion7()], IsChosen = true, Number = ReportScene.Number });
        await RunAsync(Scene.Today);
        await RefusedAsync("ReportAskedGone", 2);
    }

    [Fact]
    public async Task A_right_that_is_lost_ends_it_with_that_reason()
    {
        var poor = new KeptScene(Right.RunReports);
        poor.Keep(new() { Preset = PeriodPreset.LastMonth, From = new(2025, 12, 1), Number = ReportScene.Number }, ReportInterval.Daily, Scene.Today);
        await Work(poor).RunAsync(new(Guid.CreateVersion7(), KeptReportDesk.WorkKind, poor.Stored.Id, $"{Scene.Today:yyyy-MM-dd}", "key", 1), default);
        await poor.Reports.Exports.Received(1).RefuseAsync(poor.Reports.Ordered.ShouldHaveSingleItem().Id, "ExportRightsLost", Scene.Now, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task The_audit_log_tells_whose_called_numbers_come_in_whose_name()
    {
        Due(Scene.Today, new() { Preset = PeriodPreset.LastMonth, From = new(2025, 12, 1), Number = ReportScene.Number, CalledNumbers = CalledNumbers.Shown });
        await RunAsync(Scene.Today);
        var told = _told.ShouldHaveSingleItem();
        (told.Action, told.Outcome, told.Actor, told.SubjectId).ShouldBe((nameof(GenerateReport), AuditOutcome.Done, "anna.admin", _scene.Reports.Service.Id));
        told.After!.ShouldContain("\"keptReport\":\"M");
        told.After!.ShouldContain("\"calledNumbers\":\"Shown\"");
    }

    [Fact]
    public async Task The_audit_log_tells_what_was_refused()
    {
        _scene.Reports.Subjects.FindByNumberAsync(default, default, default).ReturnsForAnyArgs([]);
        await RunAsync(Scene.Today);
        (_told.ShouldHaveSingleItem().Outcome, _told[0].Reason).ShouldBe((AuditOutcome.Failed, "ReportAskedGone"));
    }

    private async Task RefusedAsync(string reason, int times = 1)
    {
        await _scene.Reports.Exports.Received(times).RefuseAsync(Arg.Any<Guid>(), reason, Scene.Now, Arg.Any<CancellationToken>());
        _scene.Reports.Enqueued.ShouldAllBe(work => work.Kind == KeptReportDesk.WorkKind);
    }

    private void Due(DateOnly day, ReportParameters? asked = null) =>
        _scene.Keep(asked ?? new() { Preset = PeriodPreset.LastMonth, From = new(2025, 12, 1), To = new(2025, 12, 31), Number = ReportScene.Number }, ReportInterval.Daily, day);

    private Task RunAsync(DateOnly day) => Work().RunAsync(Item(day), default);

    private BringReport Work(KeptScene? of = null)
    {
        var scene = of ?? _scene;
        _users.FindAsync(scene.Stored.UserId, Arg.Any<CancellationToken>()).Returns(_ => scene.Reports.User.Identity);
        return new(scene.Kept, scene.Desk, scene.Reports.Desk, new ReportActing(_users, new CurrentUser(), scene.Kinds, new AuditTrail(scene.Reports.User, scene.Reports.Clock), _log), _transactions);
    }

    private DueWork Item(DateOnly day) => new(Guid.CreateVersion7(), KeptReportDesk.WorkKind, _scene.Stored.Id, $"{day:yyyy-MM-dd}", "key", 1);
}
