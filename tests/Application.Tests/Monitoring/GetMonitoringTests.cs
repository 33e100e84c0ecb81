using Connect.Application.Common.Errors;
using Connect.Application.Monitoring;
using Connect.Application.Tests.Common;
using Connect.Domain.Monitoring;
using Connect.TestKit;

namespace Connect.Application.Tests.Monitoring;

[Covers("SVC-3", "state now, traffic, latency, loss and availability over a period")]
public sealed class GetMonitoringTests
{
    private readonly MonitoringDesk _desk = new();

    [Fact]
    public async Task The_state_and_what_was_measured_in_units_that_people_read()
    {
        var at = Scene.Now.AddMinutes(-10);
        _desk.Holds(Service(), Point(at, 30_000_000, 6125, 25, 10_000), Point(at.AddMinutes(5), 10_000_000, null, 10_000, 0));

        var view = await AskAsync(MonitoringPeriod.Day);

        view.State.ShouldBe(new MonitoringNow(true, MonitoringDesk.Since, Scene.Now.AddMinutes(-5), IsStale: false));
        (view.SubscriptionId, view.UserName, view.Resolution, view.To).ShouldBe((_desk.Id, "Kontoret", MonitoringResolution.FiveMinutes, Scene.Now));
        view.Points[0].ShouldBe(new MonitoringLine(at, 30_000_000, 30_000_000, 5, 5, 6.125m, 0.25m, 100));
        view.Whole.ShouldNotBeNull().ShouldSatisfyAllConditions(w => w.InBitsPerSecond.ShouldBe(20_000_000), w => w.HighestInBitsPerSecond.ShouldBe(30_000_000), w => w.AvailabilityPercent.ShouldBe(50));
        view.Table.ShouldBe(view.Points);
    }

    [Theory]
    [InlineData(MonitoringPeriod.Day, MonitoringResolution.FiveMinutes)]
    [InlineData(MonitoringPeriod.Week, MonitoringResolution.FiveMinutes)]
    [InlineData(MonitoringPeriod.Month, MonitoringResolution.Hour)]
    [InlineData(MonitoringPeriod.HalfYear, MonitoringResolution.Day)]
    public async Task A_period_asks_for_its_window(MonitoringPeriod period, MonitoringResolution resolution)
    {
        (await AskAsync(period)).ShouldSatisfyAllConditions(view => view.Resolution.ShouldBe(resolution), view => view.Whole.ShouldBeNull());
        _desk.Asked.ShouldBe(MonitoringWindow.Of(period, Scene.Now));
    }

    [Fact]
    public async Task The_table_of_a_week_has_hours()
    {
        var at = Scene.Now.AddDays(-2);
        _desk.Holds(Service(), Point(at, 30, 1, 0, 10_000), Point(at.AddMinutes(5), 10, 1, 0, 10_000), Point(at.AddHours(1), 70, 1, 0, 10_000));
        var view = await AskAsync(MonitoringPeriod.Week);
        view.Points.Count.ShouldBe(3);
        view.Table.Select(line => line.InBitsPerSecond).ShouldBe([20, 70]);
    }

    [Fact]
    public async Task What_was_before_a_move_from_outside_the_reach_is_not_shown()
    {
        var moved = Scene.Now.AddHours(-3);
        _desk.Holds(Service() with { SeenFrom = moved });
        (await AskAsync(MonitoringPeriod.Month)).ShouldSatisfyAllConditions(view => view.From.ShouldBe(moved), view => view.State!.Since.ShouldBe(moved));
        _desk.Asked!.From.ShouldBe(moved);
    }

    [Fact]
    public async Task An_old_measurement_is_said_to_be_one()
    {
        _desk.Holds(Service() with { State = new(true, MonitoringDesk.Since, Scene.Now.AddHours(-1)) });
        (await AskAsync(MonitoringPeriod.Day)).State.ShouldNotBeNull().IsStale.ShouldBeTrue();
    }

    [Fact]
    [Covers("SVC-3", "services without support show no graph")]
    public async Task A_service_that_is_not_monitored_has_no_state_and_no_points()
    {
        _desk.Holds(Service() with { State = null }, Point(Scene.Now, 1, 1, 1, 1));
        (await AskAsync(MonitoringPeriod.Day)).ShouldSatisfyAllConditions(view => view.State.ShouldBeNull(), view => view.Points.ShouldBeEmpty(), view => view.Whole.ShouldBeNull());
    }

    [Fact]
    public Task A_service_outside_the_reach_is_not_there() =>
        Should.ThrowAsync<NotFoundException>(() => new GetMonitoring.Handler(_desk.Scope, _desk.Monitoring).Handle(new GetMonitoring(Guid.CreateVersion7(), MonitoringPeriod.Day), default));

    [Fact]
    public void The_period_is_one_of_four()
    {
        new GetMonitoring.Validator().Problems(new GetMonitoring(_desk.Id, MonitoringPeriod.HalfYear)).ShouldBeEmpty();
        new GetMonitoring.Validator().Problems(new GetMonitoring(_desk.Id, (MonitoringPeriod)5)).ShouldBe(["Period EnumValidator"]);
    }

    private Task<MonitoringView> AskAsync(MonitoringPeriod period) => new GetMonitoring.Handler(_desk.Scope, _desk.Monitoring).Handle(new GetMonitoring(_desk.Id, period), default);

    private static MonitoredService Service() => new() { Seq = 7, UserName = "Kontoret", State = new(true, MonitoringDesk.Since, Scene.Now.AddMinutes(-5)) };

    private static MonitoringPoint Point(DateTimeOffset at, long inBits, int? latency, int loss, int availability) =>
        new() { At = at, InBits = inBits, InMost = inBits, OutBits = 5, OutMost = 5, Latency = latency, Loss = loss, Availability = availability };
}
