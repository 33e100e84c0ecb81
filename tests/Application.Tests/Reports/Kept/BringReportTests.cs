using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Reports;
using Connect.Application.Reports.Kept;
using Connect.Application.Tests.Common;
using Connect.Domain.Reports;
using NSubstitute;

namespace Connect.Application.Tests.Reports.Kept;

public sealed class BringReportTests
{
    private readonly KeptScene _scene = new();
    private readonly IUserIdentities _users = Substitute.For<IUserIdentities>();
    private readonly ITransactions _transactions = Substitute.For<ITransactions>();

    public BringReportTests()
    {
        _users.FindAsync(_scene.Stored.UserId, Arg.Any<CancellationToken>()).Returns(_scene.Reports.User.Identity);
        _transactions.RunAsync(Arg.Any<Func<Task<bool>>>(), Arg.Any<CancellationToken>()).Returns(call => call.Arg<Func<Task<bool>>>()());
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
        _users.FindAsync(default, default).ReturnsForAnyArgs((UserIdentity?)null);
        await RunAsync(Scene.Today);
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

    private void Due(DateOnly day) => _scene.Keep(new() { Preset = PeriodPreset.LastMonth, From = new(2025, 12, 1), To = new(2025, 12, 31) }, ReportInterval.Daily, day);

    private Task RunAsync(DateOnly day) => Work().RunAsync(Item(day), default);

    private BringReport Work() => new(_scene.Kept, _scene.Desk, _scene.Reports.Desk, new ReportActing(_users, new CurrentUser(), _scene.Kinds, Scene.Clock()), _transactions);

    private DueWork Item(DateOnly day) => new(Guid.CreateVersion7(), KeptReportDesk.WorkKind, _scene.Stored.Id, $"{day:yyyy-MM-dd}", "key", 1);
}
