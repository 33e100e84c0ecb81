using Connect.Domain.Common;
using Connect.Domain.Monitoring;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Monitoring;

public abstract class MonitoringRollUpJobTests(DatabaseEngine engine)
{
    private static readonly DateOnly Day = new(2026, 3, 9);
    private static readonly DateTimeOffset Start = StockholmTime.StartOf(Day);
    private readonly DatabaseEngine _engine = Engines.Available(engine);

    [Fact, Covers("SVC-3", "rolled up by a job")]
    public async Task A_load_asks_for_one_roll_up_that_makes_its_hours_and_days()
    {
        await using var scene = await MonitoringScene.MakeAsync(_engine);
        await scene.LoadAsync(MonitoringScene.Rows(Start, 144, 1000));
        await scene.LoadAsync(MonitoringScene.Rows(Start.AddHours(12), 156, 3000));
        (await scene.Import.AskAsync<int>("SELECT COUNT(*) FROM WorkItem WHERE Kind = 'monitoring.roll-up'")).ShouldBe(1);

        await scene.RollUpAsync();

        var hours = await scene.PointsAsync(MonitoringResolution.Hour);
        hours.Count.ShouldBe(25);
        hours.ShouldAllBe(hour => hour.Samples == 12 && hour.Availability == MonitoringPoint.Whole);
        (hours[0].At, hours[0].InBits, hours[12].InBits).ShouldBe((Start, 1000, 3000));
        var days = await scene.PointsAsync(MonitoringResolution.Day);
        days.Select(day => (day.At, day.Samples, day.InBits, day.InMost)).ShouldBe([(Start, 288, 2000, 3000), (Start.AddDays(1), 12, 3000, 3000)]);
        (await DueAsync(scene)).ShouldBe(0);
        var before = await scene.Import.DumpAsync();
        await scene.RollUpAsync();
        (await scene.Import.DumpAsync()).ShouldBe(before);
    }

    [Fact, Covers("SVC-3", "late and corrected measurements make their hours and days anew while the five minutes are kept")]
    public async Task What_comes_late_or_again_makes_its_hours_and_day_anew()
    {
        await using var scene = await MonitoringScene.MakeAsync(_engine);
        await scene.LoadAsync(MonitoringScene.Rows(Start, 6));
        await scene.RollUpAsync();
        await scene.LoadAsync(MonitoringScene.Rows(Start.AddMinutes(30), 6, 3000));
        await scene.RollUpAsync();
        (await scene.PointsAsync(MonitoringResolution.Hour)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(hour => hour.InBits.ShouldBe(2000), hour => hour.Samples.ShouldBe(12));
        await scene.LoadAsync(MonitoringScene.Rows(Start, 6, up: false));
        await scene.RollUpAsync();
        (await scene.PointsAsync(MonitoringResolution.Day)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(day => day.InBits.ShouldBe(1500), day => day.Availability.ShouldBe(5000), day => day.Latency.ShouldBe(4500));
    }

    [Fact, Covers("SVC-3", "raw 7 days, hours 6 months, days 3 years")]
    public async Task Each_resolution_goes_after_its_time_and_what_was_made_of_it_stays()
    {
        await using var scene = await MonitoringScene.MakeAsync(_engine);
        await scene.LoadAsync(MonitoringScene.Rows(Start, 288));
        scene.Import.Scope.Clock.Advance(TimeSpan.FromDays(6));
        await scene.NightAsync(); // also makes what was due
        (await CountsAsync(scene)).ShouldBe((288, 24, 1));
        scene.Import.Scope.Clock.Advance(TimeSpan.FromDays(2));
        await scene.NightAsync();
        (await CountsAsync(scene)).ShouldBe((0, 24, 1));

        // One late measurement of a day whose others are gone does not take their place.
        await scene.LoadAsync(MonitoringScene.Rows(Start, 1, 999_999));
        await scene.RollUpAsync();
        (await scene.PointsAsync(MonitoringResolution.Hour))[0].InBits.ShouldBe(1000);
        (await scene.PointsAsync(MonitoringResolution.Day))[0].InBits.ShouldBe(1000);

        scene.Import.Scope.Clock.Advance(TimeSpan.FromDays(185));
        await scene.NightAsync();
        (await CountsAsync(scene)).ShouldBe((0, 0, 1));
        (await scene.StateAsync()).ShouldNotBeNull();
        scene.Import.Scope.Clock.Advance(TimeSpan.FromDays(3 * 366));
        await scene.NightAsync();
        (await CountsAsync(scene)).ShouldBe((0, 0, 0));
        (await scene.StateAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Hours_that_were_loaded_make_their_day()
    {
        await using var scene = await MonitoringScene.MakeAsync(_engine);
        await scene.LoadAsync("O1;S4;2026-01-08 08:00;hour;100;1;1;0;100\n", "O1;S4;2026-01-08 09:00;hour;300;1;1;0;50\n");
        await scene.RollUpAsync();
        (await scene.PointsAsync(MonitoringResolution.Day)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            day => day.InBits.ShouldBe(200), day => day.Availability.ShouldBe(7500), day => day.Samples.ShouldBe(24));
        (await scene.StateAsync()).ShouldBeNull();
    }

    /// <summary>Clocks go forward on 2027-03-28 and back on 2027-10-31.</summary>
    [Theory, Covers("SVC-3", "days are Swedish days, of 23 and 25 hours too")]
    [InlineData(2027, 3, 28, 23)]
    [InlineData(2027, 10, 31, 25)]
    public async Task A_day_on_which_the_clocks_change_has_its_own_hours(int year, int month, int day, int hours)
    {
        await using var scene = await MonitoringScene.MakeAsync(_engine);
        var start = StockholmTime.StartOf(new(year, month, day));
        scene.Import.Scope.Clock.SetUtcNow(start.AddDays(3));
        await scene.LoadAsync(MonitoringScene.Rows(start.AddHours(-1), 12, 1), MonitoringScene.Rows(start, hours * 12, 1000), MonitoringScene.Rows(start.AddHours(hours), 12, 7));
        await scene.RollUpAsync();
        (await scene.PointsAsync(MonitoringResolution.Hour)).Count.ShouldBe(hours + 2);
        (await scene.PointsAsync(MonitoringResolution.Day)).Select(made => (made.Samples, made.InBits)).ShouldBe([(12, 1), (hours * 12, 1000), (12, 7)]);
    }

    private static Task<int> DueAsync(MonitoringScene scene) => scene.Import.AskAsync<int>("SELECT COUNT(*) FROM MonitoringDue");

    private static async Task<(int, int, int)> CountsAsync(MonitoringScene scene) => ((await scene.PointsAsync(MonitoringResolution.FiveMinutes)).Count,
        (await scene.PointsAsync(MonitoringResolution.Hour)).Count, (await scene.PointsAsync(MonitoringResolution.Day)).Count);
}

public sealed class MonitoringRollUpJobOnSqlite() : MonitoringRollUpJobTests(DatabaseEngine.Sqlite);

public sealed class MonitoringRollUpJobOnSqlServer() : MonitoringRollUpJobTests(DatabaseEngine.SqlServer);
